/**
 * Unpacked content in order. A stretch that names a `member` begins one, a part that was packed by itself, at that offset of the stored
 * file; `broken` stands where content is missing, with the error that says why: within a member, or instead of the one that it names. What
 * follows it begins a member again.
 */
export type Stretch = { readonly member: number | null } & (
  { readonly bytes: Uint8Array } | { readonly broken: Error }
);

export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Content that is stored as it is, or whose packing tells no offsets. An error of the source is its last stretch. */
export async function* stretchesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Stretch> {
  try {
    for await (const bytes of source) yield { bytes, member: null };
  } catch (error) {
    yield { broken: asError(error), member: null };
  }
}

/** Content as a stream of bytes that throws at the first broken place. */
export async function* bytesOf(stretches: AsyncIterable<Stretch>): AsyncGenerator<Uint8Array> {
  for await (const stretch of stretches) {
    if ('broken' in stretch) throw stretch.broken;
    yield stretch.bytes;
  }
}
