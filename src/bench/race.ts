import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BenchPage, Runner } from './runners.js';

/** Pages a second of one runner: the median of its rounds. */
export interface Pace {
  readonly name: string;
  readonly pagesPerSecond: number;
}

/** The middle one; of an even number the higher of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Others write what they think of a page to the console. */
function withoutConsole<T>(work: () => Promise<T>): Promise<T> {
  const { log, warn, error } = console;
  console.log = console.warn = console.error = () => undefined;
  return work().finally(() => Object.assign(console, { log, warn, error }));
}

/**
 * Lets all runners work on the same pages in the same process, one after the other, round after round, so that whatever slows the
 * machine down slows all of them. A first round, in which code is compiled, does not count. What a runner throws at a page is its answer
 * to it.
 */
export function race(runners: readonly Runner[], pages: readonly BenchPage[], rounds: number): Promise<Pace[]> {
  return withoutConsole(() => runRounds(runners, pages, rounds));
}

async function runRounds(runners: readonly Runner[], pages: readonly BenchPage[], rounds: number): Promise<Pace[]> {
  const paces = runners.map((): number[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [i, runner] of runners.entries()) {
      const start = performance.now();
      for (const page of pages) {
        try {
          await runner.run(page);
        } catch {
          // Pages that a tool cannot read belong to the pages it is measured on.
        }
        // What a tool has only weak references to, or lets go of later, stays in memory until then: 4 GB after 300 pages on jsdom.
        await nextTurn();
      }
      if (round > 0) paces[i]?.push((1000 * pages.length) / Math.max(performance.now() - start, 0.001));
    }
  return runners.map(({ name }, i) => ({ name, pagesPerSecond: median(paces[i] ?? []) }));
}
