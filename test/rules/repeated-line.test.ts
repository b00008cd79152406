import { describe, expect, it } from 'vitest';
import { lineHash, lineWords } from '../../src/core/line-hash.js';
import { lowerWords } from '../../src/core/text.js';
import { repeatedLine } from '../../src/rules/repeated-line.js';
import { parseText } from '../../src/stages/parse-text.js';

const CONTEXT = { source: 'mill.example', url: null, language: 'en', fetchedAt: null, profiles: [] };
const numberOf = (line: string): number => lineHash(lineWords(lowerWords(line))) as number;

/** Marked lines and the log odds against them, where the source repeats some lines on such shares of its documents. */
function marked(lines: readonly string[], shares: Readonly<Record<string, number>>): Record<string, number> {
  const page = parseText(lines.join('\n\n'));
  const repeated = new Map(Object.entries(shares).map(([line, share]) => [numberOf(line), share]));
  return Object.fromEntries(
    [...repeatedLine.mark(page, { ...CONTEXT, repeated })].map((mark) => [
      page.text.slice(mark.span.start, mark.span.end),
      mark.odds ?? 0,
    ]),
  );
}

const STORY = 'The old mill at the weir has been sold to the brothers who used to bring their grain there as children.';

describe('a line that a source repeats', () => {
  it('speaks against its block, the more the more of its documents hold it', () => {
    const shares = { 'Mill Gazette': 0.8, Oakford: 0.5, 'More from Oakford': 0.12, 'All the news': 0.12 };
    expect(marked(['Mill Gazette', 'Oakford', STORY, 'More from Oakford', 'All the news'], shares)).toEqual({
      'Mill Gazette': 8,
      Oakford: 6,
      'More from Oakford': 3,
      'All the news': 3,
    });
  });

  it('must be on more documents to count if it stands alone: it may be a subheading', () => {
    expect(marked([STORY, 'Background', STORY], { Background: 0.12 })).toEqual({});
    expect(marked([STORY, 'Anzeige', STORY], { Anzeige: 0.5 })).toEqual({ Anzeige: 4 });
  });

  it('is the same line with other numbers', () => {
    expect(marked([STORY, 'Comments (17)'], { 'comments 0': 0.5 })).toEqual({ 'Comments (17)': 4 });
  });

  it('must be on more documents to count if it is a sentence', () => {
    const refrain = 'And the kettle, as ever, was on.';
    expect(marked([STORY, refrain], { [refrain]: 0.06 })).toEqual({});
    expect(marked([STORY, refrain], { [refrain]: 0.8 })).toEqual({ [refrain]: 7 });
  });

  it('is the article where the document says nothing else', () => {
    const notice = 'The publisher is not liable for the content of pages to which the Mill Gazette links.';
    expect(marked(['Imprint', notice], { [notice]: 0.8 })).toEqual({});
    expect(marked([STORY, notice], { [notice]: 0.8 })).toEqual({ [notice]: 7 });
  });

  it('is nothing to a document whose source repeats none of its lines', () => {
    expect(marked([STORY], { 'Mill Gazette': 0.8 })).toEqual({});
  });
});
