import { z } from 'zod';
import type { ArticleRecord } from '../core/record.js';

/** What is compared of a record: all that whoever reads it may see, and nothing of the hashes that made it. */

const offset = z.number().int().nonnegative();

export const comparableSchema = z.strictObject({
  id: z.string(),
  /** Its document: `offset` tells those of a container apart that have no key. */
  rawPath: z.string(),
  key: z.string().nullable(),
  offset: offset.nullable(),
  source: z.string(),
  /** By name; an absent value is an empty list. Names that only one of two records knows are not compared. */
  fields: z.record(z.string(), z.array(z.string())),
  text: z.string(),
  /** In the order of the source. */
  moves: z.array(z.strictObject({ to: z.string(), text: z.string() })),
  removals: z.array(z.strictObject({ rule: z.string(), reason: z.string(), text: z.string() })),
});

export type Comparable = Readonly<z.infer<typeof comparableSchema>>;

const optional = (value: string | null): string[] => (value === null ? [] : [value]);

/** The compared fields, most telling first. A date's `from` says how it was found, not what it is, and is left out. */
const FIELDS: Readonly<Record<string, (record: ArticleRecord) => string[]>> = {
  status: ({ status }) => [status],
  rejection: ({ rejection }) => optional(rejection?.reason ?? null),
  headline: ({ headline }) => optional(headline),
  authors: ({ authors }) => authors,
  datePublished: ({ datePublished }) => optional(datePublished?.value ?? null),
  dateModified: ({ dateModified }) => optional(dateModified?.value ?? null),
  inLanguage: ({ inLanguage }) => [inLanguage],
  description: ({ description }) => optional(description),
  publisher: ({ publisher }) => optional(publisher),
  agency: ({ agency }) => optional(agency),
  source: ({ source }) => [source],
  url: ({ url }) => optional(url),
  canonicalUrl: ({ canonicalUrl }) => optional(canonicalUrl),
  flags: ({ flags }) => flags,
  captions: ({ captions }) => captions.map(({ text, credit }) => (credit === null ? text : `${text} (${credit})`)),
  notes: ({ notes }) => notes.map(({ kind, text }) => `${kind}: ${text}`),
};

/** Of a record, what is compared. */
export function comparableOf(record: ArticleRecord): Comparable {
  const { rawPath, key, offset } = record.provenance;
  return {
    id: record.id,
    rawPath,
    key,
    offset,
    source: record.source,
    fields: Object.fromEntries(Object.entries(FIELDS).map(([name, read]) => [name, read(record)])),
    text: record.text,
    moves: record.moves.map(({ to, text }) => ({ to, text })),
    removals: record.removals.map(({ rule, reason, text }) => ({ rule, reason, text })),
  };
}
