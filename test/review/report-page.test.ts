import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/review/api.js';
import { reportPage } from '../../src/review/report-page.js';
import { scratchFolder } from '../io/scratch.js';
import { hasBrowser, openBrowser, openPage } from './app/browser.js';
import { documents, HOSTILE } from './app/documents.js';
import { DIST, overviewOf } from './app/stub.js';

const held = documents().slice(0, 6);
const REPORT: Report = {
  title: `Corpus </title>${HOSTILE.script}`,
  made: '2026-06-01T05:00:00Z',
  copydesk: '0.1.0',
  overview: overviewOf(documents()),
  documents: held,
};
const assets = { script: 'console.log("</script><!--")', style: 'a { content: "</style>" }' };

describe('the static report', () => {
  const page = reportPage(REPORT, assets);
  const jsonOf = (html: string): string => /id="report">([^]*?)<\/script>/.exec(html)?.[1] ?? '';

  it('holds all it shows, letter for letter', () => {
    expect(JSON.parse(jsonOf(page))).toEqual(JSON.parse(JSON.stringify(REPORT)));
  });

  it('lets nothing in a document end an element or begin a comment', () => {
    expect(jsonOf(page)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page.match(/<\/style/g)).toHaveLength(1);
    expect(page).not.toContain('<!--');
  });

  it('allows its own script and style by their hashes, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = /<script type="module">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it.skipIf(!hasBrowser)('opens from a file, can be read and filtered, and takes no decisions', async () => {
    const built = (name: string): string => readFileSync(new URL(name, DIST), 'utf8');
    const path = join(scratchFolder(), 'report.html');
    writeFileSync(path, reportPage(REPORT, { script: built('app.js'), style: built('app.css') }));
    const browser = await openBrowser();
    try {
      const { page: opened, complaints } = await openPage(browser, pathToFileURL(path).href);
      await opened.getByRole('heading', { name: '6 documents' }).waitFor();
      await opened.getByRole('link', { name: /^Legal/ }).click();
      await opened.getByRole('heading', { name: '2 documents' }).waitFor();
      await opened.getByRole('link', { name: /Night ferry returns/ }).click();
      await opened.locator('.struck').first().waitFor();
      await opened.keyboard.press('n');
      await opened.getByText('phrase:cookies').waitFor();
      await opened.keyboard.press('r');
      expect(await opened.getByRole('button', { name: /Agree|Keep|Correct/ }).count()).toBe(0);
      expect(await opened.locator('[data-decided]').count()).toBe(0);
      expect(await opened.evaluate('window.harmed')).toBeUndefined();
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
