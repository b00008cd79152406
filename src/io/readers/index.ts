import type { Reader } from '../reader.js';
import { html } from './html.js';
import { jsonl } from './jsonl.js';
import { txt } from './txt.js';
import { warc } from './warc.js';
import { wet } from './wet.js';

/** All readers. No two accept the same name. */
export const READERS: readonly Reader[] = [txt, html, jsonl, warc, wet];

export function readerFor(path: string): Reader | undefined {
  return READERS.find((reader) => reader.accepts(path));
}
