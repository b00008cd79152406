import type { Reader } from '../reader.js';
import { html } from './html.js';
import { jsonl } from './jsonl.js';
import { txt } from './txt.js';

/** All readers. No two accept the same name. */
export const READERS: readonly Reader[] = [txt, html, jsonl];

export function readerFor(path: string): Reader | undefined {
  return READERS.find((reader) => reader.accepts(path));
}
