import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CleanOptions } from '../core/options.js';
import type { Provenance } from '../pipeline.js';
import type { Decided } from '../stages/decided.js';
import { adopt } from './adopt.js';
import { errorMessage } from './error-code.js';
import { findFile, looksSame, type Found } from './found.js';
import { COARSE_MS } from './look-at.js';
import { HeldLines, type ShardLines } from './learned/held.js';
import { inputsOf } from './learned/inputs-of.js';
import type { Published } from './learned/published.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import { shortHash } from './hash.js';
import { cleanPathOf, partPathOf, resumablePartOf } from './paths.js';
import { inputsHash } from './provenance.js';
import type { ReadLimits } from './reader.js';
import { readerFor } from './readers/index.js';
import type { PublishedFile, Shard } from './shard.js';
import { readSidecar, SIDECAR_EXTENSION, type Sidecar } from './sidecar.js';
import { spreadIn } from './spread.js';
import { openStored } from './stored-file.js';
import type { RawFile } from './walk-raw.js';

/** Why a raw file is cleaned. */
export type Why =
  | 'forced'
  | 'new'
  | 'changed'
  | 'rules changed'
  | 'options changed'
  | 'inputs changed'
  | 'lines changed'
  | 'decisions changed'
  | 'clean file missing'
  | 'clean file changed'
  | 'tried again';

/** What is to be done about one raw file. `problem` is its sidecar's. */
export type Step = { readonly rawPath: string; readonly problem: string | null } & (
  | {
      readonly todo: 'clean';
      readonly why: Why;
      readonly shard: Shard;
      readonly cleanPath: string;
      readonly found: Found;
    }
  /** `renewed` where the entry knows more now than the ledger did. */
  | { readonly todo: 'skip'; readonly entry: LedgerEntry; readonly renewed: boolean }
  | { readonly todo: 'fail'; readonly detail: string }
);

export interface PlanSettings {
  readonly raw: string;
  readonly clean: string;
  readonly limits: ReadLimits;
  readonly options: CleanOptions;
  /** What is published of the lines that sources repeat, and which memory has learned from all files by now; null: none. */
  readonly lines: Published;
  readonly learned: number | null;
  /** What people decided. */
  readonly decided: Decided;
  readonly provenance: Omit<Provenance, 'inputs'>;
  /** Clean everything, whatever the ledger says. */
  readonly force: boolean;
  /** Trust no size and time: hash raw and clean files. */
  readonly verify: boolean;
  /** Threads that share the work, if there are several. */
  readonly jobs?: number;
  /** Whether workers of a queue do. */
  readonly queued?: boolean;
  /** Start of this run, in milliseconds; also names its parts. */
  readonly startedMs: number;
  /** Has a raw file at its path while something is done with it, where it is not always there. */
  readonly hold?: Hold;
}

export type Hold = <T>(rawPath: string, work: () => Promise<T>) => Promise<T>;

const always: Hold = (_, work) => work();

/** Files looked at side by side. Bounds open files; more gave nothing. */
const AT_ONCE = 32;

const sha256Of = (path: string): Promise<string> => openStored(path).sha256();

/** Walks the line for one file: cheap looks first, hashes only where they leave a doubt. */
class Planner {
  private parts = 0;

  constructor(
    private readonly settings: PlanSettings,
    private readonly ledger: Pick<Ledger, 'get'>,
    private readonly spreadOf: ReturnType<typeof spreadIn>,
  ) {}

  async step(file: RawFile): Promise<Step> {
    const { rawPath } = file;
    const raw = join(this.settings.raw, rawPath);
    const sidecar: Sidecar | null = file.sidecar ? await readSidecar(raw + SIDECAR_EXTENSION) : null;
    const base = { rawPath, problem: sidecar?.problem ?? null };
    let found: Found;
    try {
      found = file.found ?? (await findFile(raw));
    } catch (error) {
      return { ...base, todo: 'fail', detail: errorMessage(error) };
    }
    const provenance = { ...this.settings.provenance, inputs: inputsHash({ sidecar: sidecar?.sha256 }) };
    const hints = sidecar?.hints ?? {};
    const cleanPath = cleanPathOf(rawPath, file.container);
    const verdict = this.settings.force ? 'forced' : await this.judge(rawPath, hints, found, cleanPath, provenance);
    if (typeof verdict !== 'string') return { ...base, todo: 'skip', ...verdict };
    const part =
      file.container && !this.settings.force
        ? this.resumablePart(rawPath, cleanPath, found, provenance)
        : this.newPart(cleanPath);
    const published = file.container ? await this.published(rawPath, cleanPath, provenance) : undefined;
    const decisions = this.settings.decided.onFile(rawPath);
    const shard: Shard = {
      rawPath,
      part,
      hints,
      inputs: provenance.inputs,
      ...(decisions.length === 0 ? {} : { decisions }),
      ...(published === undefined ? {} : { published }),
      ...this.spreadOf(file, found.size),
    };
    return {
      ...base,
      todo: 'clean',
      why: verdict,
      shard,
      cleanPath,
      found,
    };
  }

  private newPart(cleanPath: string): string {
    return partPathOf(cleanPath, this.settings.startedMs.toString(36), this.parts++);
  }

  private resumablePart(
    rawPath: string,
    cleanPath: string,
    { size, mtimeMs, etag }: Found,
    provenance: Provenance,
  ): string {
    const { lines, decided } = this.settings;
    const { version } = lines;
    const decisions = [decided.versionOfFile(rawPath), decided.wide.versionOf(null)];
    return resumablePartOf(cleanPath, shortHash({ size, mtimeMs, etag, ...provenance, version, decisions }));
  }

  /** The clean file of a container, if it is as the ledger knows it, and was made by these rules, options and inputs. */
  private async published(rawPath: string, cleanPath: string, now: Provenance): Promise<PublishedFile | undefined> {
    const entry = this.ledger.get(rawPath);
    if (
      this.settings.force ||
      entry?.copydesk !== now.copydesk ||
      entry.rules !== now.rules ||
      entry.options !== now.options ||
      entry.inputs !== now.inputs
    )
      return undefined;
    const digest = await sha256Of(join(this.settings.clean, cleanPath)).catch(() => null);
    if (digest !== entry.clean.sha256) return undefined;
    const isHeldKnown =
      this.linesOf(entry.lines).version === entry.lines.version &&
      this.decidedOf(rawPath, entry.lines).sources === entry.decided.sources;
    return { path: cleanPath, isHeldKnown };
  }

  private async judge(
    rawPath: string,
    hints: Shard['hints'],
    found: Found,
    cleanPath: string,
    provenance: Provenance,
  ): Promise<Why | { entry: LedgerEntry; renewed: boolean }> {
    const entry = this.ledger.get(rawPath);
    const { hold = always } = this.settings;
    const raw = join(this.settings.raw, rawPath);
    const clean = join(this.settings.clean, cleanPath);
    const cleanFound = await stat(clean).catch(() => null);
    const seen = { path: rawPath, ...found, seenMs: this.settings.startedMs };
    if (!entry) {
      const reader = readerFor(rawPath);
      if (!cleanFound?.isFile() || !reader) return 'new';
      const adopted = await hold(rawPath, () =>
        adopt(reader, { rawPath, hints }, { raw, clean }, this.settings, provenance),
      );
      if (!adopted) return 'changed';
      if (adopted.tally.transient > 0) return 'tried again';
      return { entry: { ...seen, ...provenance, ...adopted, ...this.knownOf(rawPath, adopted.lines) }, renewed: true };
    }
    if (entry.tally.transient > 0) return 'tried again';
    if (entry.rules !== provenance.rules || entry.copydesk !== provenance.copydesk) return 'rules changed';
    if (entry.options !== provenance.options) return 'options changed';
    if (entry.inputs !== provenance.inputs) return 'inputs changed';
    if (!cleanFound?.isFile()) return 'clean file missing';
    if (cleanFound.size !== entry.clean.size) return 'clean file changed';
    const isSettled = found.etag !== undefined || found.mtimeMs + COARSE_MS < entry.seenMs;
    const trusted = looksSame(found, entry) && isSettled;
    const known = this.knownOf(rawPath, entry.lines);
    if (known.decided.documents !== entry.decided.documents) return 'decisions changed';
    const isDecidedAnew = known.decided.sources !== entry.decided.sources;
    const isPublishedAnew = known.lines.version !== entry.lines.version;
    if ((isDecidedAnew || isPublishedAnew) && !(await hold(rawPath, () => this.isHeldAsBefore(entry, hints))))
      return isDecidedAnew ? 'decisions changed' : 'lines changed';
    const isKnown = !isDecidedAnew && !isPublishedAnew && known.lines.learned === entry.lines.learned;
    if (trusted && !this.settings.verify)
      return isKnown ? { entry, renewed: false } : { entry: { ...entry, ...known }, renewed: true };
    if (found.size !== entry.size || (await hold(rawPath, () => sha256Of(raw))) !== entry.sha256) return 'changed';
    if (this.settings.verify && (await sha256Of(clean)) !== entry.clean.sha256) return 'clean file changed';
    return { entry: { ...entry, ...seen, ...known }, renewed: true };
  }

  private linesOf({ sources, held }: ShardLines): LedgerEntry['lines'] {
    const { lines, learned } = this.settings;
    return { learned, sources, held, version: lines.versionOf(sources) };
  }

  private decidedOf(rawPath: string, { sources }: Pick<ShardLines, 'sources'>): LedgerEntry['decided'] {
    const { decided } = this.settings;
    return { documents: decided.versionOfFile(rawPath), sources: decided.wide.versionOf(sources) };
  }

  /** What the ledger is to know of an unchanged file beside its bytes. */
  private knownOf(rawPath: string, lines: ShardLines): Pick<LedgerEntry, 'lines' | 'decided'> {
    return { lines: this.linesOf(lines), decided: this.decidedOf(rawPath, lines) };
  }

  /** Whether a file's documents hold the same lines and wide decisions as when they were cleaned, of those that there are now. */
  private async isHeldAsBefore(entry: LedgerEntry, hints: Shard['hints']): Promise<boolean> {
    const { limits, raw } = this.settings;
    const reader = readerFor(entry.path);
    if (!reader) return true;
    const held = new HeldLines();
    try {
      for await (const item of reader.read({ rawPath: entry.path, hints }, openStored(join(raw, entry.path)), limits))
        held.add(await inputsOf(item, this.settings, entry.inputs), '');
    } catch {
      return false; // Whoever cleans it says what is wrong with it.
    }
    return held.finish().held === entry.lines.held;
  }
}

/** The steps for some raw files, in their order, a few files ahead of who takes them. Reads and compares; writes nothing. */
export async function* plan(
  files: readonly RawFile[],
  ledger: Pick<Ledger, 'get'>,
  settings: PlanSettings,
): AsyncGenerator<Step> {
  const { force, jobs = 1, queued = false, provenance } = settings;
  const seemsDone = (rawPath: string): boolean => {
    const entry = ledger.get(rawPath);
    return !force && entry?.rules === provenance.rules && entry.options === provenance.options;
  };
  const planner = new Planner(settings, ledger, spreadIn(files, { jobs, queued }, seemsDone));
  for (let at = 0; at < files.length; at += AT_ONCE)
    yield* await Promise.all(files.slice(at, at + AT_ONCE).map((file) => planner.step(file)));
}
