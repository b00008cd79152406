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

/** What must stop the run. An error's class does not survive the way between threads. */
interface Stop {
  readonly stop: { readonly isUsage: boolean; readonly message: string; readonly stack: string | undefined };
}

/** An error as an answer. */
export function stopOf(error: unknown): Stop {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { stop: { isUsage: error instanceof UsageError, message, stack } };
}

/** What is answered to a task about a shard: its report; and what to one about a document: what was made of it. */
export type ShardAnswer = { readonly report: Reports[TaskName] } | Stop;
export type Answer = ShardAnswer | { readonly made: Made[TaskName] };

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
      return stopOf(error);
    }
  };
}

/** The other side: what was answered, or the error that was thrown there. */
function withoutStop<Kept extends object>(answer: Kept | Stop): Kept {
  if (!('stop' in answer)) return answer;
  const { isUsage, message, stack } = answer.stop;
  if (isUsage) throw new UsageError(message);
  throw Object.assign(new Error(message), { stack });
}

export function reportIn(answer: Answer): Reports[TaskName] {
  const kept = withoutStop(answer);
  if ('report' in kept) return kept.report;
  throw new Error('a shard was asked for, and a document answered');
}

export function madeIn(answer: Answer): Made[TaskName] {
  const kept = withoutStop(answer);
  if ('made' in kept) return kept.made;
  throw new Error('a document was asked for, and a shard answered');
}
