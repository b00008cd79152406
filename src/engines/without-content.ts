import type { Rejection } from '../core/record.js';
import { isFault, type Fault, type ReadItem } from '../io/reader.js';
import { sha256 } from '../stages/record/identity.js';

/** A document that ended its worker, as one that could not be read: nothing looks at its content again. */
export function withoutContent(item: ReadItem, rejection: Rejection): Fault {
  if (isFault(item)) return item;
  const { rawPath, key, offset, format, hints } = item;
  return { rawPath, key, offset, format, hints, sha256: sha256(item.payload), rejection, transient: true };
}
