import type { Sink } from '../sink.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';

/** The sink of a clean file: many records a container, one record any other file. */
export function sinkFor(container: boolean): Sink {
  return container ? jsonl : json;
}
