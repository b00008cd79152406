import pino, { type DestinationStream, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';

/** What a person or a log collector sees on standard error: events; on a terminal, readable, and a line of progress below them. */
export interface Console {
  readonly log: Logger;
  /** Replaces the progress line; shown on a terminal only, and not more often than the eye can follow. */
  progress(text: string): void;
  /** Removes the progress line. */
  done(): void;
}

const PROGRESS_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/**
 * `quiet` leaves the errors. On a terminal, the shards are left to the progress line and the end to the summary line; a log gets an event
 * for each.
 */
export function openConsole(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Console {
  const terminal = stream.isTTY;
  const level = quiet ? 'error' : terminal ? 'info' : 'debug';
  let shown = '';
  let shownAt = 0;
  const clear = (): void => {
    if (shown !== '') stream.write(CLEAR_LINE);
    shown = '';
  };
  const pretty = prettyFactory({ colorize: terminal, translateTime: 'SYS:HH:MM:ss', hideObject: true });
  const destination: DestinationStream = terminal
    ? {
        write(line) {
          clear();
          stream.write(pretty(line));
        },
      }
    : pino.destination({ dest: 2, sync: true });
  return {
    log: pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination),
    progress(text) {
      const now = performance.now();
      if (quiet || !terminal || (shown !== '' && now - shownAt < PROGRESS_MS)) return;
      shown = text.slice(0, (stream.columns || 80) - 1);
      shownAt = now;
      stream.write(CLEAR_LINE + shown);
    },
    done: clear,
  };
}
