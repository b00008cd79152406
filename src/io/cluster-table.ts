import { z } from 'zod';
import type { ClusterLine, Place, Standing } from '../corpus/copies/copies-of.js';
import { standingIn } from '../corpus/copies/copies-of.js';
import { parseJson } from './issues.js';
import { splitLines } from './lines.js';
import { openStored } from './stored-file.js';

/** clean/.copydesk/duplicates/clusters.jsonl: a line a cluster. */

const place = { id: z.string(), path: z.string(), key: z.string().nullable() };

const lineSchema: z.ZodType<ClusterLine> = z.strictObject({
  original: z.strictObject(place),
  copies: z.array(z.strictObject({ ...place, copy: z.enum(['exact', 'near']), similarity: z.number() })),
});

/** A line names all copies of one text. */
const MAX_LINE = 1024 * 1024 * 1024;

/** A table as it is written, line by line. */
export function* tableLines(lines: Iterable<ClusterLine>): Iterable<string> {
  for (const line of lines) yield JSON.stringify(line);
}

/**
 * The lines of a table; lines that are none are left out.
 * @throws what the file system throws, ENOENT where none was written yet
 */
export async function* readTable(path: string): AsyncGenerator<ClusterLine> {
  for await (const line of splitLines(openStored(path).bytes(), MAX_LINE)) {
    if (line.kind === 'broken') throw line.error;
    const parsed = line.kind === 'line' ? parseJson(Buffer.from(line.bytes).toString('utf8')) : undefined;
    const cluster = lineSchema.safeParse(parsed !== undefined && 'json' in parsed ? parsed.json : null).data;
    if (cluster !== undefined) yield cluster;
  }
}

/** What the table says of some records, in their order; null for those without copies, and for all where there is no table. */
export async function findStandings(path: string, records: readonly Place[]): Promise<(Standing | null)[]> {
  const found: (Standing | null)[] = records.map(() => null);
  try {
    for await (const line of readTable(path))
      records.forEach((record, i) => {
        found[i] ??= standingIn(line, record);
      });
  } catch {
    // No table, or one that cannot be read: then nothing is known.
  }
  return found;
}
