/** Does something with each value, with so many at a time. If one fails, no other is begun, and what it threw is thrown once those in hand are done. */
export async function sideBySide<T>(
  values: Iterable<T>,
  most: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  const iterator = values[Symbol.iterator]();
  let failure: { readonly error: unknown } | undefined;
  const isOver = (): boolean => failure !== undefined;
  const doSome = async (): Promise<void> => {
    for (let next = iterator.next(); next.done !== true && !isOver(); next = iterator.next())
      await work(next.value).catch((error: unknown) => {
        failure ??= { error };
      });
  };
  await Promise.all(Array.from({ length: most }, doSome));
  if (failure) throw failure.error;
}
