import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built program, as users run it. */

/** The program itself. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts node; `onStderr` sees all of its standard error so far, each time there is more. */
export function start(args: readonly string[], cwd: string, onStderr?: (text: string) => void): Started {
  return startProgram(process.execPath, args, cwd, onStderr);
}

/** Any program, to its end. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return startProgram(program, args, cwd).ended;
}

function startProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  onStderr: (text: string) => void = () => undefined,
): Started {
  const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onStderr(stderr);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { child, ended };
}

export function startCopydesk(args: readonly string[], cwd: string, onStderr?: (text: string) => void): Started {
  return start([CLI, ...args], cwd, onStderr);
}

export function copydesk(args: readonly string[], cwd: string, input: string | Uint8Array = ''): Promise<Ended> {
  const { child, ended } = startCopydesk(args, cwd);
  child.stdin?.on('error', () => undefined).end(input);
  return ended;
}

/** A module of the built program. */
export const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;
