import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { Logger } from 'pino';
import { UsageError } from '../core/errors.js';
import { addCleanOptions, argumentsOf } from './clean-options.js';
import { openConsole } from './console.js';
import type { InterruptName } from './interrupt.js';
import { PROGRAM } from './program.js';
import { loadSettings, type CleanFlags } from './settings.js';
import { checkFolders } from './survey.js';
import { readTimetable, type Timetable } from './timetable.js';
import { wholeNumber } from './whole-number.js';

interface ScheduleFlags extends CleanFlags {
  readonly timeZone?: string;
  readonly jitter?: number;
  readonly now?: boolean;
}

/** A run that was killed has no exit code of its own. */
const KILLED = 137;
/** A wait is looked at again so often: clocks are set, and laptops sleep. */
const NAP_MS = 30_000;

/** Told by SIGINT or SIGTERM that the schedule is to end. */
class Stop {
  readonly #controller = new AbortController();
  readonly #hear = (): void => {
    this.#controller.abort();
  };
  readonly signal = this.#controller.signal;

  constructor() {
    process.on('SIGINT', this.#hear).on('SIGTERM', this.#hear);
  }

  isAsked(): boolean {
    return this.signal.aborted;
  }

  end(): void {
    process.off('SIGINT', this.#hear).off('SIGTERM', this.#hear);
  }
}

/** Waits until a moment by the clock, or until the schedule is to end. */
async function sleepUntil(atMs: number, stop: Stop): Promise<void> {
  const { signal } = stop;
  while (!stop.isAsked() && Date.now() < atMs)
    await sleep(Math.min(NAP_MS, atMs - Date.now()), undefined, { signal }).catch(() => undefined);
}

/**
 * One run in a process of its own, so that a year of runs leaves nothing behind in this one. Signals are passed on, as a supervisor sends
 * them to this process alone.
 */
function runOnce(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, 'clean', ...args], { stdio: 'inherit' });
    const pass = (name: InterruptName): void => void child.kill(name);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (): void => void process.off('SIGINT', pass).off('SIGTERM', pass);
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('exit', (code) => {
      end();
      resolve(code ?? KILLED);
    });
  });
}

/** What an exit code of a run means to whoever reads the log. */
function tell(log: Logger, exitCode: number, durationMs: number): void {
  const event = { event: 'run-ended', exitCode, durationMs: Math.round(durationMs) };
  if (exitCode === 0) log.info(event, 'the run is done');
  else if (exitCode === 1) log.warn(event, 'the run is done; some documents or sources want a look');
  else if (exitCode === 3) log.warn(event, 'another run was at work; the next one will do what is left');
  else if (exitCode === 130 || exitCode === 143) log.warn(event, 'the run was interrupted; the next one goes on');
  else log.error(event, `the run ended with ${exitCode}; the next one tries again`);
}

/** Waits for the next time. False if there is none, or if the schedule is to end. */
async function awaitNext(timetable: Timetable, jitterMs: number, stop: Stop, log: Logger): Promise<boolean> {
  // Counted from now: what a long run has passed over is not made up for.
  const next = timetable.next(Date.now());
  if (next === null) log.info({ event: 'no-next-run' }, 'the expression has no later time');
  if (next === null || stop.isAsked()) return false;
  const at = next + Math.random() * jitterMs;
  log.info({ event: 'next-run', at: new Date(at).toISOString() }, `next run at ${new Date(at).toISOString()}`);
  await sleepUntil(at, stop);
  return !stop.isAsked();
}

async function keepRunning(
  timetable: Timetable,
  args: readonly string[],
  { jitterMs, now }: { readonly jitterMs: number; readonly now: boolean },
  log: Logger,
): Promise<void> {
  const stop = new Stop();
  let isDue = now;
  try {
    while (isDue || (await awaitNext(timetable, jitterMs, stop, log))) {
      isDue = false;
      const startedMs = performance.now();
      tell(log, await runOnce(args), performance.now() - startedMs);
    }
    log.info({ event: 'stopped' }, 'the schedule has ended');
  } finally {
    stop.end();
  }
}

export function register(program: Command): void {
  const options = addCleanOptions(new Command()).options;
  const command = program
    .command('schedule')
    .description('clean again and again, at the times of a cron expression, one run after another')
    .argument('<cron>', 'when: minute, hour, day of month, month, weekday; six fields begin with the second')
    .option('--time-zone <zone>', 'zone of the expression, such as Europe/Berlin (default: that of the machine)')
    .option('--jitter <seconds>', 'begin up to so much later, so that many machines do not begin at once', wholeNumber)
    .option('--now', 'run at once, too');
  addCleanOptions(command).action(async (cron: string, flags: ScheduleFlags) => {
    const timetable = readTimetable(cron, flags.timeZone);
    const settings = await loadSettings(flags, process.cwd());
    await checkFolders(settings);
    if (timetable.next(Date.now()) === null)
      throw new UsageError(`schedule: "${cron}" has no time that is still to come`);
    const { log } = openConsole(flags.quiet ?? false);
    const jitterMs = 1000 * (flags.jitter ?? 0);
    await keepRunning(timetable, argumentsOf(options, { ...flags }), { jitterMs, now: flags.now ?? false }, log);
  });
}
