import PQueue from 'p-queue';

/** Values handed from many producers to one consumer. */
class Handover<T> {
  private readonly values: T[] = [];
  private wake: () => void = () => undefined;
  private taken: () => void = () => undefined;
  private ended = false;

  offer(value: T): void {
    this.values.push(value);
    this.wake();
  }

  /** Until fewer than `most` values wait to be taken. */
  async room(most: number): Promise<void> {
    while (this.values.length >= most && !this.ended) await new Promise<void>((resolve) => (this.taken = resolve));
  }

  end(): void {
    this.ended = true;
    this.wake();
    this.taken();
  }

  async *take(): AsyncGenerator<T> {
    for (;;) {
      while (this.values.length > 0) {
        yield this.values.shift() as T;
        this.taken();
      }
      if (this.ended) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/**
 * What comes of `work` on each of some values, as it comes: at most `jobs` are worked on at a time, and about as many results wait to be
 * taken before no further value is asked for. If one throws, no further value is taken, and what it threw is thrown once the others are done.
 */
export async function* flow<T, Result>(
  values: AsyncIterable<T>,
  jobs: number,
  work: (value: T) => Promise<Result>,
): AsyncGenerator<Result> {
  const queue = new PQueue({ concurrency: jobs });
  const results = new Handover<Result>();
  let failure: { error: unknown } | undefined;
  let isLeft = false;
  const fail = (error: unknown): void => {
    failure ??= { error };
  };
  const isOver = (): boolean => failure !== undefined || isLeft;
  const feed = async (): Promise<void> => {
    for await (const value of values) {
      if (isOver()) break;
      queue
        .add(async () => {
          results.offer(await work(value));
        })
        .catch(fail);
      await queue.onSizeLessThan(1);
      await results.room(jobs);
      // The next value is asked for only where it is still wanted: to plan a shard is to promise that it is done.
      if (isOver()) break;
    }
  };
  const fed = feed()
    .catch(fail)
    .then(() => queue.onIdle())
    .then(() => {
      results.end();
    });
  try {
    yield* results.take();
  } finally {
    // Whoever stops listening waits for what is in hand all the same: nothing is written behind the back of the next step.
    isLeft = true;
    results.end();
    await fed;
  }
  if (failure) throw failure.error;
}
