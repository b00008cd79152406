import { DocumentError } from './core/errors.js';
import type { CleanOptions } from './core/options.js';
import type { ArticleRecord } from './core/record.js';
import type { RawDocument, RepeatedLines } from './core/types.js';
import { RULES } from './rules/index.js';
import { judge } from './stages/judge/judge.js';
import { observe } from './stages/judge/observe.js';
import type { Model } from './stages/judge/opinions.js';
import { readTrees, type Looks } from './stages/judge/trees/read-trees.js';
import { htmlLooks } from './stages/judge/weights/html.js';
import { textFields } from './stages/judge/weights/text-fields.js';
import { textLooks } from './stages/judge/weights/text.js';
import { Decided, inputsDecided } from './stages/decided.js';
import { heldLines, inputsWith, NO_LINES } from './stages/held-lines.js';
import { readPage } from './stages/read-page.js';
import { rejectedRecord, writeRecord, type Provenance } from './stages/record.js';
import { sha256 } from './stages/record/identity.js';

export type { Provenance } from './stages/record.js';

/** What judges the blocks of each kind of page. */
export interface Models {
  readonly html: Model;
  readonly text: Model;
}

const TEXT: Looks = { ...textLooks, fields: textFields };

/** The models that ship. */
export const MODELS: Models = {
  html: (observation) => readTrees(observation, htmlLooks),
  text: (observation) => readTrees(observation, TEXT),
};

/**
 * The straight line: one raw document in, one record out. Pure and synchronous. What a document holds never makes it throw: a document
 * that cannot be read gives a rejected record that says why. `lines` are those that sources repeat, as published by corpus/lines,
 * and `decided` is what people decided, of this document and of others.
 */
export function clean(
  raw: RawDocument,
  options: CleanOptions,
  provenance: Provenance,
  models: Models = MODELS,
  lines: RepeatedLines = NO_LINES,
  decided: Decided = Decided.NOTHING,
): ArticleRecord {
  const hash = sha256(raw.payload);
  const own = decided.onDocument(raw);
  try {
    const { decoded, page, url, source } = readPage(raw, options);
    const repeated = heldLines(page, lines.get(source));
    const { passages, held } = decided.onPage(page, source, raw);
    const observation = observe(page, RULES, {
      source,
      url,
      fetchedAt: raw.hints.fetchedAt ?? null,
      profiles: options.profiles,
      repeated,
      decided: passages,
    });
    const verdicts = judge(observation, models[page.format](observation));
    return writeRecord(
      raw,
      { sha256: hash, encoding: decoded.encoding, encodingFrom: decoded.encodingFrom, flags: decoded.flags },
      page,
      verdicts,
      options,
      { ...provenance, inputs: inputsDecided(inputsWith(repeated, provenance.inputs, held), own) },
      own.filter((decision) => decision.action === 'correct'),
    );
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return rejectedRecord(
      { ...raw, sha256: hash },
      { reason: error.reason, detail: error.message },
      { ...provenance, inputs: inputsDecided(provenance.inputs, own) },
    );
  }
}
