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

/** Hash of a document's inputs beside its bytes, with the repeated lines that it holds: other lines of its source are nothing to it. */
export function inputsWith(held: ReadonlyMap<number, number>, inputs: string): string {
  return held.size === 0 ? inputs : sha256(JSON.stringify([inputs, ...held])).slice(0, 16);
}
