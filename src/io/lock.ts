import { randomBytes } from 'node:crypto';
import { constants, readFileSync, rmSync } from 'node:fs';
import { copyFile, link, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.js';
import { makeFolder } from './make-folder.js';
import { identitySchema, isAlive, ownIdentity, type ProcessIdentity } from './process-identity.js';

/** Another run holds the lock; the message is one line that says which. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** A holder touches its lock so often … */
const HEARTBEAT_MS = 30_000;
/** … and one on a host that cannot be asked counts as dead after so long without. */
const SILENT_MS = 10 * 60_000;
/** Others that contend for a dead lock at the same moment are given way to so often, for so long. */
const TRIES = 40;
const WAIT_MS = 25;

async function readIdentity(path: string): Promise<ProcessIdentity | null> {
  try {
    return identitySchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Whether whoever wrote the file is alive. `clock` is a file just written: the file system's clock is the one that they share. */
async function holds(path: string, clock: string): Promise<boolean> {
  const [found, now] = await Promise.all([stat(path).catch(() => null), stat(clock)]);
  if (!found) return false;
  const identity = await readIdentity(path);
  const alive = identity && isAlive(identity);
  return alive ?? now.mtimeMs - found.mtimeMs < SILENT_MS;
}

/** Counts other processes' claims beside the lock; those of the dead are removed, which is safe as no two claims share a name. */
async function rivals(claim: string, lock: string): Promise<number> {
  let count = 0;
  for (const name of await readdir(dirname(lock))) {
    const path = join(dirname(lock), name);
    if (!name.startsWith(`${basename(lock)}.`) || path === claim) continue;
    if (await holds(path, claim)) count += 1;
    else await rm(path, { force: true });
  }
  return count;
}

async function tryLink(claim: string, lock: string): Promise<boolean> {
  try {
    await link(claim, lock).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      // Not every file system has hard links; this one may show a lock that is still empty, which counts as held while it is new.
      await copyFile(claim, lock, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function refusal(lock: string): Promise<LockedError> {
  const holder = await readIdentity(lock);
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'unknown process';
  return new LockedError(`another run (${who}) holds ${lock}; wait until it is done`);
}

/**
 * The lock appears whole, by a link to a claim with a name of its own, so nobody ever reads half a lock. Only the one live claimant
 * may remove a dead holder's lock: with two, at least one sees the other and steps back, so none can remove the lock that the other has
 * just made.
 */
async function claimLock(claim: string, content: string, lock: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await tryLink(claim, lock)) return;
    if (await holds(lock, claim)) throw await refusal(lock);
    if ((await rivals(claim, lock)) === 0) {
      if (await holds(lock, claim)) throw await refusal(lock);
      await rm(lock, { force: true });
      continue;
    }
    await rm(claim, { force: true });
    await sleep(WAIT_MS * (0.5 + Math.random()));
    await writeFile(claim, content, { flag: 'wx' });
  }
  throw await refusal(lock);
}

/** Gives the lock a new time: the file system's, which others compare with, and not the own clock's, which may be an hour off. */
async function touch(lock: string, content: string): Promise<void> {
  const file = await open(lock, 'r+');
  try {
    await file.write(content[0] ?? '', 0);
  } finally {
    await file.close();
  }
}

export interface Lock {
  /** Gives the lock back, unless it is someone else's by now. Synchronous, so that it can be done on the way out. */
  release(): void;
}

/**
 * Takes the lock at a path, whose folder is made if need be. A lock whose process is dead does not count.
 * @throws LockedError if a live process holds it
 */
export async function acquireLock(lock: string, identity: ProcessIdentity = ownIdentity()): Promise<Lock> {
  await makeFolder(dirname(lock));
  const content = JSON.stringify({ ...identity, nonce: randomBytes(8).toString('hex') }) + '\n';
  const claim = `${lock}.${identity.pid}-${randomBytes(8).toString('hex')}`;
  await writeFile(claim, content, { flag: 'wx' });
  try {
    await claimLock(claim, content, lock);
    await rivals(claim, lock);
  } finally {
    await rm(claim, { force: true });
  }
  const heartbeat = setInterval(() => {
    touch(lock, content).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      try {
        if (readFileSync(lock, 'utf8') === content) rmSync(lock, { force: true });
      } catch {
        // Gone already.
      }
    },
  };
}
