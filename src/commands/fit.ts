import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { crossValidate, pool } from '../accuracy/cross-validate.js';
import { samplesFromLines, samplesFromTexts, type Sample } from '../accuracy/examples.js';
import { findSets, type CorpusSet } from '../accuracy/sets.js';
import { train, TRAIN_DEFAULTS } from '../accuracy/train.js';
import { fitLooks, LOOKS_DEFAULTS } from '../accuracy/trees/fit-looks.js';
import { writeFolds } from '../accuracy/trees/fold-files.js';
import { readLabelledPages } from '../accuracy/trees/pages.js';
import { writeLooks, writeWeights } from '../accuracy/write-weights.js';
import { FOLDS } from './accuracy.js';

interface FitFlags {
  readonly corpus: readonly string[];
  readonly reader?: 'text' | 'html';
  readonly folds: string;
  readonly texts: string;
  readonly out?: string;
  readonly foldsOut: string;
}

/** Posterior from which a line of text is kept: losing a paragraph is worse than keeping a line too many. */
const THRESHOLD = 0.4;
/** Fewer folds leave the second look too little to learn from. */
const LEAST_FOLDS = 3;

/** One in n of the texts by other tools: they are many, alike, and not what the labelled lines are about. */
const sparse = (samples: readonly Sample[], one: number): Sample[] => samples.filter((_, i) => i % one === 0);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const countBySet = (items: readonly { readonly set: string }[]): string =>
  [...new Set(items.map((item) => item.set))]
    .map((set) => `${set} ${items.filter((item) => item.set === set).length}`)
    .join(', ');

const pathOf = (flags: FitFlags, reader: string): string =>
  join(resolve(flags.out ?? 'src/stages/judge/weights'), `${reader}.ts`);

function fitText(sets: readonly CorpusSet[], flags: FitFlags): void {
  const of = (kind: CorpusSet['kind']): CorpusSet[] => sets.filter((set) => set.kind === kind);
  const pages = of('pages').filter((set) => set.name !== 'html-traps');
  const texts = Number(flags.texts);
  const samples = [
    ...(texts > 0 ? of('text').flatMap((set) => sparse(samplesFromTexts(set, pages), texts)) : []),
    ...of('lines').flatMap(samplesFromLines),
  ];
  if (samples.length === 0) throw new UsageError(`nothing to fit the text reader on in ${flags.corpus.join(', ')}`);
  const folds = Number(flags.folds);
  if (folds > 1)
    for (const [set, figures] of crossValidate(samples, TRAIN_DEFAULTS, THRESHOLD, folds)) {
      const { documents, lost, noise, perfect } = pool(figures);
      say(
        `text ${set}: ${documents} documents, cross-validated over ${folds} folds: lost ${lost} noise ${noise} perfect ${perfect}`,
      );
    }
  const weights = train(samples, TRAIN_DEFAULTS, `fitted on ${countBySet(samples)}`, THRESHOLD);
  writeWeights(pathOf(flags, 'text'), weights);
  say(`text: ${Object.keys(weights.evidence).length} weights written to ${pathOf(flags, 'text')}`);
}

function fitHtml(sets: readonly CorpusSet[], flags: FitFlags): void {
  const folds = Number(flags.folds);
  if (folds < LEAST_FOLDS)
    throw new UsageError(`the html reader needs --folds ${LEAST_FOLDS} or more: its second look learns from them`);
  const pages = sets.filter((set) => set.kind === 'pages').flatMap(readLabelledPages);
  if (pages.length === 0) throw new UsageError(`nothing to fit the html reader on in ${flags.corpus.join(', ')}`);
  say(`html: ${countBySet(pages)}`);
  const fitted = fitLooks(pages, folds, LOOKS_DEFAULTS, `fitted on ${countBySet(pages)}`, say);
  writeLooks(pathOf(flags, 'html'), fitted.shipped);
  writeFolds(flags.foldsOut, fitted.folds);
  say(`html: weights written to ${pathOf(flags, 'html')}, and those of ${folds} folds to ${flags.foldsOut}`);
}

export function register(program: Command): void {
  program
    .command('fit')
    .description("fit the judge's weights on labelled documents and write them to src/; for those who change rules")
    .requiredOption('--corpus <dir...>', 'folders of labelled data')
    .option('--reader <reader>', 'text or html (default: both)')
    .option('--folds <n>', 'cross-validate over so many folds, by source', '5')
    .option('--folds-out <dir>', "where the folds' weights for html go, for accuracy", FOLDS)
    .option('--texts <n>', 'take one in n of the texts that other tools extracted; 0: none', '0')
    .option('--out <dir>', 'where to write (default: src/stages/judge/weights)')
    .action((flags: FitFlags) => {
      if (flags.reader !== undefined && !['text', 'html'].includes(flags.reader))
        throw new UsageError(`--reader: expected text or html, got "${flags.reader}"`);
      for (const number of [flags.folds, flags.texts])
        if (!/^\d{1,4}$/.test(number)) throw new UsageError(`fit: expected a whole number, got "${number}"`);
      const sets = flags.corpus.flatMap((folder) => findSets(folder));
      if (flags.reader !== 'html') fitText(sets, flags);
      if (flags.reader !== 'text') fitHtml(sets, flags);
    });
}
