import type { Shard } from '../io/shard.js';
import { UsageError } from '../core/errors.js';
import type { Reports, TaskContext, TaskName, Tasks } from './engine.js';
import { SharedPulse } from './pulse.js';

/** What is posted to a thread: one shard of a task. The context is text, so that what hangs on it is made once a thread and not once a shard. */
export interface Post {
  readonly task: TaskName;
  readonly shard: Shard;
  readonly context: string;
  readonly pulse: SharedArrayBuffer;
}

/** What a thread answers: a report, or what must stop the run. An error's class does not survive the way between threads. */
export type Answer =
  | { readonly report: Reports[TaskName] }
  | { readonly stop: { readonly isUsage: boolean; readonly message: string; readonly stack: string | undefined } };

/** The thread's side. */
export function answering(tasks: Tasks): (post: Post) => Promise<Answer> {
  let known: { readonly text: string; readonly context: TaskContext } | undefined;
  return async ({ task, shard, context, pulse }) => {
    if (known?.text !== context) known = { text: context, context: JSON.parse(context) as TaskContext };
    try {
      return { report: await tasks[task](shard, known.context, new SharedPulse(pulse)) };
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { stop: { isUsage: error instanceof UsageError, message, stack } };
    }
  };
}

/** The main thread's side: the report, or the error that a thread threw. */
export function reportIn(answer: Answer): Reports[TaskName] {
  if ('report' in answer) return answer.report;
  const { isUsage, message, stack } = answer.stop;
  if (isUsage) throw new UsageError(message);
  throw Object.assign(new Error(message), { stack });
}
