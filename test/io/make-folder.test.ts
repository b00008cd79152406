import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../src/io/make-folder.js';
import { scratchFolder, writeTree } from './scratch.js';

it('makes folders, also when many want them at once', async () => {
  const path = join(scratchFolder(), 'a/b/c');
  await Promise.all(Array.from({ length: 10 }, () => makeFolder(path)));
  expect(statSync(path).isDirectory()).toBe(true);
});

it('says what is in the way', async () => {
  const root = scratchFolder();
  writeTree(root, { a: '' });
  await expect(makeFolder(join(root, 'a'))).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(root, 'a/b/c'))).rejects.toThrow('ENOTDIR');
});

it.runIf(existsSync('/proc/self'))('comes back where there can be no folders', async () => {
  await expect(makeFolder('/proc/none/at/all')).rejects.toThrow('ENOENT');
});
