import { z } from 'zod';
import { listRuns, readRun } from '../io/run-reports.js';
import type { RunSummary } from './api.js';
import { describeDrift } from './describe-drift.js';

const count = z.number();

/** What is shown of a run's report; earlier versions wrote less. */
const reportSchema = z.object({
  id: z.string(),
  started: z.string(),
  durationMs: count,
  documents: z.object({ total: count, cleaned: count, accepted: count, review: count, rejected: count }),
  characters: z.object({ kept: count, removed: z.record(z.string(), count) }).optional(),
  drift: z.array(z.object({ source: z.string(), measure: z.string(), before: count, now: count })).default([]),
});

/** The last run, and the one before it; null where there is none. */
export async function lastRuns(clean: string): Promise<{ run: RunSummary | null; before: RunSummary | null }> {
  const [before, run] = [null, null, ...(await listRuns(clean))].slice(-2);
  return { run: await summaryOf(clean, run), before: await summaryOf(clean, before) };
}

async function summaryOf(clean: string, id: string | null | undefined): Promise<RunSummary | null> {
  if (id === null || id === undefined) return null;
  const { data } = reportSchema.safeParse(await readRun(clean, id));
  if (data === undefined) return null;
  const { characters, drift, ...rest } = data;
  const removed = Object.values(characters?.removed ?? {}).reduce((sum, some) => sum + some, 0);
  return { ...rest, characters: { kept: characters?.kept ?? 0, removed }, drift: drift.map(describeDrift) };
}
