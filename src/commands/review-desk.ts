import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/errors.js';
import { appendEvent, readDecisions } from '../io/decisions.js';
import { errorMessage } from '../io/error-code.js';
import { readFolder } from '../io/read-folder.js';
import type { DecisionLog } from '../review/desk/decision-log.js';
import { Holdings } from '../review/desk/holdings.js';
import type { Console } from './console.js';

/** What the review page and the report begin with. */

const ASSETS = fileURLToPath(new URL('../review/app/', import.meta.url));

/** The page, by its files. */
export async function readAssets(): Promise<ReadonlyMap<string, Buffer>> {
  return readFolder(ASSETS).catch((error: unknown) => {
    throw new UsageError('the review page is not built; run "npm run build"', { cause: error });
  });
}

/** The log in the raw folder; each broken line of it is told of once. */
export function logOf(raw: string, { log }: Console): DecisionLog {
  const told = new Set<number>();
  return {
    async read() {
      const { decisions, broken } = await readDecisions(raw);
      for (const { line, problem } of broken) {
        if (!told.has(line))
          log.warn({ event: 'decision', line, problem }, `decisions.jsonl: line ${line} is left out: ${problem}`);
        told.add(line);
      }
      return decisions;
    },
    append: (event) => appendEvent(raw, event),
  };
}

const number = new Intl.NumberFormat('en');

/** Opens the records of a folder, and begins to bring their catalogue up to date. */
export function openHoldings(clean: string, console: Console): Promise<Holdings> {
  return Holdings.open({
    clean,
    now: Date.now,
    progress: (read, all) => {
      if (read < all) console.progress(`reading records: ${number.format(read)} of ${number.format(all)} files`);
      else console.done();
    },
    onProblem: (error) => {
      console.log.error({ event: 'catalogue' }, `the catalogue stays as it was: ${errorMessage(error)}`);
    },
  });
}
