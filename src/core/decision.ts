import { z } from 'zod';
import { REASONS } from './types.js';

/** What a person decided about a document: the schema of raw/.copydesk/decisions.jsonl, which is input like the documents themselves. */

/** How far a decision reaches: the document it was made on, all of its source, or all documents. */
export const SCOPES = ['document', 'source', 'everywhere'] as const;

const LONGEST_PASSAGE = 200_000;
const LONGEST_VALUE = 10_000;

/** A document by its place: `offset` tells those of a container apart that have no key. */
const placeSchema = z.strictObject({
  rawPath: z.string().min(1),
  key: z.string().nullable(),
  offset: z.number().int().nonnegative().nullable(),
});

/**
 * A stretch of a document's text, as records show it: a line for each block it runs over. White space does not count when it is looked
 * for. `occurrence` counts, from 0, where the text stands in the document more than once.
 */
export const passageSchema = z.strictObject({
  text: z.string().min(1).max(LONGEST_PASSAGE),
  occurrence: z.number().int().nonnegative(),
});

const base = {
  id: z.string().regex(/^[0-9a-z]{8,40}$/),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  by: z.string().min(1).max(200),
  /** Where it was decided, whatever its scope. */
  document: placeSchema,
  source: z.string().min(1),
  note: z.string().max(LONGEST_VALUE).optional(),
};
const reach = { scope: z.enum(SCOPES), passage: passageSchema };
/** Of the strike that was judged. */
const rule = z.string().min(1);
const value = z.string().max(LONGEST_VALUE);
const correction = { ...base, action: z.literal('correct') };

export const decisionSchema = z.discriminatedUnion('action', [
  /** The strike is right. Changes nothing; says that a person has seen it. */
  z.strictObject({ ...base, ...reach, action: z.literal('accept'), rule }),
  /** The strike is wrong: the passage is the article's. */
  z.strictObject({ ...base, ...reach, action: z.literal('keep'), rule }),
  /** The passage is not the article's. */
  z.strictObject({ ...base, ...reach, action: z.literal('strike'), reason: z.enum(REASONS) }),
  /** The field's value; null: the document does not say. */
  z.discriminatedUnion('field', [
    z.strictObject({ ...correction, field: z.literal('headline'), value: value.min(1).nullable() }),
    z.strictObject({ ...correction, field: z.literal('authors'), value: z.array(value.min(1)) }),
    z.strictObject({
      ...correction,
      field: z.literal('datePublished'),
      value: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]).nullable(),
    }),
  ]),
]);

/** A line of the log: somebody decided, or took a decision back. */
export const decisionEventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('decided'), decision: decisionSchema }),
  z.strictObject({ event: z.literal('retired'), decision: base.id, at: base.at, by: base.by }),
]);

export type Decision = z.infer<typeof decisionSchema>;
export type DecisionEvent = z.infer<typeof decisionEventSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type Scope = (typeof SCOPES)[number];
export type DocumentPlace = z.infer<typeof placeSchema>;

/** Names a document: a key tells those of a container apart, and where there is none, the offset does. */
export const placeKey = ({ rawPath, key, offset }: DocumentPlace): string =>
  key === null ? `${rawPath}\n@${offset ?? ''}` : `${rawPath}\n=${key}`;

/** Whether two places are those of one document. */
export const isSamePlace = (a: DocumentPlace, b: DocumentPlace): boolean => placeKey(a) === placeKey(b);

const RULE = 'decision:';

/** The rule of what a decision made be kept or struck. */
export const decisionRule = (id: string): string => RULE + id;

export const isDecisionRule = (rule: string): boolean => rule.startsWith(RULE);

/** Decisions about a stretch of text. */
export type PassageDecision = Extract<Decision, { passage: Passage }>;
export type Correction = Extract<Decision, { action: 'correct' }>;
