import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleRecord } from '../../src/core/record.js';
import { copydesk } from '../commands/built.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { hasBrowser, openBrowser, openPage } from './app/browser.js';
import { article, LEAD } from './records.js';
import { startReview } from './start-review.js';

/** The whole way: raw documents, a run, the review page in a browser, a decision, the next run. */

const NEWSLETTER = 'Sign up for our weekly newsletter';

interface Desk {
  readonly root: string;
  readonly address: string;
  /** A run, as people start it. */
  clean(...options: string[]): Promise<void>;
  recordOf(path: string): ArticleRecord;
}

/** Some raw documents, cleaned, and `copydesk review` over them. */
async function openDesk(documents: Readonly<Record<string, string>>): Promise<Desk> {
  const root = scratchFolder();
  writeTree(join(root, 'raw'), documents);
  const clean = async (...options: string[]): Promise<void> => {
    const { code, stderr } = await copydesk(['clean', '--quiet', '--engine=inline', ...options], root);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  };
  await clean();
  const { child, ended, address } = await startReview(root, 'ida');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
  const recordOf = (path: string): ArticleRecord =>
    JSON.parse(readFileSync(join(root, 'clean', `${path}.json`), 'utf8')) as ArticleRecord;
  return { root, address, clean, recordOf };
}

const documentAddress = ({ address }: Desk, path: string): string =>
  `${address}#/document?path=${encodeURIComponent(path)}.json&at=0`;

describe.skipIf(!hasBrowser)('a reviewer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A page, in which nothing may go wrong. */
  async function visit(address: string): Promise<Page> {
    const { page, complaints } = await openPage(browser, address);
    onTestFinished(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });
    return page;
  }

  /** Goes to the strike of a text by keyboard. */
  async function goTo(page: Page, text: string): Promise<void> {
    await page.locator('.struck').first().waitFor();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('n');
      if ((await page.locator('[data-piece]:focus').innerText()).includes(text)) return;
    }
    throw new Error(`no strike of "${text}"`);
  }

  it('has a line back with one key and a run, and it stays', async () => {
    const desk = await openDesk({ 'crane.txt': article('Council keeps the crane') });
    expect(desk.recordOf('crane.txt').text).not.toContain(NEWSLETTER);
    const page = await visit(documentAddress(desk, 'crane.txt'));
    await goTo(page, NEWSLETTER);
    await page.keyboard.press('r');
    await page.getByText('npm run clean').first().waitFor();
    await desk.clean();
    expect(desk.recordOf('crane.txt').text).toContain(NEWSLETTER);
    await desk.clean('--force');
    expect(desk.recordOf('crane.txt').text).toContain(NEWSLETTER);
    // The page knows, too, when it is opened again.
    await page.goto(desk.address);
    await expect
      .poll(async () => {
        await page.goto(documentAddress(desk, 'crane.txt'));
        await page.reload();
        await page.locator('.struck').first().waitFor();
        return page.locator('.struck').allInnerTexts();
      })
      .not.toContainEqual(expect.stringContaining(NEWSLETTER));
  });

  it('decides for all copies of a strike at once, and takes it back', async () => {
    const names = ['crane', 'ferry', 'bridge'];
    const desk = await openDesk(
      Object.fromEntries(
        names.map((name) => [`site/${name}.txt`, article(`The ${name} stays where it has always been`)]),
      ),
    );
    const page = await visit(`${desk.address}#/groups`);
    const card = page.locator('.card', { hasText: NEWSLETTER });
    await card.getByText('3 documents').waitFor();
    await page.goto(documentAddress(desk, 'site/crane.txt'));
    await goTo(page, NEWSLETTER);
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.getByText('npm run clean').first().waitFor();
    await desk.clean();
    for (const name of names) expect(desk.recordOf(`site/${name}.txt`).text).toContain(NEWSLETTER);
    await page.keyboard.press('u');
    await expect
      .poll(() => readFileSync(join(desk.root, 'raw/.copydesk/decisions.jsonl'), 'utf8'))
      .toContain('retired');
    await desk.clean();
    for (const name of names) expect(desk.recordOf(`site/${name}.txt`).text).not.toContain(NEWSLETTER);
  });

  it('sends a report that opens from a disk', async () => {
    const desk = await openDesk({ 'crane.txt': article('Council keeps the crane') });
    const { code, stdout } = await copydesk(['report', 'report.html', '--title', 'Harbour, May'], desk.root);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 of 1 documents/) as string });
    const elsewhere = join(scratchFolder(), 'mail.html');
    renameSync(join(desk.root, 'report.html'), elsewhere);
    const page = await visit(pathToFileURL(elsewhere).href);
    await page.getByText('Harbour, May').first().waitFor();
    await page.getByRole('link', { name: 'Council keeps the crane' }).click();
    await page.locator('.struck', { hasText: NEWSLETTER }).first().waitFor();
    expect(await page.locator('.before').innerText()).toContain(LEAD);
  });

  it('is harmed by nothing that a document holds', async () => {
    const payloads = [
      '<script>window.harmed = 1</script>',
      '</script><script>window.harmed = 2</script>',
      '"><img src=x onerror="window.harmed = 3">',
      "<svg onload='window.harmed = 4'><style>*{display:none}</style>",
      '<a href="javascript:window.harmed = 5">Read on</a>',
      '<iframe srcdoc="<script>parent.harmed = 6</script>"></iframe>',
      '{{constructor.constructor("window.harmed = 7")()}} ${window.harmed = 8}',
      '<style>@import "https://evil.example/x.css"; body{background:url(https://evil.example/y.png)}</style>',
      '<math><mtext></form><form><mglyph><style></math><img src onerror="window.harmed = 9">',
      '\u202Eevil\u2066 <!--<script>window.harmed = 10//-->',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    ];
    const text = article(`Council keeps ${payloads[1]} the crane`, payloads.join('\n\n'));
    const html = `<!doctype html><html><head><title>${payloads[1]}</title><meta name="author" content='"><script>window.harmed=11</script>'>
      <link rel="canonical" href="javascript:window.harmed=12">${payloads.join('')}</head><body onload="window.harmed = 13">
      <article><h1>Council keeps the crane ${payloads.join(' ')}</h1><p>${LEAD}</p>${payloads.map((one) => `<p>${LEAD} ${one}</p>`).join('')}</article>
      <p hidden>&lt;script&gt;window.harmed = 14&lt;/script&gt;</p></body></html>`;
    const names = [
      '<img src=x onerror=window.harmed=15>.txt',
      '</script><script>harmed=16</script>.html'.replaceAll('/', '∕'),
    ];
    const desk = await openDesk({ [names[0] ?? '']: text, [names[1] ?? '']: html });
    const reported = await copydesk(['report', 'report.html'], desk.root);
    expect(reported.code).toBe(0);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const outside: string[] = [];
    const dialogs: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(desk.address) && !url.startsWith('file:') && !url.startsWith('data:')) outside.push(url);
    });
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const lookAround = async (address: string): Promise<void> => {
      await page.goto(address);
      await page.reload();
      await page.locator('main').first().waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate('window.harmed')).toBeUndefined();
      expect(await page.locator('main').first().isVisible()).toBe(true);
      expect(await page.locator('script:not([type="application/json"])').count()).toBe(1);
      expect(await page.locator('a[href^="javascript:" i], [onerror], [onload], main style, base').count()).toBe(0);
    };
    await lookAround(desk.address);
    await lookAround(`${desk.address}#/groups`);
    for (const name of names) {
      await lookAround(documentAddress(desk, name));
      await page.locator('.struck, .kept').first().waitFor();
      expect(await page.locator('body').innerText()).toContain('window.harmed');
    }
    await page.getByRole('button', { name: 'As it looked' }).click();
    await page.frameLocator('iframe.page').getByText(LEAD).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(await page.evaluate('window.harmed')).toBeUndefined();
    await lookAround(pathToFileURL(join(desk.root, 'report.html')).href);
    expect(outside).toEqual([]);
    expect(dialogs).toEqual([]);
  });
});
