import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ObjectStore } from '../../src/io/storage/object-store.js';
import { probeConditions } from '../../src/io/storage/probe.js';
import { collect, scratchFolder } from '../io/scratch.js';

/** Keys as people have them, and as they should not. */
export const ODD_KEYS = [
  'a b/ü – 汉.txt',
  'plus+and%20.txt',
  'q\'"&<>.txt',
  '../up.txt',
  '/lead.txt',
  'a//b.txt',
  './here.txt',
];

/** What holds of every object storage that a run can work with; each test has a prefix of its own. */
export function keepsToContract(open: () => ObjectStore): void {
  const put = async (store: ObjectStore, key: string, content: string | Buffer): Promise<string> => {
    const path = join(scratchFolder(), 'file');
    writeFileSync(path, content);
    return store.upload(path, key);
  };

  it('gives a file back as it was sent, whatever its key and size', async () => {
    const store = open();
    const path = join(scratchFolder(), 'back');
    for (const [at, key] of ODD_KEYS.entries()) {
      const etag = await put(store, key, `content ${at}`);
      expect(await store.fetch(key, path)).toBe(etag);
      expect(readFileSync(path, 'utf8')).toBe(`content ${at}`);
    }
    // So large that it is sent in parts.
    const large = Buffer.alloc(40 * 1024 * 1024, 'a line of text\n');
    for (const content of [Buffer.alloc(0), large]) {
      await put(store, 'sized', content);
      await store.fetch('sized', path);
      expect(readFileSync(path).equals(content)).toBe(true);
    }
  });

  it('lists what is there, with size, content and time', async () => {
    const store = open();
    for (const key of ODD_KEYS) await put(store, key, 'content');
    const etag = await put(store, 'changed', 'before');
    const found = await collect(store.list());
    expect(found.map(({ key }) => key).sort()).toEqual([...ODD_KEYS, 'changed'].sort());
    expect(found.find(({ key }) => key === 'changed')).toMatchObject({ size: 6, etag });
    expect((await collect(store.list('a'))).map(({ key }) => key).sort()).toEqual(['a b/ü – 汉.txt', 'a//b.txt']);
    expect(await put(store, 'changed', 'behind')).not.toBe(etag);
  });

  it('says that there is nothing where there is nothing', async () => {
    const store = open();
    expect(await store.read('none')).toBeNull();
    expect(await store.fetch('none', join(scratchFolder(), 'none'))).toBeNull();
    expect(await store.has('none')).toBe(false);
    expect(await store.copy('none', 'copy')).toBeNull();
    await store.remove('none');
    expect(await collect(store.list())).toEqual([]);
  });

  it('copies what is there, under whatever key', async () => {
    const store = open();
    const path = join(scratchFolder(), 'copy');
    for (const [at, key] of ODD_KEYS.entries()) {
      await put(store, key, `content ${at}`);
      expect(await store.has(key)).toBe(true);
      const etag = await store.copy(key, `copies/${key}`);
      expect(await store.fetch(`copies/${key}`, path)).toBe(etag);
      expect(readFileSync(path, 'utf8')).toBe(`content ${at}`);
    }
    // Sent in parts, and copied over what was there.
    const large = Buffer.alloc(40 * 1024 * 1024, 'a line of text\n');
    await put(store, 'large', large);
    const etag = await store.copy('large', `copies/${ODD_KEYS[0] ?? ''}`);
    expect(await store.fetch(`copies/${ODD_KEYS[0] ?? ''}`, path)).toBe(etag);
    expect(readFileSync(path).equals(large)).toBe(true);
  });

  it('writes on a condition only', async () => {
    const store = open();
    const first = await store.write('key', 'first', 'absent');
    expect(await store.write('key', 'other', 'absent')).toBeNull();
    expect(await store.write('key', 'other', { etag: '0'.repeat(32) })).toBeNull();
    const second = await store.write('key', 'second', { etag: first ?? '' });
    expect(await store.read('key')).toMatchObject({ text: 'second', etag: second });
    expect(await store.write('key', 'third', { etag: first ?? '' })).toBeNull();
    expect(await store.write('none', 'other', { etag: second ?? '' })).toBeNull();
    await probeConditions(store);
  });

  it('lets one of many writers be the first', async () => {
    const store = open();
    const written = await Promise.all(Array.from({ length: 12 }, (_, at) => store.write('key', `${at}`, 'absent')));
    expect(written.filter((etag) => etag !== null)).toHaveLength(1);
  });
}
