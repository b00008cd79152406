import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { errorCode } from './error-code.js';

/** Which process holds something. A pid alone is used again by the system; with the start time it is not. */
export const identitySchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** The pid namespace, where there are such: a container's pids mean nothing outside it. */
  space: z.string().nullable(),
  /** Start time in the kernel's own ticks since this boot; null where /proc does not tell. */
  started: z.string().nullable(),
});

export type ProcessIdentity = Readonly<z.infer<typeof identitySchema>>;

function read<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

/** When a process started, by /proc; null if it is gone or there is no /proc. */
export function startOf(pid: number): string | null {
  const line = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
  // The second field is the command's name in brackets and may hold anything; start time is the 20th field after it.
  const ticks = line?.slice(line.lastIndexOf(')') + 2).split(' ')[19];
  return ticks === undefined ? null : `${boot}/${ticks}`;
}

export function ownIdentity(): ProcessIdentity {
  const space = read(() => readlinkSync('/proc/self/ns/pid'));
  return { pid: process.pid, host: hostname(), space, started: startOf(process.pid) };
}

/** Whether the process still runs; null if it runs, or ran, where this process cannot see it. */
export function isAlive(holder: ProcessIdentity): boolean | null {
  const own = ownIdentity();
  if (holder.host !== own.host || holder.space !== own.space) return null;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  const start = startOf(holder.pid);
  return start === null || holder.started === null || start === holder.started;
}
