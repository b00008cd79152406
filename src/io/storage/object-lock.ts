import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { UsageError } from '../../core/errors.js';
import { LockedError } from '../lock.js';
import { STATE_FOLDER } from '../paths.js';
import { identitySchema, isAlive, ownIdentity, type ProcessIdentity } from '../process-identity.js';
import type { ObjectStore } from './object-store.js';

const KEY = `${STATE_FOLDER}/lock`;

/** A holder writes its lock anew so often … */
const HEARTBEAT_MS = 30_000;
/** … and one on a host that cannot be asked counts as dead after so long without. */
const SILENT_MS = 10 * 60_000;
/** Others that take the lock at the same moment are given way to so often. */
const TRIES = 10;

const claimSchema = identitySchema.extend({ nonce: z.string() });
/** A lock that nobody holds stays as an object: to remove one on a condition is more than most storages can. */
const lockSchema = z.union([z.object({ free: z.literal(true) }), claimSchema]);

const FREE = JSON.stringify({ free: true }) + '\n';

type LockState = z.infer<typeof lockSchema>;

function parseLock(text: string): LockState | null {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Of one that says nothing sensible, its age decides. */
function isHeld(state: LockState | null, ageMs: number): boolean {
  if (state !== null && 'free' in state) return false;
  return (state && isAlive(state)) ?? ageMs < SILENT_MS;
}

export interface ObjectLock {
  /** Makes sure that the lock is still this run's. @throws UsageError where it is not */
  renew(): Promise<void>;
  /** @throws UsageError where the lock is known to be lost */
  check(): void;
  release(): Promise<void>;
}

/** The lock of one run, written anew again and again: each time on the condition that it is as this run wrote it last. */
class HeldLock implements ObjectLock {
  private beats = 0;
  private isLost = false;
  private renewedAt = performance.now();
  private renewing: Promise<void> = Promise.resolve();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    private readonly store: ObjectStore,
    private readonly claim: z.infer<typeof claimSchema>,
    private etag: string,
  ) {
    this.heartbeat = setInterval(() => {
      this.renew().catch(() => undefined);
    }, HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  renew(): Promise<void> {
    const renewed = this.renewing.then(() => this.beat());
    this.renewing = renewed.catch(() => undefined);
    return renewed;
  }

  private async beat(): Promise<void> {
    this.check();
    this.isLost = !(await this.replace(JSON.stringify({ ...this.claim, beats: ++this.beats }) + '\n'));
    if (!this.isLost) this.renewedAt = performance.now();
    this.check();
  }

  /** Writes the lock on the condition that it is still this run's; false where it is not. */
  private async replace(text: string): Promise<boolean> {
    for (;;) {
      const written = await this.store.write(KEY, text, { etag: this.etag });
      const found = written === null ? await this.store.read(KEY) : { text, etag: written };
      if (found === null) return false;
      if (found.text === text) {
        this.etag = found.etag;
        return true;
      }
      // This run's all the same: an earlier write of which the answer was lost on its way.
      const state = parseLock(found.text);
      if (state === null || 'free' in state || state.nonce !== this.claim.nonce || found.etag === this.etag)
        return false;
      this.etag = found.etag;
    }
  }

  check(): void {
    if (!this.isLost && performance.now() - this.renewedAt < SILENT_MS) return;
    this.isLost = true;
    throw new UsageError(
      `${this.store.shown}: this run was silent for so long that another one may have begun; what is done is kept: run again`,
    );
  }

  async release(): Promise<void> {
    clearInterval(this.heartbeat);
    await this.renewing;
    if (!this.isLost) await this.replace(FREE);
  }
}

/**
 * Takes the lock of a collection in object storage. A lock whose process is dead does not count.
 * @throws LockedError if a live process holds it
 */
export async function acquireObjectLock(
  store: ObjectStore,
  identity: ProcessIdentity = ownIdentity(),
): Promise<ObjectLock> {
  const claim = { ...identity, nonce: randomBytes(8).toString('hex') };
  const text = JSON.stringify(claim) + '\n';
  for (let tries = 0; tries < TRIES; tries++) {
    const made = await store.write(KEY, text, 'absent');
    if (made !== null) return new HeldLock(store, claim, made);
    const found = await store.read(KEY);
    if (found === null) continue;
    const holder = parseLock(found.text);
    // Written, but the answer was lost on its way.
    if (holder !== null && 'nonce' in holder && holder.nonce === claim.nonce)
      return new HeldLock(store, claim, found.etag);
    if (isHeld(holder, found.ageMs)) {
      const who = holder !== null && 'pid' in holder ? `process ${holder.pid} on ${holder.host}` : 'unknown process';
      throw new LockedError(`another run (${who}) holds ${store.shown}/${KEY}; wait until it is done`);
    }
    const taken = await store.write(KEY, text, { etag: found.etag });
    if (taken !== null) return new HeldLock(store, claim, taken);
  }
  throw new LockedError(`other runs contend for ${store.shown}/${KEY}; wait until they are done`);
}
