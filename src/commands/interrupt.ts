/** SIGINT and SIGTERM: the first asks the run to finish what is in hand, the second ends the process at once. */

export type InterruptName = 'SIGINT' | 'SIGTERM';

export const EXIT_CODES: Readonly<Record<InterruptName, number>> = { SIGINT: 130, SIGTERM: 143 };

/** npm passes on the signal that a terminal has sent to the whole group already: so soon, it is the same one. */
const SAME_SIGNAL_MS = 100;

export interface Interrupt {
  /** The first signal that came, null until one does. */
  readonly name: InterruptName | null;
  /** Stops listening. */
  stop(): void;
}

/** Listens. `onFirst` is for telling the user, `onSecond` for what must be done on the way out, synchronously. */
export function listenForInterrupt(onFirst: (name: InterruptName) => void, onSecond: () => void): Interrupt {
  let first: { name: InterruptName; at: number } | undefined;
  const handle = (name: InterruptName): void => {
    if (first === undefined) {
      first = { name, at: performance.now() };
      onFirst(name);
    } else if (performance.now() - first.at > SAME_SIGNAL_MS) {
      onSecond();
      process.exit(EXIT_CODES[name]);
    }
  };
  process.on('SIGINT', handle).on('SIGTERM', handle);
  return {
    get name() {
      return first?.name ?? null;
    },
    stop: () => void process.off('SIGINT', handle).off('SIGTERM', handle),
  };
}
