import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../src/io/output/destination.js';
import { folder, kindOfFolder, MARKER } from '../../../src/io/output/folder.js';
import { oneFile } from '../../../src/io/output/one-file.js';
import { stream } from '../../../src/io/output/stream.js';
import { scratchFolder } from '../scratch.js';

const options = { durable: true, tag: 't' };

async function fill(to: Destination, ...stems: string[]): Promise<void> {
  for (const stem of stems) {
    const file = await to.create(stem, '.x');
    await file.append(Buffer.from(stem));
    await file.append(Buffer.alloc(300_000, '.'));
    await file.append(Buffer.from('end'));
    await file.close();
  }
}

describe.each([
  ['one file', oneFile, (path: string): string => readFileSync(path, 'utf8')],
  [
    'a folder',
    (path: string, how: typeof options): Destination => folder(path, 'about', how),
    (path: string): string => readFileSync(join(path, 'a.x'), 'utf8'),
  ],
] as const)('%s', (_name, make, read) => {
  it('has its name only when it is whole', async () => {
    const root = scratchFolder();
    const path = join(root, 'sub', 'out');
    const to = make(path, options);
    await fill(to, 'a');
    expect(readdirSync(join(root, 'sub')).filter((name) => !name.startsWith('.'))).toEqual([]);
    await to.publish();
    expect(readdirSync(join(root, 'sub'))).toEqual(['out']);
    expect(read(path)).toBe(`a${'.'.repeat(300_000)}end`);
  });

  it.each(['discard', 'abandon'] as const)('leaves nothing of itself, and all that was there, on %s', async (how) => {
    const root = scratchFolder();
    const path = join(root, 'out');
    const before = make(path, options);
    await fill(before, 'a');
    await before.publish();
    const to = make(path, options);
    await fill(to, 'a');
    const half = await to.create('b', '.x');
    await half.append(Buffer.from('half'));
    await to[how]();
    // Whoever abandons it ends, and its files with it; this process goes on.
    if (how === 'abandon') await half.close();
    expect(readdirSync(root)).toEqual(['out']);
    expect(read(path)).toContain('end');
  });

  it('replaces what was there', async () => {
    const root = scratchFolder();
    const path = join(root, 'out');
    for (const stems of [['a', 'b', 'c'], ['a']]) {
      const to = make(path, options);
      if (make === oneFile) await fill(to, 'a');
      else await fill(to, ...stems);
      await to.publish();
    }
    expect(readdirSync(root)).toEqual(['out']);
    if (make !== oneFile) expect(readdirSync(path).sort()).toEqual([MARKER, 'a.x']);
  });
});

describe('a folder', () => {
  it('gives a name only once', async () => {
    const path = join(scratchFolder(), 'out');
    const to = folder(path, 'about', options);
    await fill(to, 'a/b', 'a/b', 'a/b', 'c');
    await to.publish();
    expect(readdirSync(join(path, 'a')).sort()).toEqual(['b.x', 'b~2.x', 'b~3.x']);
  });

  it('may be replaced if it is empty, or of our making', async () => {
    const root = scratchFolder();
    mkdirSync(join(root, 'out'));
    expect(await kindOfFolder(join(root, 'out'))).toBe('empty');
    await folder(join(root, 'out'), 'about', options).publish();
    expect(await kindOfFolder(join(root, 'out'))).toBe('export');
    expect(readFileSync(join(root, 'out', MARKER), 'utf8')).toBe('about\n');
    writeFileSync(join(root, 'file'), '');
    expect(await kindOfFolder(root)).toBe('other');
  });
});

describe('a stream', () => {
  const collected = (): { to: Writable; text: () => string } => {
    const chunks: Buffer[] = [];
    const to = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        setImmediate(done);
      },
    });
    return { to, text: () => Buffer.concat(chunks).toString() };
  };

  it('gets all of it, in order', async () => {
    const { to, text } = collected();
    const out = stream(to);
    await fill(out, 'a');
    await out.publish();
    expect(text()).toBe(`a${'.'.repeat(300_000)}end`);
  });

  it('that breaks is an error, unless it is only that nobody reads any more', async () => {
    const broken = (code: string): Writable => {
      const to = new Writable({
        write: (_chunk, _encoding, done) => {
          done(Object.assign(new Error(code), { code }));
        },
      });
      return to.on('error', () => undefined);
    };
    await expect(fill(stream(broken('EIO')), 'a')).rejects.toThrow('EIO');
    const endless = fill(stream(broken('EPIPE')), 'a').then(() => 'ended');
    expect(await Promise.race([endless, new Promise((done) => setImmediate(done, 'waiting'))])).toBe('waiting');
  });
});
