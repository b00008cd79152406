import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/review/api.js';
import { hasBrowser } from './browser.js';
import { addressOf, FERRY } from './start.js';
import { TOKEN, type Started } from './stub.js';
import { pageTrier } from './try-page.js';

/** Where things stand on the page, and what is said where. */

/** Buttons and links in the window whose middle is covered by a message. */
const coveredBy = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.top a, .details button, .document-bar button, .card:focus button, .selection-bar button',
      ),
    ]
      .filter((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.messages') != null;
      })
      .map((control) => control.textContent),
  );

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`no ${selector} to be seen`);
  return box;
};

describe.skipIf(!hasBrowser)('a message', () => {
  const open = pageTrier();

  it.each([1280, 400])('covers nothing that can be pressed, at %i px', (width) =>
    open(
      addressOf(FERRY),
      async ({ page, server }) => {
        await page.locator('.struck').first().waitFor();
        for (const key of ['n', 'r']) await page.keyboard.press(key);
        await page.getByText('Obeyed by the next run').waitFor();
        expect(await coveredBy(page)).toEqual([]);
        const [message, panel] = [await boxOf(page, '.messages'), await boxOf(page, '.details')];
        expect(panel.y + panel.height).toBeLessThanOrEqual(message.y + 1);
        await page.goto(`${server.address}#/groups`);
        await page.locator('.card').first().waitFor();
        for (const key of ['j', 'j', 'a']) await page.keyboard.press(key);
        await page.locator('.message:not(.saving)').waitFor();
        expect(await coveredBy(page)).toEqual([]);
      },
      { width },
    ),
  );

  it('goes by itself, or when another document is opened', () =>
    open('', async ({ page, server }) => {
      await page.clock.install();
      await page.goto(server.address + addressOf(FERRY));
      await page.locator('.struck').first().waitFor();
      for (const key of ['n', 'a']) await page.keyboard.press(key);
      await page.getByText('Agreed: this document.').waitFor();
      await page.clock.fastForward(6000);
      await page.getByText('Agreed: this document.').waitFor({ state: 'detached' });
      await page.keyboard.press('a');
      await page.getByText('Agreed: this document.').waitFor();
      await page.keyboard.press('j');
      await page.getByText('Agreed: this document.').waitFor({ state: 'detached' });
    }));
});

describe.skipIf(!hasBrowser)('the words of a menu', () => {
  const open = pageTrier();
  const inWords = (server: Started): void => {
    server.rewrite(FERRY, (pieces): Piece[] =>
      pieces.flatMap((piece) =>
        piece.is === 'struck' && piece.reason === 'navigation'
          ? piece.text.split('\n').map((text, i) => ({ ...piece, text, start: piece.start + i }))
          : [piece],
      ),
    );
  };

  it.each([1280, 400])('take a line each, at %i px', (width) =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        const words = page.locator('.before .struck[data-reason=navigation]');
        await words.nth(9).waitFor();
        const tops = await words.evaluateAll((all) => all.map((word) => word.getBoundingClientRect().top));
        expect(((tops.at(-1) ?? 0) - (tops[0] ?? 0)) / 9).toBeLessThan(36);
      },
      { width, before: inWords },
    ),
  );
});

describe.skipIf(!hasBrowser)('a narrow window', () => {
  const open = pageTrier();

  it("leaves three quarters to a document's text", () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.locator('.struck').first().waitFor();
        expect((await boxOf(page, '.head')).height).toBeLessThanOrEqual(200);
      },
      { width: 400 },
    ));

  it('has the documents before the figures', () =>
    open(
      '',
      async ({ page }) => {
        await page.locator('.result').first().waitFor();
        expect((await boxOf(page, '.result')).y).toBeLessThan((await boxOf(page, '.figures')).y);
        const related = page.getByRole('link', { name: /^Related/ });
        expect(await related.isVisible()).toBe(false);
        await page.getByRole('button', { name: /By reason, source/ }).click();
        await related.click();
        await page.getByRole('heading', { name: '3 documents' }).waitFor();
      },
      { width: 400 },
    ));
});

describe.skipIf(!hasBrowser)('a search', () => {
  const open = pageTrier();

  it('says how it reads words, and what the figures are of', () =>
    open('', async ({ page }) => {
      await page.locator('.result').first().waitFor();
      await page.keyboard.press('/');
      await page.getByText('Quotation marks make a phrase').waitFor();
      expect(await page.getByText('The figures are of all documents').count()).toBe(0);
      await page.keyboard.type('grandmother');
      await page.getByText('The figures are of all documents, not only of those that were found.').waitFor();
    }));
});

describe.skipIf(!hasBrowser)('the decisions', () => {
  const open = pageTrier();

  it('are told apart by standing and source, and by the key in a container', () =>
    open('', async ({ page, server }) => {
      const decide = (body: object): Promise<Response> =>
        fetch(`${server.address}api/decisions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Copydesk-Token': TOKEN },
          body: JSON.stringify({ action: 'correct', field: 'headline', ...body }),
        });
      await decide({ ref: { path: FERRY, at: 0 }, value: 'Ferry returns' });
      await decide({ ref: { path: 'tide-tables.example', at: 0 }, value: 'No such document' });
      await decide({ ref: { path: 'al-marsa.example/batch.jsonl.json', at: 0 }, value: 'Ferry' });
      await page.goto(`${server.address}#/decisions`);
      await page.getByText('2 decisions shown').waitFor();
      await page.locator('.card', { hasText: 'batch.jsonl · item-7' }).waitFor();
      await page.getByLabel('Source').selectOption('harbour-post.example (1)');
      await page.getByText('1 decision shown').waitFor();
      expect(await page.locator('.card .quoted').allInnerTexts()).toEqual(['Ferry returns']);
      await page.getByLabel('Source').selectOption('any');
      await page.getByLabel('Standing').selectOption('pending (1)');
      expect(await page.locator('.card .quoted').allInnerTexts()).toEqual(['Ferry']);
    }));
});
