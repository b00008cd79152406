import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { findSets, type CorpusSet } from '../accuracy/sets.js';
import { fitLooks, LOOKS } from '../accuracy/trees/fit-looks.js';
import { fitFields } from '../accuracy/trees/fit-fields.js';
import { writeFolds, type Reader } from '../accuracy/trees/fold-files.js';
import { readLabelledPages, type LabelledPage } from '../accuracy/trees/pages.js';
import { readLabelledLines, readLabelledTexts } from '../accuracy/trees/texts.js';
import { writeLooks } from '../accuracy/write-weights.js';
import { FOLDS } from './accuracy.js';

interface FitFlags {
  readonly corpus: readonly string[];
  readonly reader?: Reader;
  readonly folds: string;
  readonly out?: string;
  readonly foldsOut: string;
}

const READERS: readonly Reader[] = ['text', 'html'];
/** Documents of hands that nothing is fitted on: what others can expect of theirs. */
const UNSEEN = 'unseen';
/** Fewer folds leave the second look too little to learn from. */
const LEAST_FOLDS = 3;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const countBySet = (items: readonly { readonly set: string }[]): string =>
  [...new Set(items.map((item) => item.set))]
    .map((set) => `${set} ${items.filter((item) => item.set === set).length}`)
    .join(', ');

/** What a reader is fitted on in the sets. */
function pagesFor(reader: Reader, sets: readonly CorpusSet[]): LabelledPage[] {
  const of = (kind: CorpusSet['kind']): CorpusSet[] => sets.filter((set) => set.kind === kind);
  return reader === 'html'
    ? of('pages').flatMap(readLabelledPages)
    : [...of('lines').flatMap(readLabelledLines), ...of('text').flatMap(readLabelledTexts)];
}

function fit(reader: Reader, sets: readonly CorpusSet[], flags: FitFlags): void {
  const folds = Number(flags.folds);
  const pages = pagesFor(reader, sets);
  if (pages.length === 0) throw new UsageError(`nothing to fit the ${reader} reader on in ${flags.corpus.join(', ')}`);
  say(`${reader}: ${countBySet(pages)}`);
  const looks = fitLooks(pages, folds, LOOKS[reader], `fitted on ${countBySet(pages)}`, say);
  const fitted = reader === 'text' ? fitFields(pages, looks, say) : looks;
  const out = resolve(flags.out ?? 'src/stages/judge/weights');
  writeLooks(out, reader, fitted.shipped);
  writeFolds(flags.foldsOut, reader, fitted.folds);
  say(`${reader}: weights written to ${out}, and those of ${folds} folds to ${flags.foldsOut}`);
}

export function register(program: Command): void {
  program
    .command('fit')
    .description("fit the judge's weights on labelled documents and write them to src/; for those who change rules")
    .requiredOption('--corpus <dir...>', 'folders of labelled data')
    .option('--reader <reader>', 'text or html (default: both)')
    .option('--folds <n>', 'also fit without each of so many parts, by source', '5')
    .option('--folds-out <dir>', "where the folds' weights go, for accuracy", FOLDS)
    .option('--out <dir>', 'where to write (default: src/stages/judge/weights)')
    .action((flags: FitFlags) => {
      if (flags.reader !== undefined && !READERS.includes(flags.reader))
        throw new UsageError(`--reader: expected text or html, got "${flags.reader}"`);
      if (!/^\d{1,4}$/.test(flags.folds))
        throw new UsageError(`--folds: expected a whole number, got "${flags.folds}"`);
      if (Number(flags.folds) < LEAST_FOLDS)
        throw new UsageError(
          `--folds ${flags.folds}: ${LEAST_FOLDS} are the least, as the second look learns from them`,
        );
      const sets = flags.corpus.flatMap((folder) => findSets(folder)).filter(({ name }) => name !== UNSEEN);
      for (const reader of READERS) if (flags.reader === undefined || flags.reader === reader) fit(reader, sets, flags);
    });
}
