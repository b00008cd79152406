import { z } from 'zod';
import type { DocumentHints } from '../core/types.js';
import { errorCode, errorMessage } from './error-code.js';
import { sha256 } from '../stages/record/identity.js';
import { hintFields } from './hints.js';
import { describeIssues, parseJson } from './issues.js';
import { gather, openStored } from './stored-file.js';

/** `b.html` → `b.html.meta.json`, which says what the file cannot. */
export const SIDECAR_EXTENSION = '.meta.json';

/** Other keys are the user's own business. */
const sidecarSchema = z.object({
  url: hintFields.url.nullish(),
  fetchedAt: hintFields.fetchedAt.nullish(),
  contentType: hintFields.contentType.nullish(),
  source: hintFields.source.nullish(),
  language: hintFields.language.nullish(),
});

const MAX_BYTES = 1024 * 1024;

export interface Sidecar {
  readonly hints: DocumentHints;
  /** SHA-256 of its bytes; also of a broken one, so that mending it counts as a change. */
  readonly sha256: string;
  /** Why it was left out, in one line; null if it is good. */
  readonly problem: string | null;
}

/** Hints of a parsed sidecar without the null ones. */
function hintsOf(data: z.infer<typeof sidecarSchema>): DocumentHints {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));
}

/** Reads a sidecar. A broken one has no hints and a problem; never throws for what it holds. */
export async function readSidecar(path: string): Promise<Sidecar> {
  const file = openStored(path);
  let bytes: Uint8Array | null;
  try {
    bytes = await gather(file.bytes(), MAX_BYTES);
  } catch (error) {
    const code = errorCode(error) ?? errorMessage(error);
    return { hints: {}, sha256: sha256(`unreadable: ${code}`), problem: `cannot be read: ${code}` };
  }
  const digest = await file.sha256();
  const broken = (problem: string): Sidecar => ({ hints: {}, sha256: digest, problem });
  if (bytes === null) return broken(`larger than ${MAX_BYTES} bytes`);
  const parsed = parseJson(Buffer.from(bytes).toString('utf8'));
  if ('problem' in parsed) return broken(parsed.problem);
  const { data, error } = sidecarSchema.safeParse(parsed.json);
  if (error) return broken(describeIssues(error));
  return { hints: hintsOf(data), sha256: digest, problem: null };
}
