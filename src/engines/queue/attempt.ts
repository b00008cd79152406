import { randomBytes } from 'node:crypto';
import { copyFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { attemptPartOf, isAttempt, isResumable } from '../../io/paths.js';
import type { Shard } from '../../io/shard.js';

/**
 * The shard as one attempt does it: with a part of its own, for a worker that was taken for dead may still be writing. Of a container, that
 * begins as a copy of the longest part that earlier attempts have left, and the work goes on where they were.
 */
export async function attemptAt(shard: Shard, key: string, clean: string): Promise<Shard> {
  const part = attemptPartOf(shard.part, key, randomBytes(4).toString('hex'));
  if (isResumable(shard.part)) {
    const folder = join(clean, dirname(shard.part));
    const names = (await readdir(folder).catch(() => [])).filter(
      (name) => name === basename(shard.part) || isAttempt(name, key),
    );
    const found = await Promise.all(
      names.map(async (name) => ({ name, size: (await stat(join(folder, name)).catch(() => null))?.size ?? 0 })),
    );
    const [longest] = found.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size);
    // It may be gone by now; then the attempt begins at the beginning.
    if (longest) await copyFile(join(folder, longest.name), join(clean, part)).catch(() => undefined);
  }
  return { ...shard, part };
}
