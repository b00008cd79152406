import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../core/errors.js';
import { errorCode, errorMessage } from './error-code.js';
import { describeIssues, parseJson } from './issues.js';
import { isS3Url } from './storage/s3-url.js';

/** The configuration file: what options of the commands do not say. Paths are relative to the file. */

export const CONFIG_FILE = 'copydesk.config.json';

const wholeNumber = z.number().int().positive();

export const configSchema = z.strictObject({
  raw: z.string().min(1).optional().describe('folder of the raw documents'),
  clean: z.string().min(1).optional().describe('folder of the records'),
  jobs: wholeNumber.optional().describe('worker threads'),
  timeout: wholeNumber.optional().describe('seconds that the work on one document may take (default: 10)'),
  durable: z.boolean().optional().describe('wait until each record has reached the disk'),
  learn: z.boolean().optional().describe('learn which lines each source repeats, and go by it (default: true)'),
  duplicates: z.boolean().optional().describe('find the copies among the records at the end of a run'),
  metrics: z.string().min(1).optional().describe('file for counters in the text format of Prometheus'),
  keepRuns: wholeNumber.optional().describe('reports of runs that are kept (default: 1000)'),
  profiles: z.string().min(1).optional().describe("folder of the user's own site profiles and phrases"),
  maxBytes: wholeNumber.optional().describe('documents of more bytes are rejected as too large'),
  maxUnpacked: wholeNumber.optional().describe('packed files are read up to so many bytes unpacked'),
  maxRatio: wholeNumber.optional().describe('… and up to so many times their packed size'),
  column: z.string().min(1).optional().describe('column of the documents in Parquet files'),
  maxCharacters: wholeNumber.optional().describe('documents of more characters are rejected as too large'),
  maxNodes: wholeNumber.optional().describe('HTML pages of more nodes are rejected as too large'),
  maxDepth: wholeNumber.optional().describe('HTML pages nested deeper are rejected as too large'),
  maxBlocks: wholeNumber.optional().describe('documents of more paragraphs or lines are rejected as too large'),
  minWords: z.number().int().nonnegative().optional().describe('articles of fewer words are marked for review'),
});

export type Config = z.infer<typeof configSchema>;

/**
 * The configuration of a folder, or of a file that was asked for by name; {} if there is none.
 * @throws UsageError with file, key and what was expected
 */
export async function loadConfig(file: string | undefined, folder: string): Promise<Config> {
  const path = resolve(folder, file ?? CONFIG_FILE);
  const shown = file ?? CONFIG_FILE;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' && file === undefined) return {};
    throw new UsageError(`${shown}: expected a configuration file: ${code ?? errorMessage(error)}`);
  }
  const parsed = parseJson(text);
  if ('problem' in parsed) throw new UsageError(`${shown}: ${parsed.problem}`);
  const { data, error } = configSchema.safeParse(parsed.json);
  if (error) {
    const known = error.issues.some(({ code }) => code === 'unrecognized_keys')
      ? ` (known: ${Object.keys(configSchema.shape).join(', ')})`
      : '';
    throw new UsageError(`${shown}: ${describeIssues(error)}${known}`);
  }
  for (const key of ['raw', 'clean'] as const)
    if (data[key] !== undefined && isS3Url(data[key]))
      throw new UsageError(`${shown}: ${key}: object storage is named on the command line: --${key} ${data[key]}`);
  const below = (value: string | undefined) => (value === undefined ? undefined : resolve(dirname(path), value));
  const paths = {
    raw: below(data.raw),
    clean: below(data.clean),
    profiles: below(data.profiles),
    metrics: below(data.metrics),
  };
  return { ...data, ...Object.fromEntries(Object.entries(paths).filter(([, value]) => value !== undefined)) };
}
