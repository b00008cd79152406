import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { readingAid } from '../../src/rules/reading-aid.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { marked } from './marks.js';

const readings = (html: string): string[] => marked(readingAid, parseHtml(html, DEFAULT_OPTIONS));

describe('how characters are read', () => {
  it('goes with its brackets, the characters stay', () => {
    expect(readings('<p><ruby>灯台<rp>(</rp><rt>とうだい</rt><rp>)</rp></ruby>に火が入った。</p>')).toEqual([
      '(とうだい)',
    ]);
  });
});

describe('what is no reading', () => {
  it('a paragraph that is all ruby', () => {
    expect(readings('<p><ruby>灯台</ruby></p>')).toEqual([]);
  });

  it('a reading that the author wrote out', () => {
    expect(readings('<p>灯台(とうだい)に火が入った。</p>')).toEqual([]);
  });
});
