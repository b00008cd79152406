import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How a process went. */
export interface Watched {
  readonly exitCode: number | null;
  readonly seconds: number;
  /** The most memory that it held at once, in bytes; null where the system does not tell. */
  readonly peakBytes: number | null;
  readonly stdout: string;
}

const LOOK_MS = 100;

/** Linux keeps the peak itself, so that a look now and then misses nothing but the last moments. */
function peakOf(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Runs a program with node to its end. */
export function watch(args: readonly string[]): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let peakBytes: number | null = null;
    let stdout = '';
    const timer = setInterval(() => {
      peakBytes = (child.pid === undefined ? null : peakOf(child.pid)) ?? peakBytes;
    }, LOOK_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.once('error', reject);
    child.once('close', (exitCode) => {
      clearInterval(timer);
      resolve({ exitCode, seconds: (performance.now() - started) / 1000, peakBytes, stdout });
    });
  });
}
