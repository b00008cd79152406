import { z } from 'zod';
import { NO_YIELD, fromParts, toParts } from '../corpus/yields/yield.js';
import type { YieldHistory } from '../corpus/yields/drift.js';
import { parseJson } from './issues.js';
import { replaceLines } from './part-file.js';
import { readOptional } from './read-optional.js';

/**
 * What each source has given so far: clean/.copydesk/yields.jsonl, a header that names by which rules, and a line a source. Other rules make
 * other articles of the same pages, so a file of other rules is as none.
 */

const parts = z.array(z.number().int().nonnegative());
const headerSchema = z.strictObject({ yields: z.literal(1), rules: z.string() });
const lineSchema = z.tuple([z.string(), z.array(parts), parts]);

const parse = <T>(schema: z.ZodType<T>, line: string): T | undefined => {
  const parsed = parseJson(line);
  return 'json' in parsed ? schema.safeParse(parsed.json).data : undefined;
};

/** The histories by source; none where nothing is known by these rules. A damaged line is as if its source were new. */
export async function readHistories(path: string, rules: string): Promise<Map<string, YieldHistory>> {
  const histories = new Map<string, YieldHistory>();
  const text = await readOptional(path);
  const [header = '', ...lines] = text.split('\n');
  if (parse(headerSchema, header)?.rules !== rules) return histories;
  for (const line of lines) {
    const [source, past, open] = parse(lineSchema, line) ?? [];
    if (source !== undefined) histories.set(source, { past: (past ?? []).map(fromParts), open: fromParts(open ?? []) });
  }
  return histories;
}

function* historyLines(rules: string, histories: ReadonlyMap<string, YieldHistory>): Iterable<string> {
  yield JSON.stringify({ yields: 1, rules });
  for (const [source, { past, open }] of histories)
    yield JSON.stringify([source, past.map(toParts), open === NO_YIELD ? [] : toParts(open)]);
}

/** Writes all histories, whole or not at all. */
export async function writeHistories(
  path: string,
  rules: string,
  histories: ReadonlyMap<string, YieldHistory>,
): Promise<void> {
  await replaceLines(path, historyLines(rules, histories));
}
