import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAs } from '../read.js';
import { paxMember, tarFile, tarMember, zipFile } from './archive-file.js';

const MEMBERS = [
  { name: 'a/one.html', content: '<p>One' },
  { name: 'a/deep.zip', content: 'PK' },
  { name: '._one.html', content: 'x' },
  { name: 'picture.png', content: 'x' },
  { name: 'two.txt', content: 'Two' },
];
const PASSED = { 'nested archive': 1, 'hidden member': 1, 'other member': 1 };

const HOSTILE = [
  '../../etc/x.html',
  '/abs/x.html',
  'C:\\win\\x.html',
  '..\\..\\x.html',
  './/./x.html',
  'a\u0000b\u001b[31m\u202ex.html',
  '..',
];
const HARMLESS = ['etc/x.html', 'abs/x.html', 'win/x.html', 'x.html', 'x.html', 'a\ufffdb\ufffd[31m\ufffdx.html'];

describe.each([
  ['a.zip', zipFile(MEMBERS)],
  ['a.zip', zipFile(MEMBERS.map((member) => ({ ...member, stored: true })))],
  ['a.tar', tarFile(MEMBERS)],
  ['a.tar.gz', gzipSync(tarFile(MEMBERS))],
  ['a.tgz', gzipSync(tarFile(MEMBERS))],
])('%s', (path, archive) => {
  it('gives its pages and texts in order, and passes the rest over', async () => {
    const { items, said, passedOver } = await readAs(path, archive, {}, { source: 'mine', url: 'x' });
    expect(said).toEqual(['<p>One', 'Two']);
    expect(items).toMatchObject([
      { rawPath: path, key: 'a/one.html', offset: 0, format: 'html', hints: { source: 'mine' } },
      { key: 'two.txt', format: 'text' },
    ]);
    expect(passedOver).toEqual(PASSED);
  });

  it('rejects a member beyond the limit in its place', async () => {
    expect((await readAs(path, archive, { maxBytes: 5 })).said).toEqual(['too-large: more than 5 bytes', 'Two']);
  });
});

describe('the names of members', () => {
  it.each([
    ['a.zip', zipFile(HOSTILE.map((name) => ({ name, content: 'x' })))],
    ['a.tar', tarFile(HOSTILE.flatMap((path) => [paxMember({ path }), { name: 'short', content: 'x' }]))],
  ])('of %s never reach a key raw', async (path, archive) => {
    const { items } = await readAs(path, archive);
    expect(items.map(({ key }) => key)).toEqual(HARMLESS);
  });

  it('may be long, and are cut', async () => {
    const name = `${'long/'.repeat(4000)}x.html`;
    const { items } = await readAs('a.tar', tarFile([paxMember({ path: name }), { name: 'x', content: 'x' }]));
    expect(items[0]?.key?.length).toBeLessThan(1100);
  });
});

describe('a zip file', () => {
  it('rejects members that cannot be read, and goes on', async () => {
    const archive = zipFile([
      { name: '1.txt', content: 'x', flags: 1 },
      { name: '2.txt', content: 'x', method: 12 },
      { name: '3.txt', content: 'xyz', stored: true },
      { name: '4.txt', content: 'four' },
    ]);
    archive[archive.indexOf('xyz')] = 0x41;
    expect((await readAs('a.zip', archive)).said).toEqual([
      'unreadable: it is encrypted',
      'unreadable: its packing is not supported (method 12)',
      'unreadable: its checksum is wrong',
      'four',
    ]);
  });

  it.each([false, true])(
    'without its directory gives what is whole, and one fault (described: %s)',
    async (described) => {
      const archive = zipFile([1, 2, 3].map((n) => ({ name: `${n}.txt`, content: `Number ${n}`, described })));
      const directory = archive.indexOf('PK\x01\x02', 0, 'latin1');
      const { said } = await readAs('a.zip', archive.subarray(0, directory + 10));
      expect(said.slice(0, 3)).toEqual(['Number 1', 'Number 2', 'Number 3']);
      expect(said.slice(3)).toEqual([expect.stringMatching(/^unreadable: its directory cannot be read/)]);
      const cut = await readAs('a.zip', archive.subarray(0, directory - 5 - (described ? 16 : 0)));
      expect(cut.said).toEqual(['Number 1', 'Number 2', 'unreadable: the archive ends within this member']);
    },
  );

  it('that is none is one fault', async () => {
    expect((await readAs('a.zip', 'no archive at all, but long enough for one')).said).toEqual([
      expect.stringMatching(/^unreadable: its directory/),
    ]);
  });

  it('cannot make a bomb of one member that stands there many times', async () => {
    const content = Buffer.alloc(4_000_000);
    const many = Array.from({ length: 200 }, (_, n) => ({
      name: `${n}.txt`,
      content: n === 0 ? content : content,
      ...(n > 0 ? { sameAs: 0 } : {}),
    }));
    const { items, said } = await readAs('a.zip', zipFile(many));
    expect(items.length).toBeLessThan(20);
    expect(said.at(-1)).toMatch(/^too-large: it unpacks to more than/);
  });
});

describe('a tar file', () => {
  it('reads long names, links and folders', async () => {
    const name = `${'folder/'.repeat(30)}page.html`;
    const archive = tarFile([
      { name: 'folder/', type: '5' },
      { name: 'link.html', type: '2', size: 100 },
      { name: '././@LongLink', type: 'L', content: `${name}\0` },
      { name: name.slice(0, 100), content: 'One' },
      paxMember({ path: 'zwei/größe.txt', mtime: '1' }),
      { name: 'x', content: 'Two' },
    ]);
    const { items, said } = await readAs('a.tar', archive);
    expect(said).toEqual(['One', 'Two']);
    expect(items.map(({ key }) => key)).toEqual([name, 'zwei/größe.txt']);
  });

  it('that is cut gives what is whole, and one fault', async () => {
    const archive = Buffer.concat([
      tarMember({ name: '1.txt', content: 'One' }),
      tarMember({ name: '2.txt', content: 'x'.repeat(900) }),
    ]);
    expect((await readAs('a.tar', archive.subarray(0, 1800))).said).toEqual([
      'One',
      'unreadable: the archive ends within this member',
    ]);
    const packed = gzipSync(archive);
    expect((await readAs('a.tar.gz', packed.subarray(0, packed.length - 12))).said.at(-1)).toBe(
      'unreadable: gzip data ends early',
    );
  });

  it('goes on behind what is no header', async () => {
    const archive = Buffer.concat([
      tarMember({ name: '1.txt', content: 'One' }),
      Buffer.alloc(1024, 'junk'),
      tarMember({ name: '2.txt', content: 'Two' }),
    ]);
    expect((await readAs('a.tar', archive)).said).toEqual([
      'One',
      'unreadable: expected a tar header; passed over 1024 bytes',
      'Two',
    ]);
  });
});
