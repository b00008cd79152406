import { DocumentError } from './core/errors.js';
import type { CleanOptions } from './core/options.js';
import type { ArticleRecord } from './core/record.js';
import type { RawDocument } from './core/types.js';
import { RULES } from './rules/index.js';
import { decode } from './stages/decode.js';
import { judge } from './stages/judge/judge.js';
import { observe } from './stages/judge/observe.js';
import type { Model } from './stages/judge/opinions.js';
import { readTrees } from './stages/judge/trees/read-trees.js';
import { htmlLooks } from './stages/judge/weights/html.js';
import { textLooks } from './stages/judge/weights/text.js';
import { mojibakeEdits } from './stages/mojibake.js';
import { parseHtml } from './stages/parse-html.js';
import { parseText } from './stages/parse-text.js';
import { rejectedRecord, writeRecord, type Provenance } from './stages/record.js';
import { sha256, sourceOf } from './stages/record/identity.js';

export type { Provenance } from './stages/record.js';

/** What judges the blocks of each kind of page. */
export interface Models {
  readonly html: Model;
  readonly text: Model;
}

/** The models that ship. */
export const MODELS: Models = {
  html: (observation) => readTrees(observation, htmlLooks),
  text: (observation) => readTrees(observation, textLooks),
};

/**
 * The straight line: one raw document in, one record out. Pure and synchronous. What a document holds never makes it throw: a document
 * that cannot be read gives a rejected record that says why.
 */
export function clean(
  raw: RawDocument,
  options: CleanOptions,
  provenance: Provenance,
  models: Models = MODELS,
): ArticleRecord {
  const hash = sha256(raw.payload);
  try {
    const decoded = decode(raw.payload, { contentType: raw.hints.contentType, format: raw.format });
    if (decoded.text.length > options.maxCharacters) {
      throw new DocumentError(
        'too-large',
        `${decoded.text.length} characters; the limit is ${options.maxCharacters} (maxCharacters)`,
      );
    }
    const page =
      raw.format === 'html'
        ? parseHtml(decoded.text, options, mojibakeEdits, raw.hints.url)
        : parseText(decoded.text, mojibakeEdits);
    const url = raw.hints.url ?? page.meta.canonicalUrl ?? page.meta.url;
    const observation = observe(page, RULES, {
      source: sourceOf(raw, url),
      url,
      fetchedAt: raw.hints.fetchedAt ?? null,
      profiles: options.profiles,
    });
    const verdicts = judge(observation, models[page.format](observation));
    return writeRecord(
      raw,
      { sha256: hash, encoding: decoded.encoding, encodingFrom: decoded.encodingFrom, flags: decoded.flags },
      page,
      verdicts,
      options,
      provenance,
    );
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return rejectedRecord({ ...raw, sha256: hash }, { reason: error.reason, detail: error.message }, provenance);
  }
}
