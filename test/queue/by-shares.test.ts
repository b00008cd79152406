import { describe, expect, it } from 'vitest';
import { doByShares, inShares } from '../../src/engines/queue/by-shares.js';
import type { Arrived } from '../../src/engines/queue/in-hand.js';
import type { Shard } from '../../src/io/shard.js';
import { shardOf } from '../engines/setting.js';
import { collect } from '../io/scratch.js';

/** A container that may be done in five shares, and those who do them. */

const WHOLE: Shard = { ...shardOf('c.jsonl'), shares: 5 };
const workers = (count?: number) => (): Promise<number | undefined> => Promise.resolve(count);

async function* planned(): AsyncGenerator<Shard> {
  yield await Promise.resolve(WHOLE);
}

/** What workers were given who do the container, but for shares that fail or are given back. */
async function given(
  count: number | undefined,
  { fails = -1, isBack = false }: { readonly fails?: number; readonly isBack?: boolean } = {},
): Promise<{ readonly tasks: readonly Shard[]; readonly isDone: boolean }> {
  const tasks: Shard[] = [];
  const done = await doByShares(WHOLE, workers(count), (shard) => {
    tasks.push(shard);
    if (isBack && shard.share?.index === 1) return Promise.resolve(null);
    const isFailed = shard.share?.index === fails;
    const report: Arrived['report'] = isFailed
      ? { shard, outcome: 'failed', detail: 'gone' }
      : { shard, outcome: 'done', documents: 1 };
    return Promise.resolve({ key: '', shard, part: `part ${shard.share?.index ?? 'of all'}`, report });
  });
  if (done !== null) expect(done.whole.shard).toEqual(WHOLE);
  return { tasks, isDone: done !== null };
}

describe('a container', () => {
  it.each([
    ['as there are workers', 3, 3],
    ['as it may have', 20, 5],
    ['as four would do, where nobody can say how many there are', undefined, 4],
  ])('is done in as many shares %s', async (_, count, of) => {
    const { tasks } = await given(count);
    expect(tasks.map(({ share }) => share)).toEqual([
      ...Array.from({ length: of }, (__, index) => ({ index, of })),
      undefined,
    ]);
    expect(tasks.at(-1)?.made).toEqual(Array.from({ length: of }, (__, index) => `part ${index}`));
    const learned = await collect(inShares(planned(), workers(count)));
    expect(new Set(learned.map(({ part }) => part)).size).toBe(of);
    expect(learned.every(({ part }) => part.endsWith('.part'))).toBe(true);
  });

  it.each([0, 1])('is done whole by %d workers', async (count) => {
    const { tasks } = await given(count);
    expect(tasks).toEqual([shardOf('c.jsonl')]);
    expect(await collect(inShares(planned(), workers(count)))).toEqual(tasks);
  });

  it('is done without a share that failed, and not without one that was given back', async () => {
    const { tasks } = await given(3, { fails: 1 });
    expect(tasks.at(-1)?.made).toEqual(['part 0', null, 'part 2']);
    expect(await given(3, { isBack: true })).toMatchObject({ isDone: false, tasks: { length: 3 } });
  });
});
