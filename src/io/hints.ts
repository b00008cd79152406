import { z } from 'zod';
import type { DocumentHints } from '../core/types.js';

/** Fields of DocumentHints as sidecars and containers carry them; null is the same as absent. */
export const hintFields = {
  url: z
    .url({ protocol: /^https?$/, error: 'expected an http(s) URL' })
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'expected an http(s) URL' }),
  fetchedAt: z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
    error: 'expected an ISO 8601 date or time',
  }),
  contentType: z.string().min(1),
  source: z.string().min(1),
  language: z.string().min(1),
};

/** A document's own hints before those of its container's sidecar, whose url and type are those of the file and not of a document in it. */
export function mergeHints({ fetchedAt, source, language }: DocumentHints, own: DocumentHints): DocumentHints {
  const hints = Object.entries({ fetchedAt, source, language }).concat(
    Object.entries(own).filter(([, value]) => value !== undefined),
  );
  return Object.fromEntries(hints.filter(([, value]) => value !== undefined));
}

/** Those of some values that are good hints; a hint that is not what it should be is left out. */
export function goodHints(values: Readonly<Partial<Record<keyof typeof hintFields, unknown>>>): DocumentHints {
  const hints = Object.entries(hintFields).map(([name, field]) => [
    name,
    field.safeParse(values[name as keyof typeof hintFields]).data,
  ]);
  return Object.fromEntries(hints.filter(([, value]) => value !== undefined)) as DocumentHints;
}
