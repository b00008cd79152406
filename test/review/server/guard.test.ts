import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionsPath } from '../../../src/io/decisions.js';
import { previewOf } from '../../../src/review/server/preview.js';
import { article } from '../records.js';
import { writeTree } from '../../io/scratch.js';
import { served, TOKEN, type Served } from './served.js';

const one = (): Promise<Served> => served({ 'crane.txt': article('Council keeps the crane') });

/** The status of an answer to a request with whatever headers, which fetch would not send. */
function statusOf(address: string, path: string, headers: Record<string, string>, body?: string): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request({ hostname, port, path: `/${path}`, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const CORRECTION = JSON.stringify({
  ref: { path: 'crane.txt.json', at: 0 },
  action: 'correct',
  field: 'headline',
  value: 'X',
});

describe('the server', () => {
  it('listens on this machine alone, and answers under its own names only', async () => {
    const { address } = await one();
    expect(new URL(address).hostname).toBe('127.0.0.1');
    const { port } = new URL(address);
    expect(await statusOf(address, 'api/overview', { Host: `localhost:${port}` })).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`])
      expect(await statusOf(address, 'api/overview', { Host: host })).toBe(403);
  });

  it.each([
    ['no token', {}],
    ['another token', { 'X-Copydesk-Token': TOKEN.replace('the', 'The') }],
    ['a longer token', { 'X-Copydesk-Token': `${TOKEN}x` }],
    ['another origin', { 'X-Copydesk-Token': TOKEN, Origin: 'http://evil.example' }],
    ['another port', { 'X-Copydesk-Token': TOKEN, Origin: 'http://127.0.0.1:1' }],
    ['no origin at all', { 'X-Copydesk-Token': TOKEN, Origin: 'null' }],
  ])('writes for nobody with %s', async (_what, headers: Record<string, string>) => {
    const { address, raw } = await one();
    expect(await statusOf(address, 'api/decisions', headers, CORRECTION)).toBe(403);
    expect(existsSync(decisionsPath(raw))).toBe(false);
  });

  it('writes for its own page', async () => {
    const { address, raw } = await one();
    const headers = { 'X-Copydesk-Token': TOKEN, Origin: new URL(address).origin };
    expect(await statusOf(address, 'api/decisions', headers, CORRECTION)).toBe(200);
    expect(existsSync(decisionsPath(raw))).toBe(true);
  });

  it('takes no more than a request may be', async () => {
    const { address } = await one();
    const body = JSON.stringify({ note: 'x'.repeat(2_000_000) });
    expect(await statusOf(address, 'api/decisions', { 'X-Copydesk-Token': TOKEN }, body)).toBe(413);
  });

  it.each([
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    'raw/crane.txt',
    'index.html/../../x',
    'api/nothing',
    'api/document?path=../raw/crane.txt&at=0',
    'api/document?path=/etc/passwd&at=0',
    'api/page?path=..%2F..%2Fetc%2Fpasswd&at=0',
    'api/page?path=crane.txt.json&at=0',
  ])('has nothing at %s', async (path) => {
    const { address } = await one();
    expect(await statusOf(address, path, {})).toBe(404);
  });

  it('gives its token to its page, and strict rules with every answer', async () => {
    const { address } = await one();
    const page = await fetch(address);
    expect(await page.text()).toBe(`<meta name="copydesk-token" content="${TOKEN}">`);
    for (const path of ['', 'api/overview', 'api/nothing', 'api/document']) {
      const { headers } = await fetch(address + path);
      expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
  });
});

const PAGE = `<!doctype html><title>Crane</title><base href="https://evil.example/"><link rel=stylesheet href=x.css>
<meta http-equiv=refresh content="0;url=https://evil.example"><script>alert(1)</script><style>p{color:red}</style><style>@import "//evil.example/a";@\\69mport '//evil.example/b';i{background:url(//evil.example/c)}</style>
<body onload=alert(2)><h1>Council keeps the crane</h1><p OnClick="alert(3)">The <a href="javascript:alert(4)">council</a> voted.</p>
<img src=https://evil.example/x.png onerror=alert(5)><img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml,<svg onload=alert(6)>">
<iframe srcdoc="<script>alert(7)</script>"></iframe><svg><a xlink:href="javascript:alert(8)"><text>x</text></a><script>alert(9)</script></svg>
<form action="https://evil.example"><button formaction="javascript:alert(10)">Go</button></form><math><mtext><script>alert(11)</script></mtext></math></body>`;

describe('a page as it looked', () => {
  it('keeps its text and styles and nothing that acts, loads or leads elsewhere', () => {
    const shown = previewOf(PAGE);
    expect(shown).toContain('Council keeps the crane');
    expect(shown).toContain('<style>p{color:red}</style>');
    expect(shown).toContain('data:image/png;base64,AAAA');
    expect(shown).not.toMatch(/alert|@import|@\\|url\(|javascript|<script|<iframe|<link|<base|http-equiv|\son\w+=/i);
  });

  it('is served in a sandbox that forbids all of that once more', async () => {
    const { address } = await served({ 'crane.html': PAGE });
    const answer = await fetch(`${address}api/page?path=crane.html.json&at=0`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).not.toMatch(/allow-|script-src/);
    expect(await answer.text()).toContain('Council keeps the crane');
  });

  it('is not followed out of the raw folder', async () => {
    const { address, raw } = await served({ 'crane.html': PAGE, 'gone.html': PAGE });
    writeTree(join(raw, '..'), { 'secret.html': '<p>secret</p>' });
    rmSync(join(raw, 'gone.html'));
    symlinkSync(join(raw, '..', 'secret.html'), join(raw, 'gone.html'));
    expect((await fetch(`${address}api/page?path=gone.html.json&at=0`)).status).toBe(404);
  });

  it('is refused where it is nested deeper than a run would read', async () => {
    const { address, raw } = await served({ 'crane.html': PAGE });
    writeTree(raw, { 'crane.html': '<div>'.repeat(100_000) });
    expect((await fetch(`${address}api/page?path=crane.html.json&at=0`)).status).toBe(404);
  });
});
