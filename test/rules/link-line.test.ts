import { describe, expect, it } from 'vitest';
import { linkLine } from '../../src/rules/link-line.js';
import { markedIn, PARAGRAPH } from './html.js';

const links = (...texts: string[]): string => texts.map((text) => `<a href="/${text}">${text}</a>`).join(' | ');

describe('a line that leads elsewhere', () => {
  it('is a row of links', () => {
    expect(markedIn(linkLine, `<p>${PARAGRAPH}</p><p>${links('Home', 'News', 'Sport', 'Tides')}</p>`)).toEqual([
      'Home | News | Sport | Tides',
    ]);
  });

  it('is a link behind a triangle', () => {
    expect(markedIn(linkLine, `<p>▶ [속보] <a href="/a">등대가 다시 켜졌다</a></p><p>${PARAGRAPH}</p>`)).toEqual([
      '▶ [속보] 등대가 다시 켜졌다',
    ]);
  });
});

describe('what stays', () => {
  it('a row without links, and few links', () => {
    expect(markedIn(linkLine, '<p>Tar | Rope | Paint | Oars</p>')).toEqual([]);
    expect(markedIn(linkLine, `<p>${links('Tar', 'Rope', 'Paint')}</p>`)).toEqual([]);
  });

  it('a line behind a triangle that only names a link', () => {
    expect(markedIn(linkLine, `<p>▶ ${PARAGRAPH} <a href="/a">Source</a></p>`)).toEqual([]);
  });
});
