/** Where a task tells which document it is on, for whoever may have to end it. */
export interface Pulse {
  /** Work on a document begins: the how manieth of its shard, from 0, in the reader's order. */
  begin(ordinal: number): void;
  /** It is done; what follows is reading. */
  end(): void;
}

/** For tasks that nobody can end. */
export const NO_PULSE: Pulse = { begin: () => undefined, end: () => undefined };

const BEATS = 0;
const ORDINAL = 1;
const NONE = -1;

/** A pulse in memory that threads share: it can be felt while the thread is in the midst of a loop, and after its end. */
export class SharedPulse implements Pulse {
  private readonly cells: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.cells = new Int32Array(memory);
  }

  begin(ordinal: number): void {
    this.beat(ordinal);
  }

  end(): void {
    this.beat(NONE);
  }

  private beat(ordinal: number): void {
    Atomics.store(this.cells, ORDINAL, ordinal);
    Atomics.add(this.cells, BEATS, 1);
  }

  /** The document in work, null between two, and a number that changes with each beat. */
  feel(): { readonly ordinal: number | null; readonly beats: number } {
    const beats = Atomics.load(this.cells, BEATS);
    const ordinal = Atomics.load(this.cells, ORDINAL);
    // Not one beat so far: the cells are as they were made.
    return { ordinal: beats === 0 || ordinal === NONE ? null : ordinal, beats };
  }
}

/** Looks at a pulse so often in the time that a document has. */
const LOOKS = 20;
const LONGEST_PAUSE_MS = 500;
/** Whatever the processor was given to: what takes so many times its time by the clock will not come to an end. */
const BY_THE_CLOCK = 20;

/** What the threads of this process have had of the processors, in milliseconds. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Calls `overdue` once if one document is worked on for longer than `timeoutMs`: by the clock, and by its share of the processor's time,
 * which `threads` divide among them, so that no document is ended because a busy machine lets its thread wait. Reading is not timed: a slow
 * disk is no document's fault. Needs no clock that threads share, for it takes the time from when it first felt a beat.
 * Returns how to stop it.
 */
export function watch(
  pulse: Pick<SharedPulse, 'feel'>,
  timeoutMs: number,
  threads: () => number,
  overdue: () => void,
): () => void {
  let { beats } = pulse.feel();
  let since = performance.now();
  let usedBefore = processorMs();
  const timer = setInterval(
    () => {
      const now = pulse.feel();
      if (now.ordinal === null || now.beats !== beats) {
        beats = now.beats;
        since = performance.now();
        usedBefore = processorMs();
        return;
      }
      const waited = performance.now() - since;
      if (waited < timeoutMs) return;
      if ((processorMs() - usedBefore) / threads() < timeoutMs && waited < BY_THE_CLOCK * timeoutMs) return;
      clearInterval(timer);
      overdue();
    },
    Math.min(timeoutMs / LOOKS, LONGEST_PAUSE_MS),
  );
  return () => {
    clearInterval(timer);
  };
}
