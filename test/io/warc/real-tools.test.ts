import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { describe, expect, it } from 'vitest';
import { isFault } from '../../../src/io/reader.js';
import { readAs } from '../read.js';
import { collect, scratchFolder } from '../scratch.js';
import { chunked, httpResponse, warcRecord } from './warc-file.js';

/** Web archives that other programs wrote, and what another reader makes of ours. */

const page = (name: string): string =>
  `<html><body><p>The lock at ${name} is shut.</p>${['a', 'b', 'c']
    .map((other) => `<a href="/${other}.html">${other}</a>`)
    .join('')}<img src="/x.png"></body></html>`;

/** Answers like servers do: at once, in chunks, with a picture, a redirect and an error. */
const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path === '/x.png') response.setHeader('Content-Type', 'image/png').end(Buffer.from([0x89, 0x50]));
  else if (path === '/b.html') {
    // Without a length, node sends chunks.
    response.setHeader('Content-Type', 'text/html; charset=utf-8').write(page(path).slice(0, 20));
    response.end(page(path).slice(20));
  } else if (path === '/c.html')
    response.writeHead(302, { location: '/d.html', 'content-type': 'text/html' }).end('<p>Moved');
  else if (path === '/missing.html') response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here.');
  else response.setHeader('Content-Type', 'text/html').setHeader('Content-Length', page(path).length).end(page(path));
});

function hasWget(): boolean {
  try {
    execFileSync('wget', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('wget is not installed: the archives that it writes are not tried');
    return false;
  }
}

describe.skipIf(!hasWget())('an archive by wget', () => {
  it.each([
    ['crawl.warc.gz', []],
    ['crawl.warc', ['--no-warc-compression']],
  ])('%s is read', async (name, options) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const root = `http://127.0.0.1:${port}`;
    const folder = scratchFolder();
    const args = [
      '-q',
      '-r',
      '-l',
      '2',
      '-p',
      '--no-proxy',
      '-e',
      'robots=off',
      '-P',
      join(folder, 'got'),
      '--warc-file',
      join(folder, 'crawl'),
    ];
    await new Promise((resolve) =>
      spawn('wget', [...args, ...options, `${root}/a.html`, `${root}/missing.html`]).on('close', resolve),
    );
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const stored = readFileSync(join(folder, name));
    const { items, said, passedOver } = await readAs(name, stored);
    const pages = Object.fromEntries<string | undefined>(
      items.map(({ hints }, i) => [hints.url?.slice(root.length) ?? '', said[i]]),
    );
    expect(pages).toEqual({
      '/a.html': page('/a.html'),
      '/b.html': page('/b.html'),
      '/d.html': page('/d.html'),
      '/missing.html': '<p>Not here.',
    });
    expect(passedOver).toMatchObject({ warcinfo: 1, redirect: 1 });
    expect(passedOver['not HTML']).toBeGreaterThan(0);
    for (const { key, offset, hints } of items) {
      expect(key).toMatch(/^urn:uuid:/);
      expect(hints.fetchedAt).toMatch(/^20\d\d-/);
      const record = name.endsWith('.gz') ? gunzipSync(stored.subarray(offset ?? 0)) : stored.subarray(offset ?? 0);
      expect(record.subarray(0, 500).toString()).toContain(key);
    }
  });
});

describe('an archive of ours', () => {
  it('is read by warcio as we read it', async () => {
    const html = Buffer.from(page('x'));
    const records = [
      warcRecord({ type: 'warcinfo', contentType: 'application/warc-fields', block: 'a: b\r\n' }),
      ...[
        httpResponse(html),
        httpResponse(gzipSync(html), ['Content-Type: text/html', 'Content-Encoding: gzip']),
        httpResponse(chunked(html), ['Content-Type: text/html', 'Transfer-Encoding: chunked']),
      ].map((block, n) => warcRecord({ id: `urn:uuid:${n}`, uri: `https://a.example/${n}`, block })),
    ];
    const bytes = Buffer.concat(records.map((record) => gzipSync(record)));
    const { items } = await readAs('a.warc.gz', bytes);
    const theirs = await collect(warcioPages(bytes));
    expect(
      items.map((item) => ({
        id: `<${item.key ?? ''}>`,
        url: item.hints.url,
        offset: item.offset,
        payload: isFault(item) ? '' : Buffer.from(item.payload).toString(),
      })),
    ).toEqual(theirs);
  });
});

async function* warcioPages(bytes: Buffer): AsyncGenerator {
  const parser = new WARCParser([new Uint8Array(bytes)]);
  for await (const record of parser) {
    if (record.warcType !== 'response') continue;
    const payload = Buffer.from(await record.readFully(true)).toString();
    yield { id: record.warcHeader('WARC-Record-ID'), url: record.warcTargetURI, offset: parser.offset, payload };
  }
}
