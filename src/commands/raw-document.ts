import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { DocumentHints } from '../core/types.js';
import type { Reader } from '../io/reader.js';
import { readerFor } from '../io/readers/index.js';
import { readSidecar, SIDECAR_EXTENSION } from '../io/sidecar.js';

/** A raw file as a person named it. */
export interface NamedFile {
  /** Absolute. */
  readonly path: string;
  /** Below the raw folder where it stands there, with '/'. */
  readonly rawPath: string;
  readonly reader: Reader;
  readonly hints: DocumentHints;
}

/**
 * The raw file meant by a path: as given, or below the raw folder.
 * @throws UsageError if there is none that copydesk reads
 */
export async function findRaw(command: string, path: string, raw: string): Promise<NamedFile> {
  const file = [resolve(path), resolve(raw, path)].find(
    (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
  );
  if (file === undefined)
    throw new UsageError(`${command}: no file at ${path}, nor at ${path} below ${raw}; name a raw document`);
  const reader = readerFor(file);
  if (reader === undefined)
    throw new UsageError(
      `${command}: ${path} is none of the formats that copydesk reads (.txt, .html, .jsonl, .warc, .wet, .parquet, .zip, .tar)`,
    );
  const below = relative(raw, file);
  const rawPath = (below.startsWith('..') ? relative(process.cwd(), file) : below).split(sep).join('/');
  const beside = file + SIDECAR_EXTENSION;
  const hints = existsSync(beside) ? (await readSidecar(beside)).hints : {};
  return { path: file, rawPath, reader, hints };
}
