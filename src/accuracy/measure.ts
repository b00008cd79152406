import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '../core/options.js';
import type { ArticleRecord } from '../core/record.js';
import type { RawDocument } from '../core/types.js';
import { clean, MODELS, type Models } from '../pipeline.js';
import { readTrees, type Looks } from '../stages/judge/trees/read-trees.js';
import type { Model } from '../stages/judge/opinions.js';
import { ConfidenceTable, type ConfidenceRow } from './confidence.js';
import {
  rawTextOf,
  readExtractedTexts,
  readGoldPages,
  readJsonl,
  readLabelled,
  type ExtractedText,
  type GoldArticle,
  type LabelledDocument,
} from './corpora.js';
import { familyOf, foldOf, groupOf } from './groups.js';
import { scoreGlued, summarizeGlued, type GluedLine } from './score-glued.js';
import { scoreLines, summarizeLines, type LinesScore } from './score-lines.js';
import { scorePage, summarizePages, type PageScore } from './score-pages.js';
import { GLUED, type CorpusSet } from './sets.js';
import type { Reader } from './trees/fold-files.js';
import { isWholePage, twinsOf, type Twin } from './twins.js';

/** What came of one set: its figures, the same by language and by reason, and its documents from the worst up. */
export interface Measured {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What confidence was worth; empty where nothing is told of it. */
  readonly confidence: readonly ConfidenceRow[];
  /** Of line-labelled sets: how many drop lines of each reason were left in, of how many. */
  readonly byReason: Readonly<Record<string, readonly [number, number]>>;
  readonly worst: readonly { readonly id: string; readonly says: readonly string[] }[];
}

const PROVENANCE = { copydesk: 'accuracy', rules: '', options: '', inputs: '' };

const run = (raw: Omit<RawDocument, 'key' | 'offset'>, models: Models = MODELS): ArticleRecord =>
  clean({ key: null, offset: null, ...raw }, DEFAULT_OPTIONS, PROVENANCE, models);

/** The looks of each fold, by what they judge; none where the weights that ship are to judge. */
export type Folds = Readonly<Record<Reader, readonly Looks[]>>;
const NO_FOLDS: Folds = { html: [], text: [] };

/** Judges a document by the fold that never saw its source group. */
function modelsFor(group: string, folds: Folds): Models {
  const model = (reader: Reader): Model => {
    const looks = folds[reader][foldOf(group, folds[reader].length)];
    return looks === undefined ? MODELS[reader] : (observation) => readTrees(observation, looks);
  };
  return { html: model('html'), text: model('text') };
}

const flat = (figures: object): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? (value as [number, number])[0] / Math.max(1, (value as [number, number])[1])
        : (value as number),
    ]),
  );

function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function recordOfText(
  { id, url, text }: { id: string; url: string | null; text: string },
  group: string,
  folds: Folds,
): ArticleRecord {
  const hints = url === null ? {} : { url };
  return run({ rawPath: `${id}.txt`, format: 'text', payload: Buffer.from(text), hints }, modelsFor(group, folds));
}

const recordOf = (document: LabelledDocument, folds: Folds): ArticleRecord =>
  recordOfText({ ...document, text: rawTextOf(document) }, familyOf(document), folds);

/** What is lost of documents that end with their article, and of those that are nothing else. */
function lostOfTwins(documents: readonly LabelledDocument[], folds: Folds): Record<string, number> {
  const lost = (name: Twin): number => {
    const scores = documents.flatMap((document) => {
      const lines = twinsOf(document.lines)[name];
      if (lines === undefined) return [];
      const twin = { ...document, lines };
      return [scoreLines(twin, recordOf(twin, folds))];
    });
    return summarizeLines(scores).lost;
  };
  return { lostEnded: lost('ended'), lostBare: lost('bare') };
}

function measureLines(set: CorpusSet, folds: Folds): Measured {
  const documents = readLabelled(set.folder);
  const confidence = new ConfidenceTable();
  const scores = documents.map((document): LinesScore => {
    const record = recordOf(document, folds);
    const kept = document.lines.filter(({ l }) => l === 'keep').map(({ t }) => t);
    confidence.add(record, kept.join('\n'));
    return scoreLines(document, record);
  });
  const reasons = groupBy(
    documents.flatMap((document) => document.lines.filter((line) => line.l === 'drop').map((line) => line.r)),
    (reason) => reason,
  );
  const left = scores.flatMap((score) => score.leftLines.map((line) => line.reason));
  return {
    name: set.name,
    figures: { ...flat(summarizeLines(scores)), ...lostOfTwins(documents, folds), ...confidence.figures() },
    confidence: confidence.rows(),
    byLanguage: Object.fromEntries(
      groupBy(scores, (score) => score.language).map(([language, own]) => [language, flat(summarizeLines(own))]),
    ),
    byReason: Object.fromEntries(
      reasons.map(([reason, all]) => [reason, [left.filter((other) => other === reason).length, all.length]]),
    ),
    worst: [...scores]
      .sort((a, b) => b.lost + b.noise - (a.lost + a.noise))
      .map((score) => ({
        id: score.id,
        says: [
          `lost ${score.lost} of ${score.keep} tokens, ${score.left} of ${score.drop} drop lines left`,
          ...score.lostLines.slice(0, 8).map((line) => `LOST ${line.slice(0, 140)}`),
          ...score.leftLines.slice(0, 8).map((line) => `LEFT ${line.reason} | ${line.text.slice(0, 140)}`),
        ],
      })),
  };
}

function measurePages(set: CorpusSet, folds: Folds): Measured {
  const raw = join(set.folder, 'raw');
  const pages = readGoldPages(set.folder);
  const golds = pages.map(({ gold }) => gold);
  const confidence = new ConfidenceTable();
  const scores = pages.map(({ gold, file, read }): PageScore => {
    if (file === null) return scorePage(gold, null);
    const beside = join(raw, `${file}.meta.json`);
    const sidecar = existsSync(beside) ? (JSON.parse(readFileSync(beside, 'utf8')) as RawDocument['hints']) : {};
    const record = run(
      { rawPath: file, format: 'html', payload: read(), hints: sidecar },
      modelsFor(groupOf(gold), folds),
    );
    if (typeof gold.text === 'string') confidence.add(record, gold.text);
    return scorePage(gold, record);
  });
  return summary(set.name, golds, scores, confidence);
}

/**
 * Texts that other tools extracted, by tool and set: what came of them is scored like what came of the pages. Where they hold whole pages,
 * the gold text by itself is cleaned, too.
 */
function measureTexts(set: CorpusSet, folds: Folds): Measured[] {
  return groupBy(readExtractedTexts(set.folder), (text) => text.set).map(([name, texts]) => {
    // A tool that left nothing leaves nothing to mend.
    const present = texts.filter(({ text }) => text.trim() !== '');
    const confidence = new ConfidenceTable();
    const scores = present.map((extracted) => {
      const { gold } = extracted;
      const record = recordOfText(extracted, groupOf(gold), folds);
      confidence.add(record, gold.text);
      return scorePage(gold, record);
    });
    const golds = present.map(({ gold }) => gold);
    const measured = summary(name, golds, scores, confidence);
    if (!isWholePage(name)) return measured;
    return { ...measured, figures: { ...measured.figures, lostBare: lostOfGold(present, folds) } };
  });
}

/** What is lost of the gold texts where there is nothing else: 1 less the mean recall. */
function lostOfGold(texts: readonly ExtractedText[], folds: Folds): number {
  const recalls = texts.map((extracted) => {
    const { gold } = extracted;
    return scorePage(gold, recordOfText({ ...extracted, text: gold.text }, groupOf(gold), folds)).recall ?? 0;
  });
  return 1 - recalls.reduce((sum, recall) => sum + recall, 0) / Math.max(1, recalls.length);
}

function measureGlued(set: CorpusSet): Measured {
  const scores = readJsonl<GluedLine>(join(set.folder, GLUED)).map((line) =>
    scoreGlued(line, run({ rawPath: `${line.id}.txt`, format: 'text', payload: Buffer.from(line.text), hints: {} })),
  );
  return {
    name: set.name,
    figures: summarizeGlued(scores),
    confidence: [],
    byLanguage: Object.fromEntries(
      groupBy(scores, (score) => score.language).map(([language, own]) => [language, summarizeGlued(own)]),
    ),
    byReason: {},
    worst: [...scores]
      .sort((a, b) => b.wrong.length - a.wrong.length)
      .map((score) => ({ id: score.id, says: score.wrong.map((piece) => piece.slice(0, 140)) })),
  };
}

function summary(
  name: string,
  golds: readonly GoldArticle[],
  scores: readonly PageScore[],
  confidence: ConfidenceTable,
): Measured {
  const language = new Map(golds.map((gold) => [gold.id, (gold.language ?? 'und').split('-')[0] ?? 'und']));
  return {
    name,
    figures: { ...summarizePages(scores), ...confidence.figures() },
    confidence: confidence.rows(),
    byLanguage: Object.fromEntries(
      groupBy(scores, (score) => language.get(score.id) ?? 'und').map(([tag, own]) => [tag, summarizePages(own)]),
    ),
    byReason: {},
    worst: scores
      .filter((score) => score.f1 !== undefined)
      .sort((a, b) => (a.f1 ?? 0) - (b.f1 ?? 0))
      .map((score) => ({
        id: score.id,
        says: [
          `F1 ${(score.f1 ?? 0).toFixed(3)} precision ${score.precision?.toFixed(3) ?? '-'} recall ${score.recall?.toFixed(3) ?? '-'}`,
        ],
      })),
  };
}

/**
 * Cleans a set's documents with the rules of now and scores the records. Documents are judged by the fold's looks that never saw their
 * source, or by those that ship if there are none. Glued lines are in no fit, and judged by what ships.
 */
export function measure(set: CorpusSet, folds: Folds = NO_FOLDS): Measured[] {
  if (set.kind === 'text') return measureTexts(set, folds);
  if (set.kind === 'glued') return [measureGlued(set)];
  return [set.kind === 'lines' ? measureLines(set, folds) : measurePages(set, folds)];
}
