import { join } from 'node:path';
import { byCodeUnit } from '../core/order.js';
import { extendHistory, NO_HISTORY, type Drift } from '../corpus/yields/drift.js';
import type { Why } from '../io/plan.js';
import { STATE_FOLDER } from '../io/paths.js';
import type { SourceYields } from '../io/source-yields.js';
import { readHistories, writeHistories } from '../io/yield-histories.js';

/** A source whose documents have changed. */
export interface SourceDrift extends Drift {
  readonly source: string;
}

/** Why a file is cleaned although nothing has arrived: its documents were counted when they did. */
const CLEANED_AGAIN: readonly Why[] = [
  'forced',
  'inputs changed',
  'lines changed',
  'decisions changed',
  'clean file missing',
  'clean file changed',
  'tried again',
];

/** Whether a file's documents say something new of their sources. Where rules changed, all are counted anew. */
export const hasArrived = (why: Why): boolean => !CLEANED_AGAIN.includes(why);

/** Compares what has arrived with each source's history, and makes it part of that. */
export async function noticeDrift(
  arrived: SourceYields,
  { clean, rules }: { readonly clean: string; readonly rules: string },
): Promise<SourceDrift[]> {
  const fresh = [...arrived];
  if (fresh.length === 0) return [];
  const path = join(clean, STATE_FOLDER, 'yields.jsonl');
  const histories = await readHistories(path, rules);
  const found: SourceDrift[] = [];
  for (const [source, sum] of fresh) {
    const { history, drifts } = extendHistory(histories.get(source) ?? NO_HISTORY, sum);
    histories.set(source, history);
    found.push(...drifts.map((drift) => ({ source, ...drift })));
  }
  await writeHistories(path, rules, histories);
  return found.sort((a, b) => byCodeUnit(a.source, b.source));
}
