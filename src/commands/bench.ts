import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { readPages } from '../bench/pages.js';
import { UsageError } from '../core/errors.js';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import { benchDuplicates } from './bench-duplicates.js';
import { benchPaces, benchRuns } from './bench-pages.js';
import { benchQueue } from './bench-queue.js';
import { benchReview } from './bench-review.js';
import { benchSizes } from './bench-sizes.js';
import { wholeNumber } from './whole-number.js';

interface BenchFlags {
  readonly pages: string;
  readonly count?: number;
  readonly runs: boolean;
  readonly largest: number;
  readonly jobs?: number;
  readonly queue?: string;
}

/** The samples are few and small: over and over, until there is something to measure. */
const SAMPLES = 'raw';
const SAMPLE_COUNT = 200;
const LARGEST = 10_000;
/** Records for the review page. */
const RECORDS = 200_000;

/** Shards without documents, and pages with them, for a queue. */
const SHARDS = 100_000;
const QUEUE_PAGES = 2000;

const print = (text: string): void => void process.stdout.write(text);

export function register(program: Command): void {
  program
    .command('bench')
    .description('measure speed, beside the parser below and other extractors')
    .argument(
      '[what]',
      '"duplicates": finding copies; "sizes": collections of 100 documents, 1,000 and so on; "review": the review page; "queue": a queue',
    )
    .option('--pages <dir>', 'folder of .html and .html.gz pages (default: the samples, over and over)', SAMPLES)
    .option(
      '--count <n>',
      'so many pages, over and over where there are fewer; for "review", records (200000), for "queue", shards (100000)',
      wholeNumber,
    )
    .option('--no-runs', 'only the stages that need no files')
    .addOption(new Option('--largest <n>', 'the largest collection').argParser(wholeNumber).default(LARGEST))
    .option('--jobs <n>', 'workers for the collections (default: one a processor)', wholeNumber)
    .option('--queue <url>', 'for "queue": postgres://… or redis://…')
    .action(async (what: string | undefined, { pages, count, runs, largest, jobs, queue }: BenchFlags) => {
      if (what === 'duplicates') benchDuplicates(print);
      else if (what === 'sizes') await benchSizes(largest, jobs ?? availableParallelism(), print);
      else if (what === 'review') await benchReview(count ?? RECORDS, print);
      else if (what === 'queue') {
        if (queue === undefined) throw new UsageError('bench: name the queue that is to be measured with --queue');
        parseQueueUrl(queue);
        await benchQueue(queue, count ?? SHARDS, readPages(pages, QUEUE_PAGES), print);
      } else if (what !== undefined)
        throw new UsageError(`bench: expected "duplicates", "sizes", "review", "queue" or nothing, got "${what}"`);
      else {
        const stored = readPages(pages, count ?? (pages === SAMPLES ? SAMPLE_COUNT : null));
        await benchPaces(stored, print);
        if (runs) await benchRuns(stored, print);
      }
    });
}
