import { recordOf } from '../engines/clean-document.js';
import { hintFields } from '../io/hints.js';
import { inputsHash, runProvenance } from '../io/provenance.js';
import { readFailure, tooLarge, type ReadItem, type ReadLimits } from '../io/reader.js';
import { sniffFormat } from '../io/sniff.js';
import { gather } from '../io/stored-file.js';
import type { CleanOptions } from '../core/options.js';
import { UsageError } from '../core/errors.js';
import type { ArticleRecord } from '../core/record.js';
import type { DocumentHints, RawDocument } from '../core/types.js';
import { Decided } from '../stages/decided.js';
import { NO_LINES } from '../stages/held-lines.js';
import { sha256 } from '../stages/record/identity.js';

export interface StdinFlags {
  readonly url?: string;
  readonly format?: RawDocument['format'];
  readonly contentType?: string;
}

/** The path that a document has that never was a file. */
const STDIN = '-';

function hintsOf({ url, contentType }: StdinFlags): DocumentHints {
  if (url !== undefined && !hintFields.url.safeParse(url).success)
    throw new UsageError(`--url: expected an http(s) URL, got "${url}"`);
  return { ...(url === undefined ? {} : { url }), ...(contentType === undefined ? {} : { contentType }) };
}

/** Reads one document from a stream and gives its record. No more is read than a document may hold. */
export async function cleanStream(
  stream: AsyncIterable<Uint8Array>,
  flags: StdinFlags,
  options: CleanOptions,
  limits: ReadLimits,
): Promise<ArticleRecord> {
  const hints = hintsOf(flags);
  const place = { rawPath: STDIN, key: null, offset: null, hints };
  const seen: Uint8Array[] = [];
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      seen.push(chunk);
      yield chunk;
    }
  }
  let item: ReadItem;
  try {
    const payload = await gather(watched(), limits.maxBytes);
    item = payload
      ? { ...place, format: flags.format ?? sniffFormat(payload, flags.contentType), payload }
      : { ...place, format: flags.format ?? 'text', ...tooLarge(limits), sha256: sha256(Buffer.concat(seen)) };
  } catch (error) {
    item = { ...place, format: flags.format ?? 'text', ...readFailure(error), sha256: sha256(Buffer.concat(seen)) };
  }
  const provenance = { ...runProvenance(options, limits), inputs: inputsHash({ ...hints }) };
  return recordOf(item, { options, provenance, lines: NO_LINES, decided: Decided.NOTHING });
}
