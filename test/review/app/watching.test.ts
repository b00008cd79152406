import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, FERRY } from './start.js';
import { TOKEN } from './stub.js';
import { pageTrier, type Tried } from './try-page.js';

/** A page that is left open hears of what others do. */

const LATER = 5100;

/** Somebody else, on a page of their own, corrects the headline. */
const decideElsewhere = async ({ server }: Tried, value: string): Promise<void> => {
  const { ok } = await fetch(`${server.address}api/decisions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Copydesk-Token': TOKEN },
    body: JSON.stringify({ ref: { path: FERRY, at: 0 }, action: 'correct', field: 'headline', value }),
  });
  expect(ok).toBe(true);
};

/** Opens no earlier than the page knows the state of things. */
const settled = async ({ page }: Tried): Promise<void> => {
  await page.clock.install();
  const known = page.waitForResponse('**/api/state');
  await page.reload();
  await known;
};

describe.skipIf(!hasBrowser)('an open page', () => {
  const open = pageTrier();

  it('shows what somebody else decided, and leaves alone what is being done', () =>
    open(addressOf(FERRY), async (tried) => {
      const { page } = tried;
      await settled(tried);
      await page.locator('.struck').first().waitFor();
      for (const key of ['n', 'n', 'n', 'n']) await page.keyboard.press(key);
      const scroll = await page.locator('.pane.before').evaluate((pane) => pane.scrollTop);
      const note = page.getByLabel('Note (if you like)');
      await note.fill('half a th');
      await page.getByRole('button', { name: 'Correct: Authors' }).click();
      await page.getByRole('textbox', { name: 'Authors' }).fill('Ada Lindq');
      await decideElsewhere(tried, 'Ferry returns');
      await page.clock.fastForward(LATER);
      await page.getByText('→ Ferry returns, with the next run').waitFor();
      expect(await note.inputValue()).toBe('half a th');
      expect(await page.getByRole('textbox', { name: 'Authors' }).inputValue()).toBe('Ada Lindq');
      expect(await page.getByRole('textbox', { name: 'Authors' }).evaluate((e) => e === document.activeElement)).toBe(
        true,
      );
      expect(await page.locator('.pane.before').evaluate((pane) => pane.scrollTop)).toBe(scroll);
      expect(await page.locator('.details h2').innerText()).toBe('Strike 4 of 9');
    }));

  it('stays with its strike when a run gives the pieces other numbers', () =>
    open(addressOf(FERRY), async (tried) => {
      const { page, server } = tried;
      await settled(tried);
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      server.rewrite(FERRY, ([, ...rest]) => rest);
      await page.clock.fastForward(LATER);
      await page.getByText('Strike 1 of 8').waitFor();
      await page.keyboard.press('a');
      await page.getByLabel('Struck: Navigation, agreed').waitFor();
    }));

  it('keeps the list and the focus in it', () =>
    open('', async (tried) => {
      const { page } = tried;
      await settled(tried);
      await page.getByRole('button', { name: 'More' }).click();
      await page.locator('.result').nth(75).waitFor();
      await page.locator('.result-link').nth(60).focus();
      const scroll = await page.evaluate('window.scrollY');
      await decideElsewhere(tried, 'Ferry returns');
      const listed = page.waitForResponse(/api\/documents.*from=50/);
      await page.clock.fastForward(LATER);
      await listed;
      expect(await page.locator('.result').count()).toBe(76);
      expect(await page.locator('.result-link:focus').innerText()).toBe('Notice to mariners, number 55');
      expect(await page.evaluate('window.scrollY')).toBe(scroll);
    }));

  it('says that figures are being brought up to date, and then shows them', () =>
    open('', async (tried) => {
      const { page, server } = tried;
      await settled(tried);
      await page.getByText('it wrote 12 documents anew').waitFor();
      server.index(true);
      await page.clock.fastForward(LATER);
      await page.getByText('what it wrote is being read').waitFor();
      await page.getByText('The index is being brought up to date').waitFor();
      expect(await page.getByText('it wrote no document anew').count()).toBe(0);
      server.index(false);
      await page.clock.fastForward(LATER);
      await page.getByText('it wrote 12 documents anew').waitFor();
    }));
});
