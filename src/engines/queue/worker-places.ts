import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { shortHash } from '../../io/hash.js';
import { openAtS3, workersFolder, type OpenStore } from '../../io/storage/run-objects.js';
import { isS3Url, parseS3Url } from '../../io/storage/s3-url.js';
import { openWorkerFolder } from '../../io/storage/worker-folder.js';
import type { WorkerShared } from './shared.js';
import { SharedFolder } from './shared-folder.js';
import { WorkerObjects } from './shared-objects.js';
import { rawFolder, RawLoans, type WorkerRaw } from './worker-raw.js';

/** What is made once for each name. What fails is tried again when it is asked for again. */
class Once<T> {
  private readonly made = new Map<string, Promise<T>>();

  constructor(private readonly make: (name: string) => Promise<T>) {}

  get(name: string): Promise<T> {
    let one = this.made.get(name);
    if (one === undefined) {
      this.made.set(name, (one = this.make(name)));
      one.catch(() => this.made.delete(name));
    }
    return one;
  }

  has(name: string): boolean {
    return this.made.has(name);
  }
}

/** The places of documents and records that runs name, as a worker has them. Whatever is in object storage gets a local folder. */
export class WorkerPlaces {
  private readonly folder: Once<string>;
  private readonly shares: Once<WorkerShared>;
  private readonly raws: Once<WorkerRaw>;

  /** `work` is where local folders may stand; null: in the user's cache. */
  constructor(work: string | null, openStore: OpenStore = openAtS3) {
    this.folder = new Once(() => openWorkerFolder(workersFolder(work)));
    const folderOf = async (place: string): Promise<string> => join(await this.folder.get(''), shortHash(place));
    this.shares = new Once(async (place) => {
      if (!isS3Url(place)) return new SharedFolder(place);
      return new WorkerObjects(await openStore('--clean', parseS3Url('--clean', place)), await folderOf(place));
    });
    this.raws = new Once(async (place) => {
      if (!isS3Url(place)) return rawFolder(place);
      return new RawLoans(await openStore('--raw', parseS3Url('--raw', place)), await folderOf(place));
    });
  }

  /** The place of records. */
  shared(place: string): Promise<WorkerShared> {
    return this.shares.get(place);
  }

  /** The place of documents. */
  raw(place: string): Promise<WorkerRaw> {
    return this.raws.get(place);
  }

  /** Removes local folders. Only when nothing is in hand. */
  async close(): Promise<void> {
    if (this.folder.has('')) await rm(await this.folder.get(''), { recursive: true, force: true });
  }
}
