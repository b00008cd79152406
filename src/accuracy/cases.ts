import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { UsageError } from '../core/errors.js';
import type { CleanOptions } from '../core/options.js';
import { squeeze } from '../core/passage.js';
import { STATUSES, type ArticleRecord } from '../core/record.js';
import { REASONS, type RawDocument } from '../core/types.js';
import { describeIssues, parseJson } from '../io/issues.js';
import { inputsHash, runProvenance } from '../io/provenance.js';
import { DEFAULT_LIMITS } from '../io/reader.js';
import { readSidecar, SIDECAR_EXTENSION } from '../io/sidecar.js';
import { clean } from '../pipeline.js';

/**
 * Whole documents and what is right for them. A case is a folder with `source.txt` or `source.html`, perhaps a sidecar
 * `source.html.meta.json`, and `expected.json`: the fields that matter here.
 */

export const SOURCES = { text: 'source.txt', html: 'source.html' } as const;
export const EXPECTED = 'expected.json';

const reason = z.enum(REASONS);
export const expectedSchema = z
  .strictObject({
    status: z.enum(STATUSES),
    rejection: z.string().describe('why a rejected document was rejected'),
    headline: z.string().nullable(),
    authors: z.array(z.string()),
    datePublished: z.string().nullable().describe('its value alone'),
    agency: z.string().nullable(),
    inLanguage: z.string(),
    flags: z.array(z.string()),
    text: z.array(z.string()).describe('all paragraphs'),
    holds: z.array(z.string()).describe('must stand in the text, whatever the white space'),
    lacks: z.array(z.string()).describe('must not stand in the text'),
    removed: z
      .array(z.strictObject({ reason: z.union([reason, z.array(reason)]), text: z.string() }))
      .describe('must be among the removals, for that reason or one of those; [] means that nothing may be removed'),
  })
  .partial();
export type Expected = z.infer<typeof expectedSchema>;
export type ExpectedField = keyof Expected;

/** @throws UsageError if a folder is no case */
export async function readExpected(folder: string): Promise<Expected> {
  const path = join(folder, EXPECTED);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new UsageError(`${path}: expected a file that says what is right for the case`);
  const parsed = parseJson(text);
  if ('problem' in parsed) throw new UsageError(`${path}: ${parsed.problem}`);
  const { data, error } = expectedSchema.safeParse(parsed.json);
  if (error) throw new UsageError(`${path}: ${describeIssues(error)}`);
  return data;
}

/** The record of a case's document, by the rules alone: nothing was learned or decided. */
export async function cleanCase(folder: string, options: CleanOptions): Promise<ArticleRecord> {
  const format = existsSync(join(folder, SOURCES.html)) ? 'html' : 'text';
  const path = join(folder, SOURCES[format]);
  const payload = await readFile(path).catch(() => null);
  if (payload === null) throw new UsageError(`${folder}: expected ${SOURCES.text} or ${SOURCES.html} in it`);
  const beside = path + SIDECAR_EXTENSION;
  const { hints } = existsSync(beside) ? await readSidecar(beside) : { hints: {} };
  const raw: RawDocument = { rawPath: '-', key: null, offset: null, format, payload, hints };
  return clean(raw, options, { ...runProvenance(options, DEFAULT_LIMITS), inputs: inputsHash({ ...hints }) });
}

/** What a record says of a field, in the words in which `expected` says it: the same where the record is right. */
export function actual(record: ArticleRecord, field: ExpectedField, expected: Expected): unknown {
  switch (field) {
    case 'rejection':
      return record.rejection?.reason;
    case 'datePublished':
      return record.datePublished?.value ?? null;
    case 'text':
      return record.text === '' ? [] : record.text.split('\n\n');
    case 'holds':
      return expected.holds?.filter((words) => isIn(record, words));
    case 'lacks':
      return expected.lacks?.filter((words) => !isIn(record, words));
    case 'removed':
      return removedAs(record, expected.removed ?? []);
    default:
      return record[field];
  }
}

const isIn = ({ text }: ArticleRecord, words: string): boolean => squeeze(text).includes(squeeze(words));

function removedAs(
  { removals }: ArticleRecord,
  wanted: NonNullable<Expected['removed']>,
): Expected['removed'] | object {
  if (wanted.length === 0) return removals.map(({ reason, text }) => ({ reason, text }));
  return wanted.map(({ reason, text }) => {
    const reasons = removals.filter((removal) => removal.text === text).map((removal) => removal.reason);
    const isRight = reasons.some((one) => [reason].flat().includes(one));
    return { reason: isRight ? reason : (reasons[0] ?? 'not removed'), text };
  });
}

/** A field in which a record is not as expected. */
export interface Difference {
  readonly field: ExpectedField;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** All fields in which a record is not as expected. */
export const differences = (record: ArticleRecord, expected: Expected): Difference[] =>
  (Object.keys(expected) as ExpectedField[])
    .map((field) => ({ field, expected: expected[field], actual: actual(record, field, expected) }))
    .filter((one) => !isDeepStrictEqual(one.expected, one.actual));
