import { jobIdOf, type ShardJob } from './job.js';
import type { QueueLink } from './link.js';

/** What a planner asks a queue of shards by their keys. Undefined is said once the link is closed. */

interface Keyed {
  readonly key: string;
}

type Link = QueueLink<ShardJob>;

/** What has become of some shards: "unknown" of one that is not there. */
export function statesOf(link: Link, shards: readonly Keyed[]): Promise<string[] | undefined> {
  return link.use((queue) => Promise.all(shards.map(async ({ key }) => queue.getJobState(jobIdOf(key)))));
}

/** Why a job has failed, which is taken out of the queue. */
export function whyFailed(link: Link, { key }: Keyed): Promise<string | undefined> {
  return link.use(async (queue) => {
    const job = await queue.getJob(jobIdOf(key));
    await queue.remove(jobIdOf(key));
    return job?.failedReason ?? 'unknown';
  });
}

/** Whether a shard that was in the queue is in nobody's hands any more, after it was asked back. */
export async function giveBack(link: Link, { key }: Keyed): Promise<boolean> {
  const id = jobIdOf(key);
  const isBack = await link.use(
    async (queue) => (await queue.remove(id)) === 1 || (await queue.getJobState(id)) === 'unknown',
  );
  return isBack ?? false;
}

/** How many workers there are; undefined where the server does not tell. */
export function countWorkers(link: Link): Promise<number | undefined> {
  return link.use((queue) =>
    queue.getWorkers().then(
      ({ length }) => length,
      () => undefined,
    ),
  );
}

/** Whether no worker is at work. */
export async function isIdle(link: Link): Promise<boolean> {
  const idle = await link.use(async (queue) => {
    const { active } = await queue.getJobCounts('active');
    // Not every server tells.
    return active === 0 || (await queue.getWorkers().catch(() => [null])).length === 0;
  });
  return idle ?? false;
}
