import type { Command } from 'commander';
import * as accuracy from './accuracy.js';
import * as bench from './bench.js';
import * as caseOf from './case.js';
import * as clean from './clean.js';
import * as decisions from './decisions.js';
import * as compare from './compare.js';
import * as diff from './diff.js';
import * as duplicates from './duplicates.js';
import * as exportRecords from './export.js';
import * as fit from './fit.js';
import * as learn from './learn.js';
import * as report from './report.js';
import * as review from './review.js';
import * as runs from './runs.js';
import * as schedule from './schedule.js';
import * as schema from './schema.js';

/** All commands, in the order in which the help lists them. A new one is one new file and one line here. */
export const COMMANDS: readonly { register(program: Command): void }[] = [
  clean,
  learn,
  diff,
  review,
  report,
  compare,
  duplicates,
  decisions,
  caseOf,
  runs,
  schedule,
  exportRecords,
  accuracy,
  bench,
  fit,
  schema,
];
