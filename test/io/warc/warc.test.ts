import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../../src/io/reader.js';
import { readAs } from '../read.js';
import { readError, storedChunks } from '../scratch.js';
import { chunked, httpResponse, warcRecord } from './warc-file.js';

const page = (n: number): string => `<p>Heron ${n} stood at the weir.</p>`;
const response = (n: number, more = {}): Buffer =>
  warcRecord({ id: `urn:uuid:${n}`, uri: `https://a.example/${n}`, block: httpResponse(page(n)), ...more });
const other = (type: string): Buffer => warcRecord({ type, contentType: 'application/warc-fields', block: 'a: b\r\n' });
const packed = (...records: Uint8Array[]): Buffer => Buffer.concat(records.map((record) => gzipSync(record)));

describe('a WARC file', () => {
  it('gives each stored page with its key, offset and hints, and passes other records over', async () => {
    const image = warcRecord({ block: httpResponse('png', ['Content-Type: image/png']) });
    const moved = warcRecord({ block: httpResponse('<p>Moved', ['Content-Type: text/html'], '301 Moved') });
    const records = [other('warcinfo'), other('request'), response(1), image, other('revisit'), moved, response(2)];
    const { items, passedOver } = await readAs('a.warc', Buffer.concat(records), {}, { source: 'mine', url: 'x' });
    const offset = Buffer.concat(records.slice(0, 2)).length;
    expect(items).toEqual([
      {
        rawPath: 'a.warc',
        key: 'urn:uuid:1',
        offset,
        format: 'html',
        hints: {
          source: 'mine',
          url: 'https://a.example/1',
          fetchedAt: '2031-05-03T10:00:00Z',
          contentType: 'text/html; charset=utf-8',
        },
        payload: Buffer.from(page(1)),
      },
      expect.objectContaining({ key: 'urn:uuid:2', payload: Buffer.from(page(2)) }),
    ]);
    expect(passedOver).toEqual({ warcinfo: 1, request: 1, revisit: 1, 'not HTML': 1, redirect: 1 });
  });

  it('gives the offset of the gzip member that a record begins, else that in the unpacked content', async () => {
    const records = [other('warcinfo'), response(1), response(2)];
    const members = records.map((record) => gzipSync(record));
    const lengths = (pieces: Buffer[]): number[] => [pieces[0]?.length ?? 0, Buffer.concat(pieces.slice(0, 2)).length];
    const { items } = await readAs('a.warc.gz', Buffer.concat(members));
    expect(items.map((item) => item.offset)).toEqual(lengths(members));
    const whole = await readAs('a.warc.gz', gzipSync(Buffer.concat(records)));
    expect(whole.items.map((item) => item.offset)).toEqual(lengths(records));
    expect(whole.said).toEqual([page(1), page(2)]);
  });

  it('gives the same however its bytes are cut', async () => {
    const large = warcRecord({ block: httpResponse(page(7).repeat(9000)) });
    const records = [
      other('warcinfo'),
      response(1),
      large,
      Buffer.from('junk'),
      response(2),
      response(3).subarray(0, 300),
    ];
    for (const [path, bytes] of [
      ['a.warc', Buffer.concat(records)],
      ['a.warc.gz', packed(...records)],
      ['a.warc.gz', gzipSync(Buffer.concat(records))],
    ] as const) {
      const whole = await readAs(path, bytes);
      for (const size of [1, 7, 1000, 70_000].filter((size) => bytes.length / size < 500)) {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect((await readAs(path, storedChunks(chunks))).items).toEqual(whole.items);
      }
    }
  });

  it.each([
    ['chunks', (body: Buffer) => chunked(body), ['Transfer-Encoding: chunked']],
    ['gzip', gzipSync, ['Content-Encoding: gzip']],
    ['zlib', deflateSync, ['content-encoding: deflate']],
    ['bare deflate', deflateRawSync, ['Content-Encoding: deflate']],
    ['brotli', brotliCompressSync, ['Content-Encoding: br']],
    [
      'gzip in chunks',
      (body: Buffer) => chunked(gzipSync(body)),
      ['Content-Encoding: GZIP', 'Transfer-Encoding: chunked'],
    ],
    ['chunks that were put together', (body: Buffer) => body, ['Transfer-Encoding: chunked']],
    ['gzip that was unpacked', (body: Buffer) => body, ['Content-Encoding: gzip']],
    ['brotli that was unpacked', (body: Buffer) => body, ['Content-Encoding: br']],
  ])('reads a body in %s', async (_name, pack, headers) => {
    const body = pack(Buffer.from(page(1)));
    const block = httpResponse(body, ['Content-Type: text/html', ...headers]);
    expect((await readAs('a.warc', warcRecord({ block }))).said).toEqual([page(1)]);
  });

  it('rejects a body that cannot be read, or is too large unpacked, in its place', async () => {
    const html = 'Content-Type: text/html';
    const bodies = [
      httpResponse(gzipSync(page(1)).subarray(0, 25), [html, 'Content-Encoding: gzip']),
      httpResponse(chunked(Buffer.from(page(1))).subarray(0, 26), [html, 'Transfer-Encoding: chunked']),
      httpResponse('x', [html, 'Content-Encoding: new']),
      httpResponse(gzipSync('0'.repeat(100_000)), [html, 'Content-Encoding: gzip']),
      httpResponse(page(2)),
    ];
    const { said } = await readAs('a.warc', Buffer.concat(bodies.map((block) => warcRecord({ block }))), {
      maxBytes: 5000,
    });
    expect(said).toEqual([
      'unreadable: the HTTP body cannot be read: its gzip data is damaged',
      'unreadable: the HTTP body cannot be read: it ends within a chunk',
      'unreadable: the HTTP body cannot be read: its content encoding is not supported: new',
      'too-large: more than 5000 bytes',
      page(2),
    ]);
  });

  it('takes resources that are pages, and what looks like one where no type is named', async () => {
    const records = [
      warcRecord({ type: 'resource', contentType: 'text/html', block: page(1) }),
      warcRecord({ type: 'resource', contentType: 'image/png', block: 'x' }),
      warcRecord({ block: httpResponse(page(2), []) }),
      warcRecord({ block: httpResponse('plain', []) }),
    ];
    const { said, passedOver } = await readAs('a.warc', Buffer.concat(records));
    expect(said).toEqual([page(1), page(2)]);
    expect(passedOver).toEqual({ 'not HTML': 2 });
  });

  it('forgives line ends without carriage return', async () => {
    const block = `HTTP/1.1 200 OK\nContent-Type: text/html\n\n${page(1)}`;
    const records = [1, 2].map(() => warcRecord({ newline: '\n', block }));
    expect((await readAs('a.warc', Buffer.concat(records))).said).toEqual([page(1), page(1)]);
  });

  it.each([
    ['too small', 60],
    ['too large', 500],
    ['far too large', 50_000_000],
    ['missing', null],
  ])('forgives a Content-Length that is %s', async (_name, length) => {
    const records = [response(1, { length }), response(2), response(3, { length })];
    expect((await readAs('a.warc', Buffer.concat(records))).said).toEqual(
      length === 50_000_000 ? ['unreadable: the file ends within this record'] : [page(1), page(2), page(3)],
    );
    expect((await readAs('a.warc.gz', packed(...records))).said).toEqual(
      length === 50_000_000
        ? ['unreadable: the file ends within this record', page(2), 'unreadable: the file ends within this record']
        : [page(1), page(2), page(3)],
    );
  });

  it('tells what is cut at the end of a file, and gives all that is whole', async () => {
    const records = [response(1), response(2)];
    const plain = Buffer.concat(records);
    const cut = await readAs('a.warc', plain.subarray(0, plain.length - 20));
    expect(cut.said).toEqual([page(1), 'unreadable: the file ends within this record']);
    expect(cut.items[1]).toMatchObject({ key: 'urn:uuid:2', hints: { url: 'https://a.example/2' } });
    const members = packed(...records);
    for (const less of [4, 30, 100])
      expect((await readAs('a.warc.gz', members.subarray(0, members.length - less))).said).toEqual([
        page(1),
        'unreadable: gzip data ends early',
      ]);
    const noise = randomBytes(3000).toString('hex');
    const whole = gzipSync(Buffer.concat([response(1), warcRecord({ block: httpResponse(noise) })]));
    expect((await readAs('a.warc.gz', whole.subarray(0, whole.length - 100))).said).toEqual([
      page(1),
      'unreadable: gzip data ends early',
    ]);
  });

  it('tells junk between records in its place, and goes on behind it', async () => {
    const junk = Buffer.from('no record\nat all');
    expect((await readAs('a.warc', Buffer.concat([response(1), junk, Buffer.from('\n'), response(2)]))).said).toEqual([
      page(1),
      'unreadable: expected a WARC record; passed over 17 bytes',
      page(2),
    ]);
    const members = Buffer.concat([packed(response(1)), junk, packed(response(2))]);
    expect((await readAs('a.warc.gz', members)).said).toEqual([
      page(1),
      'unreadable: 16 bytes that are no gzip data',
      page(2),
    ]);
  });

  it('passes over zeros between members', async () => {
    const members = Buffer.concat([packed(response(1)), Buffer.alloc(100_000), packed(response(2)), Buffer.alloc(9)]);
    expect((await readAs('a.warc.gz', members)).said).toEqual([page(1), page(2)]);
  });

  it('rejects a damaged member in its place, and goes on with the next', async () => {
    const members = [1, 2, 3].map((n) => gzipSync(response(n)));
    for (const at of [15, 60, 150, (members[1]?.length ?? 0) - 6]) {
      const damaged = Buffer.from(members[1] ?? []);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const { said } = await readAs(
        'a.warc.gz',
        Buffer.concat([members[0] ?? damaged, damaged, members[2] ?? damaged]),
      );
      expect([said[0], said.at(-1)]).toEqual([page(1), page(3)]);
      expect(said.slice(1, -1)).toEqual([expect.stringMatching(/^unreadable: gzip data/)]);
    }
  });

  it('rejects a page beyond the limit without holding it, and passes over other large things', async () => {
    const large = warcRecord({ id: 'urn:large', block: httpResponse('x'.repeat(300_000)) });
    const film = warcRecord({ block: httpResponse('x'.repeat(300_000), ['Content-Type: video/mp4']) });
    const { said, passedOver } = await readAs('a.warc', Buffer.concat([large, film, response(1)]), { maxBytes: 2000 });
    expect(said).toEqual(['too-large: more than 2000 bytes', page(1)]);
    expect(passedOver).toEqual({ 'not HTML': 1 });
  });

  it('makes keys that can be shown, and no hints of what are none', async () => {
    const record = response(1, { id: 'urn:\u0000\u202ex', uri: 'ftp://a.example/', date: 'yesterday' });
    const { items } = await readAs('a.warc', record);
    expect(items).toMatchObject([{ key: 'urn:\ufffd\ufffdx', hints: { contentType: 'text/html; charset=utf-8' } }]);
    expect(Object.keys(items[0]?.hints ?? {})).toEqual(['contentType']);
  });

  it('keeps what stands before a read error', async () => {
    const { items, said } = await readAs(
      'a.warc',
      storedChunks([response(1), response(2).subarray(0, 100)], readError()),
    );
    expect(said).toEqual([page(1), 'unreadable: cannot be read: EIO']);
    expect(items.map((item) => isFault(item) && item.transient)).toEqual([false, true]);
  });
});

describe('a WET file', () => {
  it.each(['a.wet', 'a.warc.wet.gz'])('%s gives its texts', async (path) => {
    const text = warcRecord({ type: 'conversion', contentType: 'text/plain', block: 'A heron stood.' });
    const records = [other('warcinfo'), text];
    const { items, passedOver } = await readAs(
      path,
      path.endsWith('.gz') ? packed(...records) : Buffer.concat(records),
    );
    expect(items).toMatchObject([
      {
        format: 'text',
        key: 'urn:uuid:1',
        payload: Buffer.from('A heron stood.'),
        hints: { url: 'https://a.example/1' },
      },
    ]);
    expect(passedOver).toEqual({ warcinfo: 1 });
  });
});
