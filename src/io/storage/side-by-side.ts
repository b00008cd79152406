import PQueue from 'p-queue';

/** Does something with each value, with so many at a time. If one fails, no other is begun, and what it threw is thrown once those in hand are done. */
export async function sideBySide<T>(
  values: Iterable<T>,
  most: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  const queue = new PQueue({ concurrency: most });
  try {
    await queue.addAll(Array.from(values, (value) => () => work(value)));
  } catch (error) {
    queue.clear();
    await queue.onIdle();
    throw error;
  }
}
