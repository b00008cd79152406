import type { MarkupFacts } from '../../core/types.js';

/** Bounds of the levels into which a number of 0 to 1 falls; 0 itself is said by silence. */
const LEVELS = [0.12, 0.3, 0.55, 0.85];

/** Evidence whose meaning hangs on where the block stands: each is said together with what it hangs on. */
const TOGETHER: readonly (readonly [string, string])[] = [
  ['halfIn', 'links'],
  ['halfIn', 'prose'],
  ['denseIn', 'prose'],
  ['denseIn', 'links'],
  ['denseIn', 'ends'],
  ['denseDepth', 'words'],
  ['mostDepth', 'words'],
  ['denseDepth', 'besideProse'],
  ['articleIn', 'prose'],
  ['articleIn', 'links'],
  ['alikeProse', 'prose'],
  ['besideProse', 'words'],
  ['besideProse', 'links'],
  ['densePosition', 'links'],
  ['proseAfter', 'links'],
  ['afterH1', 'denseIn'],
  ['parentLinks', 'ownLinks'],
  ['inBody', 'prose'],
];

const levelOf = (value: number): number => LEVELS.filter((bound) => value > bound).length + 1;

/** Names for the markup's evidence on a block: one a number that is not 0, with its level, and pairs. */
export function nameMarkup(markup: MarkupFacts): string[] {
  const out: string[] = [];
  const levels = new Map<string, number>();
  for (const [name, value] of Object.entries(markup.evidence)) {
    if (value <= 0) continue;
    const level = levelOf(value);
    levels.set(name, level);
    out.push(`m:${name}:${level}`);
  }
  for (const [a, b] of TOGETHER) out.push(`m:${a}:${levels.get(a) ?? 0}|${b}:${levels.get(b) ?? 0}`);
  out.push(`m:tag:${markup.tag}`);
  return out;
}

/** What of a neighbour's markup says something of this block. */
export function nameNeighbour(markup: MarkupFacts): string[] {
  const { evidence } = markup;
  const level = (name: string): number => ((evidence[name] ?? 0) > 0 ? levelOf(evidence[name] ?? 0) : 0);
  return [
    `m:tag:${markup.tag}`,
    `m:denseIn:${level('denseIn')}|prose:${level('prose')}`,
    `m:links:${level('links')}`,
    `m:denseDepth:${level('denseDepth')}`,
  ];
}
