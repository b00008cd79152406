import { join } from 'node:path';
import type { ArticleRecord } from '../../core/record.js';
import { parseRecord } from '../../io/parse-record.js';
import { openStored } from '../../io/stored-file.js';
import type { Ref } from '../api.js';
import { catalogueOf, loadSegments, refreshSegments } from '../catalogue/build.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { placeHash, placeOf } from '../catalogue/facts.js';
import { StrikeGroups } from '../catalogue/groups.js';
import type { StoredSegment } from '../catalogue/segment-file.js';

export interface HoldingsSettings {
  readonly clean: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told how many clean files of how many have been read. */
  readonly progress: (done: number, all: number) => void;
  /** Told what goes wrong while the catalogue is brought up to date: it stays as it was. */
  readonly onProblem: (error: unknown) => void;
}

/** So long after a catalogue was read, in milliseconds. */
const PREPARE_MS = 3000;

/** The records of a clean folder: their catalogue, and each of them when it is asked for. */
export class Holdings {
  private refreshing: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private isClosed = false;
  private versions = 0;

  private constructor(
    private readonly settings: HoldingsSettings,
    private stored: (StoredSegment | null)[],
    private now: Catalogue,
  ) {}

  /** With the catalogue as it was written last, which may be out of date or empty: `refresh` mends that. */
  static async open(settings: HoldingsSettings): Promise<Holdings> {
    const stored = await loadSegments(settings.clean);
    const holdings = new Holdings(settings, stored, catalogueOf(stored));
    holdings.prepare();
    return holdings;
  }

  /** Finds the groups of strikes before they are asked for, but not while somebody waits for the first page. */
  private prepare(): void {
    const { catalogue } = this;
    setTimeout(() => StrikeGroups.of(catalogue), PREPARE_MS).unref();
  }

  /** Differs whenever the catalogue does. */
  get version(): number {
    return this.versions;
  }

  get catalogue(): Catalogue {
    return this.now;
  }

  get isRefreshing(): boolean {
    return this.refreshing !== null;
  }

  /**
   * Brings the catalogue up to date with the folder. While that is being done, another time comes behind it: what changes now may have been
   * passed already.
   */
  refresh(): Promise<void> {
    if (this.refreshing === null) {
      this.refreshing = this.readAgain()
        .catch(this.settings.onProblem)
        .finally(() => {
          this.refreshing = null;
        });
      return this.refreshing;
    }
    this.next ??= this.refreshing.then(() => {
      this.next = null;
      return this.isClosed ? undefined : this.refresh();
    });
    return this.next;
  }

  private async readAgain(): Promise<void> {
    const { clean, now, progress } = this.settings;
    const stored = await refreshSegments(clean, this.stored, {
      nowMs: now(),
      progress,
      isStopped: () => this.isClosed,
    });
    if (stored === null) return;
    this.stored = stored;
    this.now = catalogueOf(stored);
    this.versions += 1;
    this.prepare();
  }

  /** Rows are those of the catalogue in which they were found: it may be another one by now. */
  refOf(row: number, { files, rows }: Catalogue = this.now): Ref {
    return { path: files[rows.file[row] ?? 0]?.path ?? '', at: rows.at[row] ?? 0 };
  }

  /** The record of a row; null where its file is not as it was when the catalogue was made. */
  async read(row: number, { files, rows }: Catalogue = this.now): Promise<ArticleRecord | null> {
    const file = files[rows.file[row] ?? -1];
    const [begin, length] = [rows.begin[row] ?? 0, rows.length[row] ?? 0];
    if (file === undefined) return null;
    try {
      const open = await openStored(join(this.settings.clean, file.path)).open();
      try {
        const record = parseRecord(await open.read(begin, begin + length));
        // Another document may have come to stand just there.
        return record !== null && placeHash(placeOf(record)) === rows.place[row] ? record : null;
      } finally {
        await open.close();
      }
    } catch {
      return null;
    }
  }

  /** Stops what is being done in the background. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.refreshing;
  }
}
