import type { ExportSink } from '../export-sink.js';
import { csv } from './csv.js';
import { jsonl } from './jsonl.js';
import { md } from './md.js';
import { parquet } from './parquet.js';
import { records } from './records.js';

/** All formats of `export`, in the order in which the help lists them. A new one is one new file and one line here. */
export const EXPORTS: readonly ExportSink[] = [parquet, jsonl, csv, md, records];
