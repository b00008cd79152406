import { z } from 'zod';
import type { DocumentHints } from '../../core/types.js';
import { sha256 } from '../../stages/record/identity.js';
import { hintFields, mergeHints } from '../hints.js';
import { parseJson } from '../issues.js';
import { isBlank, splitLines, type Line } from '../lines.js';
import { hasExtension, readFailure, tooLarge, type ReadItem, type Reader, type ReadLimits } from '../reader.js';
import type { Shard } from '../shard.js';
import type { StoredFile } from '../stored-file.js';
import { contentOf } from '../unpack.js';

const EXTENSIONS = ['.jsonl', '.ndjson'];

/** A hint that is not what it should be is left out; the document is still worth having. */
const hint = <T>(field: z.ZodType<T>) => field.optional().catch(undefined);

const documentSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  html: z.string().nullish(),
  text: z.string().nullish(),
  url: hint(hintFields.url),
  fetchedAt: hint(hintFields.fetchedAt),
  contentType: hint(hintFields.contentType),
  source: hint(hintFields.source),
  language: hint(hintFields.language),
});

/** The line's JSON. No word of the parser's own message: it changes with node, and a record must not. */
function parseLine(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return 'problem' in parsed ? null : parsed;
  } catch {
    return null;
  }
}

function readLine(rawPath: string, sidecar: DocumentHints, line: Line, limits: ReadLimits): ReadItem {
  const place = { rawPath, key: null, offset: line.offset, format: 'text' as const, hints: sidecar };
  if (line.kind === 'too-large') return { ...place, ...tooLarge(limits), sha256: line.sha256 };
  if (line.kind === 'broken') return { ...place, ...readFailure(line.error), sha256: line.sha256 };
  const unreadable = (detail: string, key: string | null): ReadItem => ({
    ...place,
    key,
    rejection: { reason: 'unreadable', detail },
    transient: false,
    sha256: sha256(line.bytes),
  });
  const parsed = parseLine(line.bytes);
  if (!parsed) return unreadable('expected a line of JSON in UTF-8', null);
  const document = documentSchema.safeParse(parsed.json);
  const id = z.object({ id: documentSchema.shape.id }).safeParse(parsed.json).data?.id ?? null;
  if (!document.success) return unreadable('expected a JSON object with "html" or "text" in a string', id);
  const { html, text, url, fetchedAt, contentType, source, language } = document.data;
  const hints = mergeHints(sidecar, { url, fetchedAt, contentType, source, language });
  if (html !== undefined && html !== null && (html !== '' || !text))
    return { ...place, key: id, format: 'html', payload: html, hints };
  if (text !== undefined && text !== null) return { ...place, key: id, format: 'text', payload: text, hints };
  return unreadable('the line has neither "html" nor "text"', id);
}

/**
 * JSON Lines: one document a line, `{"id"?, "url"?, "html" | "text", "fetchedAt"?, "contentType"?, "source"?, "language"?}`; of two
 * payloads, html is taken. Offsets are byte offsets in the decompressed file. Blank lines hold nothing.
 */
export const jsonl: Reader = {
  name: 'jsonl',
  container: true,
  accepts: (path) => hasExtension(path, EXTENSIONS),
  async *read({ rawPath, hints }: Pick<Shard, 'rawPath' | 'hints'>, file: StoredFile, limits: ReadLimits) {
    for await (const line of splitLines(contentOf(rawPath, file, limits), limits.maxBytes))
      if (line.kind !== 'line' || !isBlank(line.bytes)) yield readLine(rawPath, hints, line, limits);
  },
};
