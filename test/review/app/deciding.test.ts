import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, FERRY } from './start.js';
import { pageTrier } from './try-page.js';

/** What a person decides is what they see: the panel, the keys and the buttons are about one piece. */

const panelOf = (page: Page) => page.getByRole('region', { name: 'The strike' });

/** Selects a part of a line, as with the mouse. */
const selectIn = (page: Page, text: string, from: number, to: number): Promise<void> =>
  page
    .locator('.pane .body', { hasText: text })
    .first()
    .evaluate(
      (element, [start, end]) => {
        const range = document.createRange();
        range.setStart(element.firstChild ?? element, start);
        range.setEnd(element.firstChild ?? element, end);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      },
      [from, to] as const,
    );

describe.skipIf(!hasBrowser)('the panel', () => {
  const open = pageTrier();

  it('shows what the keys decide, wherever the mouse lies', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.locator('.struck').nth(1).hover();
      expect(await panelOf(page).innerText()).toContain('Strike 1 of 9');
      await page.locator('.pane.before').evaluate((pane) => {
        pane.scrollTop = pane.scrollHeight;
      });
      await page.mouse.move(300, 600);
      expect(await panelOf(page).innerText()).toContain('Strike 1 of 9');
      await page.keyboard.press('r');
      await page.getByLabel('Struck: Interface, to be kept').waitFor();
    }));

  it('shows what is under the mouse while nothing is chosen', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').nth(1).hover();
      await panelOf(page).getByText('Strike 2 of 9').waitFor();
      await page.keyboard.press('n');
      await panelOf(page).getByText('Strike 1 of 9').waitFor();
      await page.keyboard.press('Escape');
      await panelOf(page).getByText('Strike 2 of 9').waitFor();
      expect(await page.locator('[data-piece]:focus').count()).toBe(0);
    }));

  it('stays with what was struck when the mouse comes to lie over another piece', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await selectIn(page, 'For the first time since', 0, 8);
      await page
        .getByRole('form', { name: 'Selected text' })
        .getByRole('button', { name: /^Strike/ })
        .click();
      await page.getByText('Decisions (1)').waitFor();
      await page.locator('.struck').nth(1).hover();
      expect(await panelOf(page).innerText()).toContain('Kept as paragraph.');
      expect(await page.locator('[data-piece]:focus').innerText()).toContain('For the first time');
    }));
});

describe.skipIf(!hasBrowser)('a note', () => {
  const open = pageTrier();

  it.each(['Enter', 'Escape'])('is left with %s, and goes with the next answer', (key) =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      const note = page.getByLabel('Note (if you like)');
      await note.focus();
      await page.keyboard.type('a reader saw u, j and r');
      await page.keyboard.press(key);
      expect(await page.locator('[data-piece]:focus').getAttribute('aria-label')).toBe('Struck: Interface');
      expect(await page.locator('[data-decided]').count()).toBe(0);
      const asked = page.waitForRequest('**/api/decisions');
      await page.keyboard.press('r');
      expect((await asked).postDataJSON()).toMatchObject({ action: 'keep', note: 'a reader saw u, j and r' });
      await page.getByLabel('Struck: Interface, to be kept').waitFor();
      expect(await note.inputValue()).toBe('');
    }),
  );
});
