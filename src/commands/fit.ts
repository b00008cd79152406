import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { crossValidate, pool } from '../accuracy/cross-validate.js';
import { samplesFromLines, samplesFromPages, samplesFromTexts, type Sample } from '../accuracy/examples.js';
import { findSets, type CorpusSet } from '../accuracy/sets.js';
import { train, TRAIN_DEFAULTS } from '../accuracy/train.js';
import { writeWeights } from '../accuracy/write-weights.js';

interface FitFlags {
  readonly corpus: readonly string[];
  readonly reader?: 'text' | 'html';
  readonly folds: string;
  readonly texts: string;
  readonly out?: string;
}

/** Posterior from which a block is kept: losing a paragraph is worse than keeping a line too many. */
const THRESHOLD = 0.4;

/** One in n of the texts by other tools: they are many, alike, and not what the labelled lines are about. */
const sparse = (samples: readonly Sample[], one: number): Sample[] => samples.filter((_, i) => i % one === 0);

function gather(reader: 'text' | 'html', sets: readonly CorpusSet[], texts: number): Sample[] {
  const of = (kind: CorpusSet['kind']): CorpusSet[] => sets.filter((set) => set.kind === kind);
  if (reader === 'html') return of('pages').flatMap(samplesFromPages);
  const pages = of('pages').filter((set) => set.name !== 'html-traps');
  return [
    ...(texts > 0 ? of('text').flatMap((set) => sparse(samplesFromTexts(set, pages), texts)) : []),
    ...of('lines').flatMap(samplesFromLines),
  ];
}

function fit(reader: 'text' | 'html', flags: FitFlags): void {
  const sets = flags.corpus.flatMap((folder) => findSets(folder));
  const samples = gather(reader, sets, Number(flags.texts));
  if (samples.length === 0)
    throw new UsageError(`fit: nothing to fit the ${reader} reader on in ${flags.corpus.join(', ')}`);
  const folds = Number(flags.folds);
  if (folds > 1)
    for (const [set, figures] of crossValidate(samples, TRAIN_DEFAULTS, THRESHOLD, folds)) {
      const { documents, lost, noise, perfect } = pool(figures);
      process.stdout.write(
        `${reader} ${set}: ${documents} documents, cross-validated over ${folds} folds: lost ${lost} noise ${noise} perfect ${perfect}\n`,
      );
    }
  const counts = [...new Set(samples.map((sample) => sample.set))].map(
    (set) => `${set} ${samples.filter((sample) => sample.set === set).length}`,
  );
  const weights = train(samples, TRAIN_DEFAULTS, `fitted on ${counts.join(', ')}`, THRESHOLD);
  const path = join(resolve(flags.out ?? 'src/stages/judge/weights'), `${reader}.ts`);
  writeWeights(path, `${reader}Weights`, weights);
  process.stdout.write(`${reader}: ${Object.keys(weights.evidence).length} weights written to ${path}\n`);
}

export function register(program: Command): void {
  program
    .command('fit')
    .description("fit the judge's weights on labelled documents and write them to src/; for those who change rules")
    .requiredOption('--corpus <dir...>', 'folders of labelled data')
    .option('--reader <reader>', 'text or html (default: both)')
    .option('--folds <n>', 'cross-validate over so many folds first; 0: not', '0')
    .option('--texts <n>', 'take one in n of the texts that other tools extracted; 0: none', '0')
    .option('--out <dir>', 'where to write (default: src/stages/judge/weights)')
    .action((flags: FitFlags) => {
      if (flags.reader !== undefined && !['text', 'html'].includes(flags.reader))
        throw new UsageError(`--reader: expected text or html, got "${flags.reader}"`);
      for (const number of [flags.folds, flags.texts])
        if (!/^\d{1,4}$/.test(number)) throw new UsageError(`fit: expected a whole number, got "${number}"`);
      for (const reader of flags.reader === undefined ? (['text', 'html'] as const) : [flags.reader])
        fit(reader, flags);
    });
}
