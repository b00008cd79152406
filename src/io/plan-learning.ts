import { join } from 'node:path';
import { findFile, looksSame } from './found.js';
import type { Ledger } from './ledger.js';
import { inputsHash } from './provenance.js';
import type { Shard } from './shard.js';
import { spreadIn } from './spread.js';
import { readSidecar, SIDECAR_EXTENSION } from './sidecar.js';
import type { RawFile } from './walk-raw.js';

/** Files looked at side by side, as in plan.ts. */
const AT_ONCE = 32;

interface LearningSettings {
  /** The folder of the raw documents. */
  readonly raw: string;
  /** Which memory is to have learned from them (LineStore.begun). */
  readonly begun: number;
  /** Threads that share the work, if there are several. */
  readonly jobs?: number;
  /** Whether workers of a queue do. */
  readonly queued?: boolean;
  /** Where the part of the n-th shard goes, below clean/. */
  readonly partOf: (number: number) => string;
}

/** The files that have not been learned from as they are now. What cannot be read is left to those who clean. */
export async function* planLearning(
  files: readonly RawFile[],
  ledger: Pick<Ledger, 'get'>,
  { raw, begun, jobs = 1, queued = false, partOf }: LearningSettings,
): AsyncGenerator<Shard> {
  const spreadOf = spreadIn(files, { jobs, queued }, (rawPath) => ledger.get(rawPath)?.lines.learned === begun);
  let number = 0;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const shards = await Promise.all(
      files.slice(at, at + AT_ONCE).map(async (file) => {
        const { rawPath, sidecar } = file;
        const path = join(raw, rawPath);
        const found = file.found ?? (await findFile(path).catch(() => null));
        if (found === null) return null;
        const said = sidecar ? await readSidecar(path + SIDECAR_EXTENSION) : null;
        const inputs = inputsHash({ sidecar: said?.sha256 });
        const entry = ledger.get(rawPath);
        const isKnown = entry?.lines.learned === begun && looksSame(found, entry) && entry.inputs === inputs;
        if (isKnown) return null;
        return { rawPath, hints: said?.hints ?? {}, inputs, ...spreadOf(file, found.size) };
      }),
    );
    for (const shard of shards) if (shard !== null) yield { ...shard, part: partOf(number++) };
  }
}
