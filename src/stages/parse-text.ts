import { mapText, entityEdits, type MappedText } from '../core/mapped.js';
import { isQuotation } from '../core/quotes.js';
import { EMPTY_META, type Block, type BlockKind, type Page } from '../core/types.js';
import { mergeEdits, splitLines, type EditSource, type Line } from './text/lines.js';
import { groupLines, isDropCap, type Paragraph } from './text/paragraphs.js';

const LIST_ITEM = /^(?:[-–—•·*▪►▶●■◦‣]\s|\d{1,3}[.)]\s)/;

/**
 * Reads plain text. Page.text is the source itself; a block is a line, or the lines of one paragraph where the text was wrapped
 * or a sentence broken (see text/paragraphs.ts). `undoMojibake` gives the edits that repair wrongly decoded text; where there are
 * any, the page is flagged.
 * @throws DocumentError 'too-large' over maxBlocks
 */
export function parseText(
  source: string,
  undoMojibake: EditSource = () => [],
  maxBlocks = Infinity,
  url: string | null = null,
): Page {
  let repaired = 0;
  const repairs: EditSource = (text, start, end) => {
    const edits = undoMojibake(text, start, end);
    repaired += edits.length;
    return edits;
  };
  const lines = splitLines(source, repairs, maxBlocks);
  const maps: MappedText[] = [];
  const blocks = groupLines(lines).map((paragraph): Block => {
    const mapped = mapParagraph(source, lines, paragraph, repairs);
    maps.push(mapped);
    const first = lines[paragraph[0] ?? 0] as Line;
    const last = lines[paragraph.at(-1) ?? 0] as Line;
    const span = { start: first.start, end: last.end };
    return { span, source: span, kind: kindOf(mapped.text), text: mapped.text, line: first.number };
  });
  return {
    format: 'text',
    source,
    text: source,
    blocks,
    meta: { ...EMPTY_META, url },
    flags: repaired > 0 ? ['mojibake-repaired'] : [],
    select: () => [],
    locate: (block, start, end) => {
      const mapped = maps[block];
      const span = blocks[block]?.span;
      if (mapped === undefined || span === undefined) throw new RangeError(`no block ${block}`);
      // What stands for nothing at a block's edges ("&shy;") goes with the edge.
      return {
        start: start <= 0 ? span.start : mapped.rawStart(start),
        end: end >= mapped.text.length ? span.end : mapped.rawEnd(end),
      };
    },
    sourceOf: (span) => span,
  };
}

function mapParagraph(source: string, lines: readonly Line[], paragraph: Paragraph, repairs: EditSource): MappedText {
  const first = lines[paragraph[0] ?? 0] as Line;
  if (paragraph.length === 1) return first.mapped;
  const members = paragraph.map((i) => lines[i] as Line);
  const pieces = members.map((line, i) => ({
    start: line.start,
    end: line.end,
    glue: i > 0 && isDropCap((members[i - 1] as Line).mapped.text) ? '' : ' ',
  }));
  const edits = members.flatMap((line) =>
    mergeEdits(repairs(source, line.start, line.end), entityEdits(source, line.start, line.end)),
  );
  return mapText(source, pieces, edits);
}

function kindOf(text: string): BlockKind {
  if (LIST_ITEM.test(text)) return 'list-item';
  return isQuotation(text) ? 'quote' : 'paragraph';
}
