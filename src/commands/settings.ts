import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../core/errors.js';
import { DEFAULT_OPTIONS, type CleanOptions } from '../core/options.js';
import { ENGINES, type EngineName } from '../engines/index.js';
import { parseQueueUrl } from '../engines/queue/queue-url.js';
import { loadConfig } from '../io/config.js';
import { loadProfiles } from '../io/profiles.js';
import { DEFAULT_LIMITS, type ReadLimits } from '../io/reader.js';
import { localFolders, remoteOf, type Remote } from '../io/storage/run-objects.js';
import { isS3Url } from '../io/storage/s3-url.js';

/** Two hundred times what a page takes. */
const DEFAULT_TIMEOUT = 10;

/** Options of `clean` as given; they override the configuration file, and that the defaults. */
export interface CleanFlags {
  readonly raw?: string;
  readonly clean?: string;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly engine?: EngineName;
  readonly queue?: string;
  readonly work?: string;
  readonly only?: string;
  readonly column?: string;
  readonly force?: boolean;
  readonly learn?: boolean;
  readonly dryRun?: boolean;
  readonly verify?: boolean;
  readonly durable?: boolean;
  readonly prune?: boolean;
  readonly duplicates?: boolean;
  readonly failOnDrift?: boolean;
  readonly metrics?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** Reports of ten days of a run every quarter of an hour. */
const KEEP_RUNS = 1000;

/** All that a run needs to know before it begins. Folders are absolute, and here. */
export interface RunSettings {
  readonly raw: string;
  readonly clean: string;
  /** What stands in object storage instead, and is brought to those folders; null: nothing. */
  readonly remote: Remote | null;
  readonly jobs: number;
  /** Seconds that the work on one document may take. */
  readonly timeout: number;
  readonly engine: EngineName;
  /** The URL of a queue whose workers do the work; null: this process does. With its password, so not for reports. */
  readonly queue: string | null;
  /** A glob over raw paths; null: all. */
  readonly only: string | null;
  readonly force: boolean;
  readonly verify: boolean;
  readonly durable: boolean;
  readonly prune: boolean;
  /** Learn which lines sources repeat, and go by it. */
  readonly learn: boolean;
  /** Whether the run ends with looking for copies. */
  readonly duplicates: boolean;
  /** End with exit code 1 where a source's documents differ from its history. */
  readonly failOnDrift: boolean;
  /** A file for counters in the text format of Prometheus; null: none. */
  readonly metrics: string | null;
  /** Reports of runs that are kept. */
  readonly keepRuns: number;
  readonly options: CleanOptions;
  readonly limits: ReadLimits;
}

/** What decides the outcome, from the configuration and the profiles that it names. */
export async function loadOutcomeOptions(
  config: Awaited<ReturnType<typeof loadConfig>>,
  flags: Pick<CleanFlags, 'column'> = {},
): Promise<{ options: CleanOptions; limits: ReadLimits }> {
  const options: CleanOptions = {
    maxCharacters: config.maxCharacters ?? DEFAULT_OPTIONS.maxCharacters,
    maxNodes: config.maxNodes ?? DEFAULT_OPTIONS.maxNodes,
    maxDepth: config.maxDepth ?? DEFAULT_OPTIONS.maxDepth,
    maxBlocks: config.maxBlocks ?? DEFAULT_OPTIONS.maxBlocks,
    minWords: config.minWords ?? DEFAULT_OPTIONS.minWords,
    profiles: config.profiles === undefined ? DEFAULT_OPTIONS.profiles : await loadProfiles(config.profiles),
  };
  if (flags.column === '') throw new UsageError('--column: expected the name of a column');
  const limits = {
    maxBytes: config.maxBytes ?? DEFAULT_LIMITS.maxBytes,
    maxUnpacked: config.maxUnpacked ?? DEFAULT_LIMITS.maxUnpacked,
    maxRatio: config.maxRatio ?? DEFAULT_LIMITS.maxRatio,
    column: flags.column ?? config.column ?? null,
  };
  return { options, limits };
}

/** @throws UsageError for a broken configuration or profile */
export async function loadSettings(flags: CleanFlags, folder: string): Promise<RunSettings> {
  const config = await loadConfig(flags.config, folder);
  if (flags.only === '') throw new UsageError('--only: expected a glob such as "a/**/*.html"');
  if (flags.queue !== undefined) parseQueueUrl(flags.queue);
  const metrics = flags.metrics ?? config.metrics;
  const raw = flags.raw ?? config.raw ?? 'raw';
  const clean = flags.clean ?? config.clean ?? 'clean';
  const remote = remoteOf(raw, clean, flags.work, folder);
  if (remote !== null && flags.dryRun)
    throw new UsageError('--dry-run: not with object storage, whose records have to be brought first');
  const local = localFolders(remote?.work ?? folder);
  return {
    raw: isS3Url(raw) ? local.raw : resolve(folder, raw),
    clean: isS3Url(clean) ? local.clean : resolve(folder, clean),
    remote,
    jobs: flags.jobs ?? config.jobs ?? availableParallelism(),
    timeout: flags.timeout ?? config.timeout ?? DEFAULT_TIMEOUT,
    engine: flags.engine ?? ENGINES[0],
    queue: flags.queue ?? null,
    only: flags.only ?? null,
    force: flags.force ?? false,
    verify: flags.verify ?? false,
    durable: flags.durable ?? config.durable ?? false,
    prune: flags.prune ?? false,
    learn: flags.learn === false ? false : (config.learn ?? true),
    // The flag is `true` where --no-duplicates was not given.
    duplicates: flags.duplicates !== false && (config.duplicates ?? true),
    failOnDrift: flags.failOnDrift ?? false,
    metrics: metrics === undefined ? null : resolve(folder, metrics),
    keepRuns: config.keepRuns ?? KEEP_RUNS,
    ...(await loadOutcomeOptions(config, flags)),
  };
}

/** Whether a raw path is asked for. */
export function chooser(only: string | null): (rawPath: string) => boolean {
  return only === null ? () => true : picomatch(only);
}
