import { UsageError } from '../core/errors.js';
import type { RawDocument } from '../core/types.js';
import type { Shard } from '../io/shard.js';
import type { DocumentTasks } from './document-tasks.js';
import type { Made } from './elsewhere.js';
import type { Reports, TaskContext, TaskName, Tasks } from './engine.js';
import { SharedPulse } from './pulse.js';
import { readShared, type SharedJson } from './shared-json.js';

/** What is posted to a thread: a task about a whole shard, or about one document of it. */
export interface Post {
  readonly task: TaskName;
  readonly shard: SharedJson<Shard>;
  readonly context: SharedJson<TaskContext>;
  readonly document?: RawDocument;
  readonly pulse: SharedArrayBuffer;
}

/** What a thread answers: a report, what was made of a document, or what must stop the run. */
export type Answer =
  | { readonly report: Reports[TaskName] }
  | { readonly made: Made[TaskName] }
  /** An error's class does not survive the way between threads. */
  | { readonly stop: { readonly isUsage: boolean; readonly message: string; readonly stack: string | undefined } };

/** The thread's side. */
export function answering(tasks: Tasks, documentTasks: DocumentTasks): (post: Post) => Promise<Answer> {
  return async ({ task, shard: sharedShard, context: sharedContext, document, pulse: memory }) => {
    const pulse = new SharedPulse(memory);
    try {
      const shard = readShared(sharedShard);
      const context = readShared(sharedContext);
      if (document === undefined) return { report: await tasks[task](shard, context, pulse) };
      pulse.begin(0);
      const made = await documentTasks[task](document, shard, context);
      pulse.end();
      return { made };
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      return { stop: { isUsage: error instanceof UsageError, message, stack } };
    }
  };
}

/** The main thread's side: the answer, or the error that a thread threw. */
export function withoutStop(answer: Answer): Exclude<Answer, { stop: unknown }> {
  if (!('stop' in answer)) return answer;
  const { isUsage, message, stack } = answer.stop;
  if (isUsage) throw new UsageError(message);
  throw Object.assign(new Error(message), { stack });
}
