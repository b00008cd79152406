import type { Reader } from '../reader.js';
import { html } from './html.js';
import { jsonl } from './jsonl.js';
import { parquet } from './parquet.js';
import { tar } from './tar.js';
import { txt } from './txt.js';
import { warc } from './warc.js';
import { wet } from './wet.js';
import { zip } from './zip.js';

/** All readers. No two accept the same name. */
export const READERS: readonly Reader[] = [txt, html, jsonl, warc, wet, zip, tar, parquet];

export function readerFor(path: string): Reader | undefined {
  return READERS.find((reader) => reader.accepts(path));
}
