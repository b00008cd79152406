import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isFault, type Reader, type ReadItem } from '../../src/io/reader.js';
import { READERS, readerFor } from '../../src/io/readers/index.js';
import type { StoredFile } from '../../src/io/stored-file.js';
import { collect, gzip, readError, storedChunks } from './scratch.js';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function read(path: string, file: StoredFile, maxBytes = 1000, hints = {}): Promise<ReadItem[]> {
  const reader = readerFor(path) as Reader;
  return collect(reader.read({ rawPath: path, hints }, file, { maxBytes }));
}

const payloadOf = (item: ReadItem | undefined): string | null =>
  item === undefined || isFault(item)
    ? null
    : typeof item.payload === 'string'
      ? item.payload
      : Buffer.from(item.payload).toString();
const rejectionOf = (item: ReadItem | undefined): unknown =>
  item !== undefined && isFault(item) ? item.rejection : null;

describe('readers', () => {
  it.each([
    ['a.txt', 'txt'],
    ['a/b.TXT.GZ', 'txt'],
    ['a.html', 'html'],
    ['a.htm', 'html'],
    ['a.xhtml.gz', 'html'],
    ['a.jsonl', 'jsonl'],
    ['a.ndjson.gz', 'jsonl'],
    ['a.jsonl.zst', 'jsonl'],
    ['a.warc.gz', 'warc'],
    ['CC-MAIN-1.warc.wet.gz', 'wet'],
    ['a.zip', 'zip'],
    ['a.tar.gz', 'tar'],
    ['a.TGZ', 'tar'],
    ['a.parquet', 'parquet'],
  ])('%s is for %s', (path, name) => {
    expect(READERS.filter((reader) => reader.accepts(path)).map((reader) => reader.name)).toEqual([name]);
  });

  it.each(['a.json', 'a.jpg', 'html', 'a.html.bak', 'a.txt.bz2', 'a.gz'])('%s is for none', (path) => {
    expect(readerFor(path)).toBeUndefined();
  });
});

describe('a text file', () => {
  it('is one document, bytes as they stand', async () => {
    const items = await read('a/b.txt', storedChunks(['one ', 'two']), 1000, { url: 'https://a.example/' });
    expect(items).toEqual([
      {
        rawPath: 'a/b.txt',
        key: null,
        offset: null,
        format: 'text',
        hints: { url: 'https://a.example/' },
        payload: Buffer.from('one two'),
      },
    ]);
  });

  it('is decompressed', async () => {
    expect(payloadOf((await read('b.txt.gz', storedChunks([gzip('one two')])))[0])).toBe('one two');
  });

  it('of several gzip members is all of them', async () => {
    expect(payloadOf((await read('b.txt.gz', storedChunks([gzip('one '), gzip('two')])))[0])).toBe('one two');
  });

  it('is empty if it is empty, compressed or not', async () => {
    expect(payloadOf((await read('b.txt', storedChunks([])))[0])).toBe('');
    expect(payloadOf((await read('b.txt.gz', storedChunks([])))[0])).toBe('');
    expect(payloadOf((await read('b.txt.gz', storedChunks([gzip('')])))[0])).toBe('');
  });

  it('of exactly the limit is read, of one byte more rejected', async () => {
    expect(payloadOf((await read('b.txt', storedChunks(['x'.repeat(1000)])))[0])).toHaveLength(1000);
    const [item] = await read('b.txt', storedChunks(['x'.repeat(600), 'x'.repeat(401)]));
    expect(item).toMatchObject({
      rejection: { reason: 'too-large', detail: 'more than 1000 bytes' },
      transient: false,
    });
    expect(item).toMatchObject({ sha256: sha256('x'.repeat(1001)) });
  });

  it('that expands beyond the limit is rejected without being expanded', async () => {
    const bomb = gzip('0'.repeat(50_000_000));
    const [item] = await read('b.txt.gz', storedChunks([bomb]));
    expect(item).toMatchObject({ rejection: { reason: 'too-large' }, sha256: sha256(bomb) });
  });

  it('of truncated gzip data is rejected', async () => {
    const whole = gzip(randomBytes(300).toString('hex'));
    const [item] = await read('b.txt.gz', storedChunks([whole.subarray(0, 200)]));
    expect(item).toMatchObject({
      rejection: { reason: 'unreadable', detail: 'gzip data ends early' },
      transient: false,
    });
  });

  it('of damaged gzip data is rejected', async () => {
    const damaged = Buffer.from(gzip(randomBytes(300).toString('hex')));
    damaged.fill(0xff, 100, 120);
    expect(rejectionOf((await read('b.txt.gz', storedChunks([damaged])))[0])).toMatchObject({ reason: 'unreadable' });
  });

  it('that only calls itself gzip is rejected', async () => {
    const [item] = await read('b.txt.gz', storedChunks(['plain text']));
    expect(rejectionOf(item)).toEqual({ reason: 'unreadable', detail: 'not gzip data' });
  });

  it('padded with zeros behind its gzip data is read', async () => {
    const padding = Buffer.alloc(100_000);
    for (const chunks of [
      [gzip('one'), padding],
      [Buffer.concat([gzip('one'), padding])],
      [gzip('one'), Uint8Array.of(0)],
    ])
      expect(payloadOf((await read('b.txt.gz', storedChunks(chunks)))[0])).toBe('one');
  });

  it('with garbage behind its gzip data is rejected', async () => {
    const items = await read('b.txt.gz', storedChunks([gzip('x'.repeat(900)), Buffer.alloc(100_000, 0xaa)]));
    expect(rejectionOf(items[0])).toMatchObject({ reason: 'unreadable' });
  });

  it('that breaks off with a read error is rejected, and tried again', async () => {
    const [item] = await read('b.txt', storedChunks(['half'], readError()));
    expect(item).toMatchObject({
      rejection: { reason: 'unreadable', detail: 'cannot be read: EIO' },
      transient: true,
      sha256: sha256('half'),
    });
  });

  it('that has gone is no document', async () => {
    const gone = Object.assign(new Error('gone'), { code: 'ENOENT' });
    await expect(read('b.txt', storedChunks([], gone))).rejects.toThrow('gone');
  });
});

describe('a JSONL file', () => {
  const line = (value: unknown): string => JSON.stringify(value) + '\n';

  it('is one document a line, with its own hints before those of the sidecar', async () => {
    const lines = [
      { id: 'a', url: 'https://a.example/1', html: '<p>One', fetchedAt: '2024-05-01T10:00:00Z' },
      { id: 7, text: 'Two', source: 'b' },
    ].map(line);
    const items = await read('c.jsonl', storedChunks(lines), 1000, {
      url: 'https://a.example/dump.jsonl',
      source: 'all',
      language: 'de',
    });
    expect(items).toEqual([
      {
        rawPath: 'c.jsonl',
        key: 'a',
        offset: 0,
        format: 'html',
        payload: '<p>One',
        hints: { url: 'https://a.example/1', fetchedAt: '2024-05-01T10:00:00Z', source: 'all', language: 'de' },
      },
      {
        rawPath: 'c.jsonl',
        key: '7',
        offset: lines[0]?.length,
        format: 'text',
        payload: 'Two',
        hints: { source: 'b', language: 'de' },
      },
    ]);
  });

  it('gives the same documents and offsets however its bytes are cut', async () => {
    const bytes = Buffer.from(
      [line({ id: 1, text: 'žluťoučký' }), line({ id: 2, text: 'kůň' }), '\n', line({ id: 3, text: 'ö' })].join(''),
    );
    const whole = await read('c.jsonl', storedChunks([bytes]));
    const single = [...bytes].map((byte) => Uint8Array.of(byte));
    expect(await read('c.jsonl', storedChunks(single))).toEqual(whole);
    expect(
      await read('c.jsonl.gz', storedChunks([gzip(bytes.toString())])).then((items) => items.map(payloadOf)),
    ).toEqual(whole.map(payloadOf));
    for (const item of whole) {
      const stored =
        bytes
          .subarray(item.offset ?? 0)
          .toString()
          .split('\n')[0] ?? '';
      expect((JSON.parse(stored) as { id: number }).id).toBe(Number(item.key));
    }
  });

  it('takes html before text, and text where html is empty', async () => {
    const items = await read(
      'c.jsonl',
      storedChunks([line({ html: '<p>x', text: 'y' }), line({ html: '', text: 'y' }), line({ html: '', text: null })]),
    );
    expect(items.map(payloadOf)).toEqual(['<p>x', 'y', '']);
  });

  it('rejects a line that is no document in its place, by its id or its offset', async () => {
    const lines = [
      line({ id: 1, text: 'one' }),
      'no JSON\n',
      line({ id: 'x', title: 'no text' }),
      line([1]),
      line({ id: 'y', text: 5 }),
      line({ id: 2, text: 'two' }),
    ];
    const items = await read('c.jsonl', storedChunks(lines));
    expect(items.map((item) => [item.key, payloadOf(item)])).toEqual([
      ['1', 'one'],
      [null, null],
      ['x', null],
      [null, null],
      ['y', null],
      ['2', 'two'],
    ]);
    expect(items[1]).toMatchObject({
      offset: lines[0]?.length,
      sha256: sha256('no JSON'),
      rejection: { reason: 'unreadable', detail: 'expected a line of JSON in UTF-8' },
    });
    expect(rejectionOf(items[2])).toEqual({ reason: 'unreadable', detail: 'the line has neither "html" nor "text"' });
  });

  it('rejects a line that is not UTF-8', async () => {
    const items = await read(
      'c.jsonl',
      storedChunks([Buffer.from('{"text":"caf\xe9"}\n', 'latin1'), line({ text: 'ok' })]),
    );
    expect(items.map(payloadOf)).toEqual([null, 'ok']);
  });

  it('leaves out a hint that is none, a byte order mark, carriage returns and blank lines', async () => {
    const items = await read(
      'c.jsonl',
      storedChunks(['\ufeff{"text":"one","url":"not a url","fetchedAt":5}\r\n', ' \r\n', '{"text":"two"}']),
    );
    expect(items.map(payloadOf)).toEqual(['one', 'two']);
    expect(items[0]?.hints.url).toBeUndefined();
  });

  it('rejects a line beyond the limit without holding it, and reads on', async () => {
    const huge = Array.from({ length: 60 }, () => Buffer.alloc(1_000_000, 'x'));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watched = storedChunks([line({ id: 1, text: 'one' }), ...huge, '\n', line({ id: 2, text: 'two' })]);
    const items = await read(
      'c.jsonl',
      {
        ...watched,
        async *bytes() {
          for await (const chunk of watched.bytes()) {
            yield chunk;
            most = Math.max(most, process.memoryUsage().arrayBuffers - before);
          }
        },
      },
      500_000,
    );
    expect(items.map(payloadOf)).toEqual(['one', null, 'two']);
    expect(items[1]).toMatchObject({
      key: null,
      rejection: { reason: 'too-large' },
      sha256: sha256(Buffer.concat(huge)),
    });
    expect(most).toBeLessThan(20_000_000);
  });

  it('keeps what was whole before a break, and gives one rejected record for the break', async () => {
    const lines = Array.from({ length: 5000 }, (_, id) => line({ id, text: randomBytes(20).toString('hex') }));
    const whole = gzip(lines.join(''));
    const items = await read('c.jsonl.gz', storedChunks([whole.subarray(0, whole.length / 2)]));
    const readable = items.filter((item) => !isFault(item));
    expect(readable.length).toBeGreaterThan(2000);
    expect(readable.map((item) => item.key)).toEqual(readable.map((_, id) => String(id)));
    expect(items.length).toBe(readable.length + 1);
    expect(items.at(-1)).toMatchObject({
      offset: lines.slice(0, readable.length).join('').length,
      rejection: { reason: 'unreadable', detail: 'gzip data ends early' },
    });
  });

  it('keeps what was whole before a read error', async () => {
    const items = await read('c.jsonl', storedChunks([line({ id: 1, text: 'one' }), '{"id":2,'], readError()));
    expect(items.map((item) => [item.key, rejectionOf(item)])).toEqual([
      ['1', null],
      [null, { reason: 'unreadable', detail: 'cannot be read: EIO' }],
    ]);
  });
});
