/** Bytes of documents that are held before the first of them is done. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A promise that may be left alone: whoever waits for it is told that it failed, and if nobody does, that is no error. */
export function leavable<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * The same values in the same order, but so many of them are asked for before the first is waited for: work that has been begun by asking goes
 * on side by side. With 1 it changes nothing. Large ones are fewer.
 */
export async function* ahead<T extends { readonly bytes: number }>(
  values: AsyncIterable<T>,
  most: number,
): AsyncGenerator<T> {
  const begun: T[] = [];
  let held = 0;
  for await (const value of values) {
    begun.push(value);
    held += value.bytes;
    while (begun.length >= most || (begun.length > 0 && held >= MOST_BYTES)) {
      const first = begun.shift() as T;
      held -= first.bytes;
      yield first;
    }
  }
  yield* begun;
}
