import { join } from 'node:path';
import { Published } from '../io/learned/published.js';
import { plan, type Step } from '../io/plan.js';
import { LINES_FOLDER } from './learning.js';
import { loadDecided } from './load-decided.js';
import { contextOf } from './run-context.js';
import type { RunSurroundings } from './run.js';
import type { RunSettings } from './settings.js';
import { checkFolders, survey } from './survey.js';

/** What a run would do. */
export interface DryRunReport {
  readonly clean: readonly { readonly rawPath: string; readonly cleanPath: string; readonly why: string }[];
  readonly skipped: number;
  readonly failed: readonly { readonly path: string; readonly problem: string }[];
  readonly leftAlone: readonly string[];
  readonly vanished: readonly string[];
}

/** Plans a run by what has been learned so far, and writes nothing, not even the ledger; takes no lock. */
export async function dryRun(settings: RunSettings, { console, now }: RunSurroundings): Promise<DryRunReport> {
  await checkFolders(settings);
  const { raw, chosen, ledger, vanished } = await survey(settings, console.log);
  const { provenance } = contextOf(settings);
  const lines = settings.learn ? await Published.read(join(settings.clean, LINES_FOLDER)) : Published.NOTHING;
  const decided = await loadDecided(settings.raw, console.log);
  const steps: Step[] = [];
  for await (const step of plan(chosen, ledger, {
    ...settings,
    provenance,
    lines,
    decided,
    learned: null,
    startedMs: now(),
  }))
    steps.push(step);
  return {
    clean: steps.flatMap((step) =>
      step.todo === 'clean' ? [{ rawPath: step.rawPath, cleanPath: step.cleanPath, why: step.why }] : [],
    ),
    skipped: steps.filter(({ todo }) => todo === 'skip').length,
    failed: [
      ...raw.failed,
      ...steps.flatMap((step) => (step.todo === 'fail' ? [{ path: step.rawPath, problem: step.detail }] : [])),
    ],
    leftAlone: raw.leftAlone,
    vanished: vanished.map(({ cleanPath }) => cleanPath),
  };
}
