import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser, openPage } from './browser.js';
import { addressOf, ARABIC, FERRY, HARM, startReview } from './start.js';
import type { Started } from './stub.js';

/** What axe has to say of each view, light and dark, wide and narrow: nothing serious. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function complaintsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    );
}

/** A view, and what a person does in it first. */
const VIEWS: readonly (readonly [string, string, string, string])[] = [
  ['the overview', '#/?reason=related', '.result', ''],
  ['a document', addressOf(FERRY), '.struck', 'nraN'],
  ['a document from right to left', addressOf(ARABIC), '.struck', 'n'],
  ['a document that means harm', addressOf(HARM), '.struck', 'n'],
  ['the groups', '#/groups', '.card', 'jr'],
  ['the decisions', '#/decisions', 'h1', ''],
  ['the help', '#/decisions', 'h1', '?'],
];

describe.skipIf(!hasBrowser)('axe', () => {
  let browser: Browser;
  let server: Started;
  beforeAll(async () => {
    [browser, server] = await Promise.all([openBrowser(), startReview()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  describe.each([
    [1280, false],
    [1280, true],
    [400, false],
  ])('at %i px, dark: %s', (width, dark) => {
    it.each(VIEWS)('finds nothing serious in %s', async (_name, hash, ready, keys) => {
      const { page } = await openPage(browser, server.address + hash, width, dark);
      await page.locator(ready).first().waitFor();
      for (const key of keys) await page.keyboard.press(key);
      expect(await complaintsOf(page)).toEqual([]);
      await page.close();
    });
  });
});
