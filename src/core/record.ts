import { z } from 'zod';
import { MOVED_ROLES, REASONS } from './types.js';

/** The record's own schema: what is written is validated against it, and the types are read off it. */

const offset = z.number().int().nonnegative();
const span = z.strictObject({ start: offset, end: offset });

export const dateValueSchema = z.strictObject({
  value: z.string().describe('ISO 8601 as written, never shifted; an offset only if the source gives one'),
  precision: z.enum(['day', 'minute', 'second']),
  from: z.string().describe('where it was read: json-ld, meta:…, time, byline, url, removed …'),
  raw: z.string(),
});

export const STATUSES = ['accepted', 'review', 'rejected'] as const;
export const REJECTIONS = ['error-page', 'not-an-article', 'empty', 'unreadable', 'too-large', 'timed-out'] as const;

export const recordSchema = z
  .strictObject({
    schema: z.literal('copydesk/1'),
    id: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .describe('hash of source and key: stable when the rules change'),
    status: z.enum(STATUSES),
    rejection: z.strictObject({ reason: z.enum(REJECTIONS), detail: z.string() }).nullable(),
    flags: z.array(z.string()),
    url: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    source: z.string(),
    publisher: z.string().nullable(),
    agency: z.string().nullable(),
    headline: z.string().nullable(),
    description: z.string().nullable(),
    authors: z.array(z.string()),
    datePublished: dateValueSchema.nullable(),
    dateModified: dateValueSchema.nullable(),
    inLanguage: z.string().describe("BCP 47; 'und' if it cannot be told"),
    languages: z.array(z.strictObject({ language: z.string(), share: z.number().min(0).max(1) })),
    text: z.string().describe("paragraphs joined by '\\n\\n'"),
    blocks: z.array(
      z.strictObject({
        role: z.enum(['standfirst', 'heading', 'paragraph', 'quote', 'list-item', 'table']),
        start: offset,
        end: offset,
        source: z.array(span),
      }),
    ),
    captions: z.array(z.strictObject({ text: z.string(), credit: z.string().nullable() })),
    notes: z.array(
      z.strictObject({ kind: z.enum(['translation', 'correction', 'disclaimer', 'copyright']), text: z.string() }),
    ),
    wordCount: offset,
    moves: z.array(z.strictObject({ to: z.enum(MOVED_ROLES), start: offset, end: offset, text: z.string() })),
    removals: z.array(
      z.strictObject({
        start: offset,
        end: offset,
        text: z.string(),
        reason: z.enum(REASONS),
        rule: z.string(),
        evidence: z.string().nullable(),
        confidence: z.number().min(0).max(1),
      }),
    ),
    provenance: z.strictObject({
      rawPath: z.string(),
      key: z.string().nullable(),
      rawSha256: z.string().regex(/^[0-9a-f]{64}$/),
      format: z.string(),
      offset: offset.nullable(),
      encoding: z.string(),
      encodingFrom: z.string(),
      fetchedAt: z.string().nullable(),
      copydesk: z.string(),
      rules: z.string(),
      options: z.string(),
      inputs: z.string(),
    }),
  })
  .describe('A normalized article record of copydesk');

/** One normalized article record. Named so as not to shadow TypeScript's own Record. */
export type ArticleRecord = z.infer<typeof recordSchema>;
export type Rejection = NonNullable<ArticleRecord['rejection']>;
