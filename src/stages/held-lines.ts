import { lineHash } from '../core/line-hash.js';
import { pageLine } from '../core/page-lines.js';
import type { Page, RepeatedLines, SourceLines } from '../core/types.js';
import { sha256 } from './record/identity.js';

/** Nothing has been learned of any source. */
export const NO_LINES: RepeatedLines = new Map<string, SourceLines>();

/** Those of a source's repeated lines that stand on a page, in the page's order. */
export function heldLines(page: Page, lines: SourceLines | undefined): ReadonlyMap<number, number> {
  const held = new Map<number, number>();
  if (lines === undefined || lines.size === 0) return held;
  page.blocks.forEach((_, i) => {
    const hash = lineHash(pageLine(page, i));
    const share = hash === null ? undefined : lines.get(hash);
    if (hash !== null && share !== undefined) held.set(hash, share);
  });
  return held;
}

/**
 * Hash of a document's inputs beside its bytes, with the repeated lines and the wide decisions that it holds: other lines of its source are
 * nothing to it. `decided` names those decisions, '' for none.
 */
export function inputsWith(held: ReadonlyMap<number, number>, inputs: string, decided = ''): string {
  if (held.size === 0 && decided === '') return inputs;
  return sha256(JSON.stringify(decided === '' ? [inputs, ...held] : [inputs, ...held, decided])).slice(0, 16);
}
