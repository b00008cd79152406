import { DocumentError } from '../core/errors.js';
import type { CleanOptions } from '../core/options.js';
import type { Page, RawDocument } from '../core/types.js';
import { separateGlued } from '../rules/glued/separate.js';
import { decode } from './decode.js';
import { mojibakeEdits } from './mojibake.js';
import { parseHtml } from './parse-html.js';
import { parseText } from './parse-text.js';
import { sourceOf } from './record/identity.js';

/** A document that has been decoded and parsed, with what is known of where it comes from. */
export interface ReadPage {
  readonly decoded: ReturnType<typeof decode>;
  readonly page: Page;
  readonly url: string | null;
  readonly source: string;
}

/**
 * The first steps of the line: bytes to a page.
 * @throws DocumentError if the document is larger than a limit
 */
export function readPage(raw: RawDocument, options: CleanOptions): ReadPage {
  const decoded = decode(raw.payload, { contentType: raw.hints.contentType, format: raw.format });
  if (decoded.text.length > options.maxCharacters)
    throw new DocumentError(
      'too-large',
      `${decoded.text.length} characters; the limit is ${options.maxCharacters} (maxCharacters)`,
    );
  const page =
    raw.format === 'html'
      ? parseHtml(decoded.text, options, mojibakeEdits, raw.hints.url)
      : separateGlued(
          parseText(decoded.text, mojibakeEdits, options.maxBlocks, raw.hints.url ?? null),
          raw.hints.url ?? null,
        );
  const { length } = page.blocks;
  if (length > options.maxBlocks)
    throw new DocumentError('too-large', `${length} blocks; the limit is ${options.maxBlocks} (maxBlocks)`);
  const url = raw.hints.url ?? page.meta.canonicalUrl ?? page.meta.url;
  return { decoded, page, url, source: sourceOf(raw, url) };
}

/** The texts of a document's blocks; null for one that a run would not read either. */
export function blockTexts(raw: RawDocument, options: CleanOptions): readonly string[] | null {
  try {
    return readPage(raw, options).page.blocks.map(({ text }) => text);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}
