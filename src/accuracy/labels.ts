import type { Page } from '../core/types.js';
import type { LabelledDocument } from './corpora.js';

/** What a labelled document says of each block of its page: kept, not kept, or a matter of taste (null). */
export function labelsFromLines(page: Page, document: LabelledDocument): (boolean | null)[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of document.lines) {
    starts.push(at);
    at += line.t.length + 1;
  }
  return page.blocks.map((block) => {
    let keep = 0;
    let drop = 0;
    document.lines.forEach((line, i) => {
      const start = starts[i] ?? 0;
      const overlap = Math.min(block.span.end, start + line.t.length) - Math.max(block.span.start, start);
      if (overlap <= 0) return;
      if (line.l === 'keep') keep += overlap;
      else if (line.l !== 'either') drop += overlap;
    });
    return keep === 0 && drop === 0 ? null : keep > drop;
  });
}
