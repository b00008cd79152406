import { findClusters, type Cluster } from '../corpus/copies/clusters.js';
import { sign } from '../corpus/copies/signature.js';
import type { Signed } from '../corpus/copies/signed.js';
import { knownCopies, type KnownDocument } from './known-copies.js';

/** How well and how fast copies are found among documents of which is known what they are copies of. */
export interface DuplicatesMeasure {
  readonly documents: number;
  readonly signSeconds: number;
  readonly clusterSeconds: number;
  /** By share of the words that were edited: copies, and how many of them stand in one cluster with their original. */
  readonly byShare: ReadonlyMap<number, { readonly copies: number; readonly found: number }>;
  /** Pairs of documents that stand in one cluster, and how many of them are of one story. */
  readonly pairs: number;
  readonly rightPairs: number;
}

/** A record of a known document, found nowhere else than here. */
export function signedOf({ id, text }: KnownDocument): Signed {
  return { id, path: `${id}.txt.json`, key: null, at: 0, published: null, signature: sign(text) };
}

/** Runs findClusters() to its end. */
export function clustersOf(records: readonly Signed[]): Cluster[] {
  const phase = findClusters(records);
  for (;;) {
    const step = phase.next();
    if (step.done === true) return step.value;
  }
}

export function measureDuplicates(count: number, seed: number): DuplicatesMeasure {
  const stories = new Map<string, KnownDocument>();
  const records: Signed[] = [];
  let signSeconds = 0;
  for (const document of knownCopies(count, seed)) {
    const start = performance.now();
    records.push(signedOf(document));
    signSeconds += (performance.now() - start) / 1000;
    stories.set(document.id, { ...document, text: '' });
  }
  const start = performance.now();
  const clusters = clustersOf(records);
  const clusterSeconds = (performance.now() - start) / 1000;
  return { documents: records.length, signSeconds, clusterSeconds, ...compare(clusters, stories) };
}

function compare(
  clusters: readonly Cluster[],
  stories: ReadonlyMap<string, KnownDocument>,
): Pick<DuplicatesMeasure, 'byShare' | 'pairs' | 'rightPairs'> {
  const clusterOf = new Map<string, number>();
  let pairs = 0;
  let rightPairs = 0;
  clusters.forEach(({ original, copies }, i) => {
    const sizes = new Map<number | undefined, number>();
    for (const { id } of [original, ...copies.map(({ record }) => record)]) {
      clusterOf.set(id, i);
      const story = stories.get(id)?.story;
      sizes.set(story, (sizes.get(story) ?? 0) + 1);
    }
    pairs += pairsAmong(copies.length + 1);
    for (const size of sizes.values()) rightPairs += pairsAmong(size);
  });
  const originals = new Map<number, string>();
  for (const { id, kind, story } of stories.values()) if (kind === 'original') originals.set(story, id);
  const byShare = new Map<number, { copies: number; found: number }>();
  for (const { id, story, share } of stories.values()) {
    const original = originals.get(story);
    if (original === undefined || original === id) continue;
    const counts = byShare.get(share) ?? { copies: 0, found: 0 };
    counts.copies += 1;
    const cluster = clusterOf.get(id);
    if (cluster !== undefined && cluster === clusterOf.get(original)) counts.found += 1;
    byShare.set(share, counts);
  }
  return { byShare: new Map([...byShare].sort(([a], [b]) => a - b)), pairs, rightPairs };
}

const pairsAmong = (count: number): number => (count * (count - 1)) / 2;
