import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import type { EvidenceColumns } from './evidence-columns.js';

const MEDIA = new Set(['img', 'amp-img', 'video', 'audio', 'iframe', 'object', 'embed', 'canvas']);
/** Elements up beyond which a picture and a text have nothing to do with each other. */
const FAR = 12;

/**
 * Puts how each block stands to pictures, players and frames. A caption is the text that shares a small element with a picture and with
 * little else, whatever its class is called.
 */
export function putMedia(columns: EvidenceColumns, outline: Outline, runs: readonly Run[]): void {
  const media: number[] = [];
  /** Number of media up to a node, not with it. */
  const before = new Int32Array(outline.tags.length + 1);
  for (let at = 0; at < outline.tags.length; at++) {
    if (MEDIA.has(tagAt(outline, at))) media.push(at);
    before[at + 1] = media.length;
  }
  if (media.length === 0) return;
  const inside = (at: number): number =>
    at < 0 ? media.length : (before[(outline.last[at] as number) + 1] as number) - (before[at] as number);
  /** How near the element is in which a block meets a node: 1 for its own, 0 for far up. */
  const nearness = (element: number, node: number): number => {
    let steps = 0;
    for (let up = element; up >= 0 && steps < FAR; up = outline.parent[up] as number, steps++)
      if (up <= node && node <= (outline.last[up] as number)) return 1 - steps / FAR;
    return 0;
  };
  let last = -1;
  runs.forEach((run, i) => {
    const first = run.pieces[0]?.node ?? run.holder;
    const end = run.pieces.at(-1)?.node ?? run.holder;
    const found = before[Math.max(0, first)] as number;
    const above = media[found - 1];
    if (above !== undefined && above > last) columns.mediaBefore[i] = nearness(run.element, above);
    const below = media[before[Math.max(0, end)] as number];
    const following = runs[i + 1]?.pieces[0]?.node ?? outline.tags.length;
    if (below !== undefined && below < following) columns.mediaAfter[i] = nearness(run.element, below);
    const parent = outline.parent[run.element] ?? -1;
    columns.parentMedia[i] = Math.min(1, inside(parent) / FAR);
    columns.grandMedia[i] = Math.min(1, inside(outline.parent[parent] ?? -1) / FAR);
    last = end;
  });
}
