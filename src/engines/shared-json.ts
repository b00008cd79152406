/**
 * A value that many posts to threads carry, as JSON in memory that they share: it is copied once, and parsed once a thread. So what hangs on
 * the value is made once a thread, too.
 */
export interface SharedJson<T> {
  /** Names the value within this process. */
  readonly id: number;
  readonly bytes: SharedArrayBuffer;
  /** Never there: what it is a value of. */
  readonly of?: T;
}

let made = 0;
const shared = new WeakMap<object, SharedJson<unknown>>();

/** Shares a value, which must not change from then on. */
export function shareJson<T extends object>(value: T): SharedJson<T> {
  const known = shared.get(value);
  if (known !== undefined) return known as SharedJson<T>;
  const json = Buffer.from(JSON.stringify(value));
  const bytes = new SharedArrayBuffer(json.length);
  new Uint8Array(bytes).set(json);
  const one = { id: made++, bytes };
  shared.set(value, one);
  return one;
}

/** Values that a thread keeps: a few shards are worked on at a time. */
const MOST_KNOWN = 64;
const known = new Map<number, unknown>();

/** The value: the same object each time, while it is among the last that were asked for. */
export function readShared<T>({ id, bytes }: SharedJson<T>): T {
  const value: unknown = known.get(id) ?? JSON.parse(Buffer.from(bytes).toString('utf8'));
  known.delete(id);
  known.set(id, value);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value as number);
  return value as T;
}
