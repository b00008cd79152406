import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import { isFault } from '../../src/io/reader.js';
import { tarMember, zipFile } from '../io/archive/archive-file.js';
import { readAs } from '../io/read.js';
import { chunked, httpResponse, warcRecord } from '../io/warc/warc-file.js';
import { mutate } from './mutate.js';
import { LONE_SURROGATE } from './sound.js';

/** Broken containers by the thousand, the same for the same seed: FUZZ=2000 says how many, FUZZ_SEED which. */
const COUNT = Number(process.env['FUZZ'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122);
/** Milliseconds for each, on a machine that does other things as well. */
const PATIENCE_MS = 100;
const LIMITS = { maxBytes: 20_000, maxUnpacked: 400_000 };

const page = (number: number): string =>
  `<html><body><h1>Ferry ${number}</h1>${'<p>The ferry was late again.</p>'.repeat(number)}</body></html>`;
const NUMBERS = [1, 2, 3, 4, 5, 6];

const records = NUMBERS.map((number) => {
  const body = number % 2 === 0 ? chunked(Buffer.from(page(number))) : page(number);
  const headers = ['Content-Type: text/html', ...(number % 2 === 0 ? ['Transfer-Encoding: chunked'] : [])];
  return warcRecord({ id: `urn:uuid:${number}`, block: httpResponse(body, headers) });
});
const conversions = NUMBERS.map((number) =>
  warcRecord({ type: 'conversion', id: `urn:uuid:${number}`, contentType: 'text/plain', block: page(number) }),
);
const lines = NUMBERS.map((id) => JSON.stringify({ id, url: `https://a.example/${id}`, html: page(id) })).join('\n');
const members = NUMBERS.map((number) => ({ name: `a/${number}.html`, content: page(number) }));
const table = [
  { name: 'url', data: NUMBERS.map((number) => `https://a.example/${number}`) },
  { name: 'html', data: NUMBERS.map(page) },
];

const CONTAINERS: readonly (readonly [string, Buffer])[] = [
  ['a.warc', Buffer.concat(records)],
  ['a.warc.gz', Buffer.concat(records.map((record) => gzipSync(record)))],
  ['b.warc.gz', gzipSync(Buffer.concat(records))],
  ['a.wet', Buffer.concat(conversions)],
  ['a.wet.gz', Buffer.concat(conversions.map((record) => gzipSync(record)))],
  ['a.jsonl', Buffer.from(lines)],
  ['a.jsonl.gz', gzipSync(lines)],
  ['a.zip', zipFile(members)],
  ['a.tar', Buffer.concat([...members.map(tarMember), Buffer.alloc(1024)])],
  ['a.tar.gz', gzipSync(Buffer.concat(members.map(tarMember)))],
  ['a.parquet', Buffer.from(parquetWriteBuffer({ columnData: table }))],
];

it(
  `reads documents or faults from each of ${COUNT} broken containers`,
  async () => {
    const chance = new Chance(SEED);
    const found = { documents: 0, faults: 0 };
    for (let number = 0; number < COUNT; number++) {
      const [path, whole] = chance.of(CONTAINERS);
      const bytes = mutate(whole, chance, chance.of(CONTAINERS)[1]);
      const { items } = await readAs(path, bytes, LIMITS);
      for (const item of items) {
        const size = isFault(item) ? 0 : item.payload.length;
        const isSound = size <= LIMITS.maxBytes && item.rawPath === path && !LONE_SURROGATE.test(item.key ?? '');
        if (!isSound || /[\u0000-\u001f]/.test(item.key ?? ''))
          expect({ number, path, seed: SEED, size, key: item.key }).toBe('a sound item');
        if (isFault(item)) found.faults++;
        else found.documents++;
      }
    }
    expect(found.documents).toBeGreaterThan(COUNT / 2);
    expect(found.faults).toBeGreaterThan(COUNT / 20);
    if (process.env['FUZZ'] !== undefined)
      process.stdout.write(`fuzz: ${JSON.stringify({ count: COUNT, seed: SEED, ...found })}\n`);
  },
  60_000 + COUNT * PATIENCE_MS,
);
