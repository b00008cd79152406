import { join } from 'node:path';
import { isSamePlace, type Decision } from '../core/decision.js';
import { recordTexts } from '../core/record-pieces.js';
import { sortStale } from '../core/stale.js';
import { errorCode } from '../io/error-code.js';
import { cleanPathOf } from '../io/paths.js';
import { readRecords } from '../io/read-records.js';
import { readerFor } from '../io/readers/index.js';

/** Of some decisions those about one document whose passage does not stand in its record, or whose document has no record. */
export async function findStale(clean: string, decisions: readonly Decision[]): Promise<Decision[]> {
  const asked = decisions.filter((decision) => decision.action !== 'correct' && decision.scope === 'document');
  const obeyed = new Set<string>();
  for (const rawPath of new Set(asked.map(({ document }) => document.rawPath))) {
    const own = asked.filter(({ document }) => document.rawPath === rawPath);
    const path = join(clean, cleanPathOf(rawPath, readerFor(rawPath)?.container ?? false));
    try {
      for await (const read of readRecords(path)) {
        if (read.kind === 'broken') continue;
        const here = own.filter(({ document }) => isSamePlace(document, read.record.provenance));
        if (here.length === 0) continue;
        for (const { id } of sortStale(recordTexts(read.record), here).obeyed) obeyed.add(id);
      }
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
  return asked.filter(({ id }) => !obeyed.has(id));
}
