import { FAR, type Columns } from './columns.js';

/** Paragraphs that are compared with what stands before or behind them, and how many must stand there. */
const WINDOW = 3;
const LEAST_REST = 3;
/** Words that a window needs for its share to say anything. */
const LEAST_WORDS = 12;
/** A word in more of the paragraphs than this share says nothing of what they are about. */
const COMMON = 0.3;

/**
 * Whether the running text goes on about the same things. At each paragraph the words of the next few are looked up in those before, and
 * the other way round: where hardly any comes back, another text begins. Every block has the weakest such place above and below it, and how
 * far away it is. Linear in the page.
 */
export function putTopics(columns: Columns, prose: readonly boolean[], words: readonly Int32Array[]): void {
  const paragraphs = words.flatMap((_, i) => (prose[i] === true ? [i] : []));
  const own = tellingWords(paragraphs.map((i) => words[i] as Int32Array));
  putWeakest(columns, 'topicAbove', paragraphs, sharesBefore(own), words.length, 1);
  const below = sharesBefore([...own].reverse()).reverse();
  putWeakest(columns, 'topicBelow', paragraphs, below, words.length, -1);
}

/** The words of each paragraph without those that most paragraphs have. */
function tellingWords(paragraphs: readonly Int32Array[]): Int32Array[] {
  const uses = new Map<number, number>();
  for (const own of paragraphs) for (const word of own) uses.set(word, (uses.get(word) ?? 0) + 1);
  const most = Math.max(2, COMMON * paragraphs.length);
  return paragraphs.map((own) => own.filter((word) => (uses.get(word) as number) <= most));
}

/** For each paragraph the share of words of it and the next ones that stand before it; 1 where there is too little to tell. */
function sharesBefore(paragraphs: readonly Int32Array[]): number[] {
  const first = new Map<number, number>();
  paragraphs.forEach((own, k) => {
    for (const word of own) if (!first.has(word)) first.set(word, k);
  });
  return paragraphs.map((_, k) => {
    if (k < LEAST_REST) return 1;
    const window = new Set(paragraphs.slice(k, k + WINDOW).flatMap((own) => [...own]));
    if (window.size < LEAST_WORDS) return 1;
    let known = 0;
    for (const word of window) if ((first.get(word) as number) < k) known++;
    return known / window.size;
  });
}

/** Puts the lowest share of the paragraphs at or above each block (below with step -1), and how many blocks away it was found. */
function putWeakest(
  columns: Columns,
  name: string,
  paragraphs: readonly number[],
  shares: readonly number[],
  rows: number,
  step: 1 | -1,
): void {
  const [weakest, distance] = [columns.add(name), columns.add(`${name}Since`)];
  const shareAt = new Map(paragraphs.map((block, k) => [block, shares[k] as number]));
  let [lowest, place] = [1, -1];
  for (let i = step === 1 ? 0 : rows - 1; i >= 0 && i < rows; i += step) {
    const share = shareAt.get(i) ?? 1;
    if (share < lowest) [lowest, place] = [share, i];
    weakest[i] = lowest;
    distance[i] = place < 0 ? FAR : Math.min(FAR, Math.abs(i - place));
  }
}
