import { Cron } from 'croner';
import { UsageError } from '../core/errors.js';
import { errorMessage } from '../io/error-code.js';

/** When runs are to begin. */
export interface Timetable {
  /** The first time after a moment, both in milliseconds since 1970; null if there is none. */
  next(afterMs: number): number | null;
}

/**
 * Reads a cron expression: five fields, or six with seconds in front, or "@hourly" and the like; days of months and weekdays join by "or", as cron
 * has it. `timeZone` is an IANA name; without one, the machine's. A time that a change of clocks leaves out comes right after the gap.
 * @throws UsageError for an expression or a zone that is none
 */
export function readTimetable(expression: string, timeZone: string | undefined): Timetable {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new UsageError(`--time-zone: expected an IANA name such as Europe/Berlin, got "${timeZone}"`);
  try {
    const zone = timeZone === undefined ? {} : { timezone: timeZone };
    const cron = new Cron(expression, { mode: '5-or-6-parts', ...zone });
    return { next: (afterMs) => cron.nextRun(new Date(afterMs))?.getTime() ?? null };
  } catch (error) {
    const problem = errorMessage(error).replace(/^Cron(?:Pattern|Date)?: /, '');
    throw new UsageError(
      `schedule: expected a cron expression such as "*/15 * * * *", got "${expression}": ${problem}`,
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
