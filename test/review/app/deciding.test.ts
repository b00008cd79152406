import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, ARABIC, FERRY } from './start.js';
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

describe.skipIf(!hasBrowser)('what the server refuses', () => {
  const open = pageTrier();
  const refuse = (page: Page, status: number, problem: string): Promise<unknown> =>
    page.route('**/api/decisions', (route) => route.fulfill({ status, json: { problem } }));

  it('is not offered to be tried again', () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.locator('.struck').first().waitFor();
        await refuse(page, 409, 'the document has changed: open it again');
        await page.keyboard.press('n');
        await page.keyboard.press('a');
        const alert = page.locator('.message.failure');
        await alert.getByText('Not saved. the document has changed: open it again').waitFor();
        expect(await alert.getByRole('button').allInnerTexts()).toEqual(['Close']);
      },
      { complains: true },
    ));

  it('is said beside the selection, which stays', () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.locator('.struck').first().waitFor();
        await refuse(page, 400, 'there is no text in what was chosen');
        await selectIn(page, 'A second boat could', 2, 8);
        const bar = page.getByRole('form', { name: 'Selected text' });
        await bar.getByLabel('Strike as').selectOption('Noise');
        await bar.getByRole('button', { name: /^Strike/ }).click();
        await bar.getByText('Not saved: there is no text in what was chosen').waitFor();
        expect(await bar.getByLabel('Strike as').inputValue()).toBe('noise');
        expect(await page.locator('.message.failure').count()).toBe(0);
      },
      { complains: true },
    ));

  it('is said beside the field, with what is expected', () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.getByRole('button', { name: 'Correct: Date' }).click();
        const field = page.getByRole('textbox', { name: 'Date' });
        await field.fill('31 May');
        await page.keyboard.press('Enter');
        const form = page.locator('form.editing');
        await form.getByText('Not saved: value: Invalid ISO date').waitFor();
        expect(await form.innerText()).toContain('Like 2031-05-31, or with a time');
        expect(await field.inputValue()).toBe('31 May');
        await field.fill('2026-05-31');
        await page.keyboard.press('Enter');
        await page.getByText('→ 2026-05-31, with the next run').waitFor();
      },
      { complains: true },
    ));
});

describe.skipIf(!hasBrowser)('how far a decision reaches', () => {
  const open = pageTrier();

  it.each([
    ['a part of a line', 'A second boat could', 'Part of a line is selected'],
    ['a piece that was cut out of a paragraph', null, 'It was cut out of a paragraph'],
  ])('is this document for %s', (_what, part, reason) =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      if (part === null) await page.locator('.struck.inline').click();
      else {
        await page.keyboard.press('n');
        await page.keyboard.press('2');
        await selectIn(page, part, 2, 8);
      }
      const scope = page.getByRole('radiogroup', { name: 'Holds for' });
      await scope.getByText(reason).waitFor();
      expect(await scope.getByLabel('This document').isChecked()).toBe(true);
      expect(await scope.getByLabel('This source').isDisabled()).toBe(true);
      expect(await scope.getByLabel('Everywhere').isDisabled()).toBe(true);
    }),
  );

  it('is this document again in the next one, and is said on the buttons where it is more', () =>
    open(addressOf(FERRY), async ({ page, server }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('2');
      await panelOf(page).getByRole('button', { name: 'Keep the text, in this source' }).waitFor();
      await panelOf(page).getByRole('button', { name: 'Agree, in this source' }).waitFor();
      await page.goto(server.address + addressOf(ARABIC));
      await page.getByText('العبّارة').first().waitFor();
      expect(await page.getByRole('radio', { name: 'This document' }).isChecked()).toBe(true);
      expect(
        await panelOf(page)
          .getByRole('button', { name: /in this source/ })
          .count(),
      ).toBe(0);
    }));
});

describe.skipIf(!hasBrowser)('the buttons', () => {
  const open = pageTrier();

  it('show what was decided, and take it back', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      for (const key of ['n', 'r', 'p']) await page.keyboard.press(key);
      const keep = panelOf(page).getByRole('button', { name: 'Keep the text' });
      await page.getByText('Decisions (1)').waitFor();
      expect(await keep.getAttribute('aria-pressed')).toBe('true');
      const primary = panelOf(page).locator('button.strong');
      expect(await primary.allInnerTexts()).toEqual(['Take back']);
      await primary.click();
      await page.getByLabel('Struck: Interface', { exact: true }).waitFor();
      expect(await keep.getAttribute('aria-pressed')).toBe('false');
      expect(await primary.innerText()).toMatch(/^Agree/);
    }));

  it('are not needed to strike: Enter in the list of reasons does', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('P');
      await page.keyboard.press('P');
      for (let i = 0; i < 4; i++) await page.keyboard.press('P');
      await page.getByText('Kept as').waitFor();
      const focused = await page.locator('[data-piece]:focus').getAttribute('data-piece');
      await page.keyboard.press('s');
      await page.locator('.selection-bar select:focus').waitFor();
      await page.keyboard.press('N');
      await page.keyboard.press('Enter');
      await page.getByText('To be struck as navigation: this document.').waitFor();
      await page.locator('.selection-bar').waitFor({ state: 'detached' });
      expect(await page.locator('[data-piece]:focus').getAttribute('data-piece')).toBe(focused);
    }));
});
