import { z } from 'zod';

/** Fields of DocumentHints as sidecars and containers carry them; null is the same as absent. */
export const hintFields = {
  url: z.url({ protocol: /^https?$/, error: 'expected an http(s) URL' }),
  fetchedAt: z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
    error: 'expected an ISO 8601 date or time',
  }),
  contentType: z.string().min(1),
  source: z.string().min(1),
  language: z.string().min(1),
};
