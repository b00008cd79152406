import type { Logger } from 'pino';
import { decisionsPath, readDecisions } from '../io/decisions.js';
import { Decided } from '../stages/decided.js';

/** What people decided about the documents of a folder; the log tells of lines that say nothing. */
export async function loadDecided(raw: string, log: Logger): Promise<Decided> {
  const { decisions, broken } = await readDecisions(raw);
  for (const { line, problem } of broken)
    log.warn({ event: 'decisions', line, problem }, `${decisionsPath(raw)}: line ${line} is left out: ${problem}`);
  return new Decided(decisions);
}
