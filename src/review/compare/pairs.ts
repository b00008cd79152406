import type { Comparable } from '../../io/comparable.js';
import { byCodeUnit } from '../../core/order.js';

/** A document as one side has it: in which clean file, and what of it is compared. */
export interface Placed {
  readonly path: string;
  readonly document: Comparable;
}

/** A document of both sides, or of one. */
export interface Pair {
  readonly path: string;
  readonly before: Comparable | null;
  readonly after: Comparable | null;
}

/** Where documents wait for their mates: those of a container may stand in another order. */
export interface Shelf<Ticket> {
  put(document: Comparable): Promise<Ticket>;
  take(ticket: Ticket): Promise<Comparable>;
}

/** The documents of one side, clean file by clean file. */
class Cursor {
  private constructor(
    private readonly documents: AsyncIterator<Placed>,
    private next: Placed | null,
  ) {}

  static async open(documents: AsyncIterator<Placed>): Promise<Cursor> {
    const first = await documents.next();
    return new Cursor(documents, first.done === true ? null : first.value);
  }

  get path(): string | null {
    return this.next?.path ?? null;
  }

  /** The next document, if it is of that file. */
  async take(path: string): Promise<Comparable | null> {
    const taken = this.next;
    if (taken?.path !== path) return null;
    const following = await this.documents.next();
    this.next = following.done === true ? null : following.value;
    return taken.document;
  }
}

/** What a document is known by in its file, from one version of that file to the next: its key, else its id, which is of its URL or place. */
class Identities {
  private readonly counts = new Map<string, number>();

  of({ rawPath, key, id }: Comparable): string {
    const name = key === null ? `id ${id}` : `key ${rawPath}\n${key}`;
    const count = this.counts.get(name) ?? 0;
    this.counts.set(name, count + 1);
    return count === 0 ? name : `${name}\n${count}`;
  }
}

interface Waiting<Ticket> {
  readonly ticket: Ticket;
  /** Null for a document that has a key. */
  readonly place: string | null;
}

const placeOf = ({ rawPath, key, offset }: Comparable): string | null =>
  key === null ? `${rawPath}\n${offset ?? ''}` : null;

/** One side of a clean file, while it is read. */
class Side<Ticket> {
  readonly waiting = new Map<string, Waiting<Ticket>>();
  private readonly identities = new Identities();

  constructor(
    private readonly path: string,
    private readonly cursor: Cursor,
    private readonly shelf: Shelf<Ticket>,
  ) {}

  async next(): Promise<{ readonly identity: string; readonly document: Comparable } | null> {
    const document = await this.cursor.take(this.path);
    return document === null ? null : { identity: this.identities.of(document), document };
  }

  async shelve(identity: string, document: Comparable): Promise<void> {
    this.waiting.set(identity, { ticket: await this.shelf.put(document), place: placeOf(document) });
  }

  async fetch(identity: string): Promise<Comparable | null> {
    const found = this.waiting.get(identity);
    if (found === undefined) return null;
    this.waiting.delete(identity);
    return this.shelf.take(found.ticket);
  }
}

/** What has found no mate by its identity: those without a key by their place, and the others alone. */
async function* leftOver<Ticket>(path: string, before: Side<Ticket>, after: Side<Ticket>): AsyncGenerator<Pair> {
  const places = new Map<string, string>();
  for (const [identity, { place }] of after.waiting)
    if (place !== null && !places.has(place)) places.set(place, identity);
  for (const [identity, { place }] of [...before.waiting]) {
    const mate = place === null ? undefined : places.get(place);
    if (place !== null) places.delete(place);
    const document = await before.fetch(identity);
    yield { path, before: document, after: mate === undefined ? null : await after.fetch(mate) };
  }
  for (const identity of [...after.waiting.keys()]) yield { path, before: null, after: await after.fetch(identity) };
}

async function* pairsInFile<Ticket>(
  path: string,
  cursors: { readonly before: Cursor; readonly after: Cursor },
  shelf: Shelf<Ticket>,
): AsyncGenerator<Pair> {
  const before = new Side(path, cursors.before, shelf);
  const after = new Side(path, cursors.after, shelf);
  for (;;) {
    const [left, right] = [await before.next(), await after.next()];
    if (left === null && right === null) break;
    if (left !== null && left.identity === right?.identity) {
      yield { path, before: left.document, after: right.document };
      continue;
    }
    if (left !== null) {
      const mate = await after.fetch(left.identity);
      if (mate === null) await before.shelve(left.identity, left.document);
      else yield { path, before: left.document, after: mate };
    }
    if (right !== null) {
      const mate = await before.fetch(right.identity);
      if (mate === null) await after.shelve(right.identity, right.document);
      else yield { path, before: mate, after: right.document };
    }
  }
  yield* leftOver(path, before, after);
}

/**
 * Joins two collections by clean file and by document. Both come in the order of their paths, so that what is held is the names of the
 * documents of one container, and what waits on the shelf.
 */
export async function* pairDocuments<Ticket>(
  before: AsyncIterator<Placed>,
  after: AsyncIterator<Placed>,
  shelf: Shelf<Ticket>,
): AsyncGenerator<Pair> {
  const cursors = { before: await Cursor.open(before), after: await Cursor.open(after) };
  for (;;) {
    const [left, right] = [cursors.before.path, cursors.after.path];
    const path = left === null || (right !== null && byCodeUnit(right, left) < 0) ? right : left;
    if (path === null) return;
    yield* pairsInFile(path, cursors, shelf);
  }
}
