import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { acquireLock, LockedError } from '../../src/io/lock.js';
import { isAlive, ownIdentity, startOf } from '../../src/io/process-identity.js';
import { scratchFolder } from './scratch.js';

const lockPath = (): string => join(scratchFolder(), 'state', 'lock');
const write = (path: string, holder: object): void => {
  writeFileSync(path, JSON.stringify({ ...ownIdentity(), ...holder }));
};

/** The pid of a process that has run and is gone. */
async function deadPid(): Promise<number> {
  const child = spawn('true');
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

describe('the lock', () => {
  it('says who holds it, and leaves nothing when it is given back', async () => {
    const path = lockPath();
    const lock = await acquireLock(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid, started: startOf(process.pid) });
    lock.release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('is refused while a live process holds it, in one line that names it', async () => {
    const path = lockPath();
    const lock = await acquireLock(path);
    const refused = await acquireLock(path).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LockedError);
    expect((refused as Error).message).toContain(`process ${process.pid}`);
    expect((refused as Error).message).not.toContain('\n');
    expect(readdirSync(dirname(path))).toEqual(['lock']);
    lock.release();
    (await acquireLock(path)).release();
  });

  it('of a dead process does not count', async () => {
    const path = lockPath();
    (await acquireLock(path)).release();
    write(path, { pid: await deadPid() });
    (await acquireLock(path)).release();
    expect(existsSync(path)).toBe(false);
  });

  it.runIf(existsSync('/proc/self/stat'))('of a dead process whose pid is in use again does not count', async () => {
    const path = lockPath();
    (await acquireLock(path)).release();
    write(path, { pid: process.pid, started: `${startOf(process.pid)}0` });
    (await acquireLock(path)).release();
  });

  it('of a process that cannot be asked counts until it has been silent for long', async () => {
    const path = lockPath();
    (await acquireLock(path)).release();
    write(path, { host: 'another-host' });
    await expect(acquireLock(path)).rejects.toThrow('another-host');
    utimesSync(path, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    (await acquireLock(path)).release();
  });

  it('is kept alive by the clock of the file system, however far off its own is', async () => {
    const path = lockPath();
    const hour = 3_600_000;
    const before = Date.now();
    vi.useFakeTimers({ now: before - hour, toFake: ['Date', 'setInterval', 'clearInterval'] });
    try {
      const lock = await acquireLock(path);
      utimesSync(path, (before - hour) / 1000, (before - hour) / 1000);
      vi.advanceTimersByTime(60_000);
      while (statSync(path).mtimeMs < before - hour / 2) await sleep(1);
      lock.release();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['', '{}', 'garbage', '{"pid":"x"}'])(
    'that is damaged (%j) counts while it is new, and not when it is old',
    async (content) => {
      const path = lockPath();
      (await acquireLock(path)).release();
      writeFileSync(path, content);
      await expect(acquireLock(path)).rejects.toThrow(LockedError);
      utimesSync(path, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
      (await acquireLock(path)).release();
    },
  );

  it('goes to one of many that want it at once, be it free or left by the dead', async () => {
    const pid = await deadPid();
    for (let round = 0; round < 20; round++) {
      const path = lockPath();
      (await acquireLock(path)).release();
      if (round % 2 === 0) write(path, { pid });
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(path)));
      const won = tries.filter((attempt) => attempt.status === 'fulfilled');
      expect(won.length).toBe(1);
      won[0]?.value.release();
      expect(readdirSync(dirname(path))).toEqual([]);
    }
  });

  it('is cleared of claims that the dead have left', async () => {
    const path = lockPath();
    (await acquireLock(path)).release();
    write(`${path}.1-dead`, { pid: await deadPid() });
    (await acquireLock(path)).release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('is not given back by one who has lost it', async () => {
    const path = lockPath();
    const lock = await acquireLock(path);
    write(path, { pid: process.pid });
    lock.release();
    expect(existsSync(path)).toBe(true);
  });
});

describe('process identity', () => {
  it('tells the living from the dead', async () => {
    expect(isAlive(ownIdentity())).toBe(true);
    expect(isAlive({ ...ownIdentity(), pid: await deadPid() })).toBe(false);
    expect(isAlive({ ...ownIdentity(), host: 'another' })).toBeNull();
  });
});
