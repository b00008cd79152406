import PQueue from 'p-queue';
import type { Shard } from '../io/shard.js';
import type { Engine, Reports, TaskContext, TaskName, Tasks } from './engine.js';
import { TASKS } from './tasks.js';

export interface InlineSettings {
  /** Shards in flight: while one is cleaned, others are read and written. */
  readonly jobs: number;
  /** Stand-ins for the tasks, in tests. */
  readonly tasks?: Partial<Tasks>;
}

/** Values handed from many producers to one consumer; a producer waits until its value is taken. */
class Handover<T> {
  private readonly offers: { value: T; taken: () => void }[] = [];
  private wake: () => void = () => undefined;
  private ended = false;

  offer(value: T): Promise<void> {
    return new Promise((taken) => {
      this.offers.push({ value, taken });
      this.wake();
    });
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *values(): AsyncGenerator<T> {
    for (;;) {
      const next = this.offers.shift();
      if (next) {
        yield next.value;
        next.taken();
      } else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}

/** Does the work in this process. At most `jobs` shards are in flight, counted until their reports have been taken. */
export function inlineEngine({ jobs, tasks = {} }: InlineSettings): Engine {
  const all: Tasks = { ...TASKS, ...tasks };
  return {
    name: 'inline',
    async *run<Name extends TaskName>(name: Name, shards: AsyncIterable<Shard>, context: TaskContext) {
      const queue = new PQueue({ concurrency: jobs });
      const reports = new Handover<Reports[Name]>();
      let failure: { error: unknown } | undefined;
      const feed = async (): Promise<void> => {
        for await (const shard of shards) {
          if (failure) break;
          queue
            .add(async () => {
              await reports.offer(await all[name](shard, context));
            })
            .catch((error: unknown) => {
              failure ??= { error };
            });
          await queue.onSizeLessThan(1);
        }
      };
      const fed = feed()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .then(() => queue.onIdle())
        .then(() => {
          reports.end();
        });
      yield* reports.values();
      await fed;
      if (failure) throw failure.error;
    },
  };
}
