import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAs } from './read.js';
import { gzip, storedChunks } from './scratch.js';

/** zstd 1.5 made it of `{"id":1,"text":"The heron stood at the weir until the gate was opened."}` and a line feed, with a checksum. */
const ZST =
  'KLUv/QRYJQIAQsQOFaA5B8h7OunMYrItSnCVQ24ciar4EcBywrHykWXY6mNhpCukK7nV6D32ZJ5V5TKqEXHmnvgXDOZOOiUBACHChAI5yxqP';
const SENTENCE = 'The heron stood at the weir until the gate was opened.';

/** A frame of one block of zeros, as long as blocks may be, repeated: four bytes a block. */
function zstdZeros(blocks: number): Buffer {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]);
  const size = 128 * 1024;
  const block = (isLast: boolean): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUIntLE((size << 3) | (1 << 1) | (isLast ? 1 : 0), 0, 3);
    return bytes;
  };
  return Buffer.concat([header, ...Array.from({ length: blocks }, (_, i) => block(i === blocks - 1))]);
}

describe('a file packed with zstd', () => {
  const bytes = Buffer.from(ZST, 'base64');

  it('is unpacked, however its bytes are cut, and frame after frame', async () => {
    const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const whole = await readAs('a.jsonl.zst', Buffer.concat([bytes, skippable, bytes]));
    expect(whole.said).toEqual([SENTENCE, SENTENCE]);
    const single = storedChunks([...bytes].map((byte) => Uint8Array.of(byte)));
    expect((await readAs('a.jsonl.zst', single)).said).toEqual([SENTENCE]);
    expect((await readAs('a.txt.zst', bytes)).said[0]).toContain(SENTENCE);
  });

  it('that is cut, damaged, or none is told', async () => {
    expect((await readAs('a.txt.zst', bytes.subarray(0, bytes.length - 3))).said).toEqual([
      'unreadable: zstd data ends early',
    ]);
    const damaged = Buffer.from(bytes);
    damaged[30] = (damaged[30] ?? 0) ^ 1;
    expect((await readAs('a.txt.zst', damaged)).said).toEqual([
      expect.stringMatching(/^unreadable: zstd data is damaged/),
    ]);
    expect((await readAs('a.txt.zst', 'plain text')).said).toEqual(['unreadable: not zstd data']);
  });

  it('does not take memory for a window of gigabytes', async () => {
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 1, 0, 0]);
    expect((await readAs('a.txt.zst', header)).said).toEqual([
      expect.stringMatching(/^unreadable: zstd data with a window of more than/),
    ]);
  });

  it('by the real tool is read, where there is one', async () => {
    let packed: Buffer;
    const lines = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: `${id} ${SENTENCE}` }));
    try {
      packed = execFileSync('zstd', ['-q', '-c', '-9'], { input: lines.join('\n'), maxBuffer: 1e9 });
    } catch {
      console.log('zstd is not installed: its own files are not tried');
      return;
    }
    const { items, said } = await readAs('a.jsonl.zst', packed);
    expect(items.length).toBe(lines.length);
    expect(said.at(-1)).toBe(`${lines.length - 1} ${SENTENCE}`);
  });
});

describe('a bomb', () => {
  const line = Buffer.from('{"text":"x"}\n');

  it.each([
    ['a.jsonl.gz', gzipSync(Buffer.concat([line, Buffer.alloc(100_000_000, 'x')]))],
    ['a.warc.gz', gzipSync(Buffer.concat([line, Buffer.alloc(100_000_000, 'x')]))],
    ['a.tar.gz', gzipSync(Buffer.alloc(100_000_000))],
    ['a.jsonl.zst', zstdZeros(2000)],
  ])('%s is stopped at the ratio', async (path, bytes) => {
    const { said } = await readAs(path, bytes, { maxBytes: 1000 });
    expect(said.at(-1)).toMatch(
      /^too-large: it unpacks to more than 67108864 bytes, for a packed file of \d+ bytes too many$/,
    );
  });

  it('is stopped at the size, at the same byte however it is cut', async () => {
    const bytes = Buffer.from(gzip('{"text":"x"}\n'.repeat(1000)));
    const halves = storedChunks([bytes.subarray(0, 20), bytes.subarray(20)]);
    const whole = await readAs('a.jsonl.gz', bytes, { maxUnpacked: 5005 });
    expect(whole.said.length).toBe(386);
    expect(whole.said.at(-1)).toBe('too-large: it unpacks to more than 5005 bytes');
    expect((await readAs('a.jsonl.gz', halves, { maxUnpacked: 5005 })).items).toEqual(whole.items);
  });
});
