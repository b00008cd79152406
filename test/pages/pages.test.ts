import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clean, REASONS, type ArticleRecord } from '../../src/index.js';

/**
 * Whole documents and what is right for them. A case is a folder `<source>--<case>` with `source.txt` or `source.html`, perhaps a
 * sidecar `source.html.meta.json`, and `expected.json`: the fields that matter here, written by hand. Where a case shows what must
 * go, its twin of the same source shows what must stay.
 */

const reason = z.enum(REASONS);
const expectedSchema = z
  .strictObject({
    status: z.enum(['accepted', 'review', 'rejected']),
    rejection: z.string().describe('why a rejected document was rejected'),
    headline: z.string().nullable(),
    authors: z.array(z.string()),
    datePublished: z.string().nullable().describe('its value alone'),
    agency: z.string().nullable(),
    inLanguage: z.string(),
    flags: z.array(z.string()),
    text: z.array(z.string()).describe('all paragraphs'),
    removed: z
      .array(z.strictObject({ reason: z.union([reason, z.array(reason)]), text: z.string() }))
      .describe('must be among the removals, for that reason or one of those; [] means that nothing may be removed'),
  })
  .partial();
type Expected = z.infer<typeof expectedSchema>;

const FOLDER = import.meta.dirname;
const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

function cleanCase(folder: string): ArticleRecord {
  const format = existsSync(join(folder, 'source.html')) ? 'html' : 'text';
  const file = join(folder, format === 'html' ? 'source.html' : 'source.txt');
  const beside = `${file}.meta.json`;
  const hints = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as Record<string, string>) : {};
  return clean(readFileSync(file), { ...hints, format });
}

/** What the record says of a field, in the shape in which expected.json writes it. */
function actual(record: ArticleRecord, field: keyof Expected): unknown {
  switch (field) {
    case 'rejection':
      return record.rejection?.reason;
    case 'datePublished':
      return record.datePublished?.value ?? null;
    case 'text':
      return record.text === '' ? [] : record.text.split('\n\n');
    case 'removed':
      return record.removals.map((removal) => ({ reason: removal.reason, text: removal.text }));
    default:
      return record[field];
  }
}

function checkRemoved(record: ArticleRecord, wanted: NonNullable<Expected['removed']>): void {
  if (wanted.length === 0) expect(actual(record, 'removed')).toEqual([]);
  const found = wanted.map(({ reason, text }) => {
    const reasons = record.removals.filter((removal) => removal.text === text).map((removal) => removal.reason);
    const right = reasons.find((one) => [reason].flat().includes(one));
    return { text, reason: right === undefined ? (reasons[0] ?? 'not removed') : reason };
  });
  expect(found).toEqual(wanted);
}

describe.each(cases)('%s', (name) => {
  const folder = join(FOLDER, name);
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  const record = cleanCase(folder);

  it.each(Object.keys(expected) as (keyof Expected)[])('%s', (field) => {
    if (field === 'removed') checkRemoved(record, expected.removed ?? []);
    else expect(actual(record, field)).toEqual(expected[field]);
  });
});

describe('the cases', () => {
  it('are named <source>--<case>', () => {
    expect(cases.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });
});
