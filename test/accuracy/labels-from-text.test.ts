import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { labelsFromText } from '../../src/accuracy/labels-from-text.js';
import { parseHtml } from '../../src/stages/parse-html.js';

const FIRST = 'The ferry to Marrow Island will sail again from Monday, the harbour office said on Friday afternoon.';
const SECOND = 'Repairs to its rudder had taken eleven weeks, twice as long as the yard had promised in the spring.';

function kept(html: string, gold: string): string[] {
  const page = parseHtml(html, DEFAULT_OPTIONS);
  const labels = labelsFromText(page, gold);
  return page.blocks.filter((_, i) => labels[i] === true).map((block) => block.text);
}

describe('labelsFromText', () => {
  it('keeps the lines of the gold and nothing else', () => {
    const html = `<h1>Ferry back</h1><p>${FIRST}</p><p>Share this</p><h2>Late</h2><p>${SECOND}</p><p>More news</p>`;
    expect(kept(html, `${FIRST}\nLate\n${SECOND}`)).toEqual([FIRST, 'Late', SECOND]);
  });

  it('takes one of two copies, the one with the article around it', () => {
    const html = `<p hidden>${FIRST}</p><ul><li>${SECOND}</li></ul><h1>Ferry</h1><p>${FIRST}</p><p>${SECOND}</p>`;
    const page = parseHtml(html, DEFAULT_OPTIONS);
    expect(labelsFromText(page, `${FIRST}\n${SECOND}`)).toEqual([false, false, false, true, true]);
  });

  it('does not take a link for the sentence that holds its words', () => {
    const html = `<a href="/t/1">the harbour office said</a><p>${FIRST}</p><p>${SECOND}</p>`;
    expect(kept(html, `${FIRST}\n${SECOND}`)).toEqual([FIRST, SECOND]);
  });

  it('keeps the pieces of a paragraph that the gold has as one line', () => {
    expect(kept(`<p>${FIRST}</p><p>${SECOND}</p>`, `${FIRST} ${SECOND}`)).toEqual([FIRST, SECOND]);
  });

  it('does not take a short line for the middle of another', () => {
    expect(kept(`<p>Friday</p><p>${FIRST}</p>`, FIRST)).toEqual([FIRST]);
  });
});
