import type { Edit, MappedText } from '../core/mapped.js';
import type { CleanOptions } from '../core/options.js';
import { EMPTY_META, type Block, type Page, type Span } from '../core/types.js';
import { mapPieces, textOf } from './html/block-text.js';
import { parseDom } from './html/dom.js';
import { kindOf } from './html/kinds.js';
import { outlineOf } from './html/outline.js';
import { referenceEdits } from './html/references.js';
import type { Run, RunPiece } from './html/runs.js';
import { segment } from './html/segment.js';
import { selector } from './html/select.js';

export function parseHtml(source: string, options: CleanOptions, extraEdits?: (source: string, start: number, end: number) => readonly Edit[]): Page {
  const root = parseDom(source, options);
  const outline = outlineOf(root);
  const runs = segment(source, outline, (start, end) => referenceEdits(source, start, end));
  const texts = runs.map((run) => textOf(source, run.pieces));
  const blocks: Block[] = [];
  let at = 0;
  runs.forEach((run, i) => {
    const text = texts[i] as string;
    blocks.push({ span: { start: at, end: at + text.length }, source: { start: run.pieces[0]!.from, end: run.pieces.at(-1)!.to }, kind: kindOf(outline, run), text, line: i, markup: { visible: run.hidden === null, hidden: run.hidden, run } as any });
    at += text.length + 1;
  });
  return { format: 'html', source, text: texts.join('\n'), blocks, meta: EMPTY_META, flags: [], select: selector(root, outline, runs), locate: () => ({start:0,end:0}), sourceOf: (s) => s };
}
