import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, ARABIC, FERRY, HARM } from './start.js';
import { pageTrier } from './try-page.js';

/** The review page as a person uses it, in a browser. */

describe.skipIf(!hasBrowser)('the review page', () => {
  const open = pageTrier();

  it('says what the last run removed, and which documents to look at first', () =>
    open('', async ({ page }) => {
      const tiles = page.getByRole('region', { name: 'The last run' });
      await tiles.getByRole('link', { name: /For review/ }).waitFor();
      expect(await tiles.innerText()).toContain('12 documents');
      expect(await tiles.innerText()).toContain('.41 of each document is removed');
      const reasons = page.getByRole('complementary').getByRole('link');
      expect(await reasons.first().innerText()).toMatch(/^Subscription\s*72 strikes in 72 documents\s*6.8K/);
      const risks = await page.locator('.result .risk').allInnerTexts();
      expect(risks.slice(0, 2)).toEqual(['risk .90', 'risk .82']);
    }));

  it('filters by what is clicked, and takes the filter away again', () =>
    open('', async ({ page }) => {
      await page.getByRole('link', { name: /^Related/ }).click();
      await page.getByRole('heading', { name: '3 documents' }).waitFor();
      expect(page.url()).toContain('reason=related');
      await page.getByRole('link', { name: 'Without the filter: Related' }).click();
      await page.getByRole('heading', { name: '76 documents' }).waitFor();
    }));

  it('reads more of the list when asked', () =>
    open('', async ({ page }) => {
      await page.getByRole('button', { name: 'More' }).click();
      await page.locator('.result').nth(75).waitFor();
      expect(await page.getByRole('button', { name: 'More' }).count()).toBe(0);
    }));

  it('searches with /, also for other scripts', () =>
    open('', async ({ page }) => {
      await page.locator('.result').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.insertText('نوفمبر');
      await page.getByRole('heading', { name: '1 document' }).waitFor();
      expect(await page.locator('.excerpt').innerText()).toContain('نوفمبر');
    }));

  it('goes to the next document of the list, and back to where the list was', () =>
    open('', async ({ page }) => {
      await page.locator('.result').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByText('2 of 76').waitFor();
      await page.keyboard.press('j');
      await page.getByText('3 of 76').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.result-link:focus').waitFor();
      expect(await page.locator('.result-link:focus').getAttribute('lang')).toBe('ar');
    }));

  it('shows why a strike was made to who comes by keyboard', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      const details = page.getByRole('region', { name: 'The strike' });
      expect(await details.innerText()).toMatch(/Strike 1 of 9[\s\S]*Interface[\s\S]*\.99, sure[\s\S]*phrase:cookies/);
      await details.getByRole('link', { name: 'in 412 documents' }).waitFor();
      expect(await page.locator('[data-piece]:focus').getAttribute('aria-label')).toBe('Struck: Interface');
    }));

  it('takes an answer with one key, says when it is obeyed, and takes it back with another', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('r');
      await page.getByText('Obeyed by the next run: npm run clean').waitFor();
      await page.getByLabel('Struck: Interface, to be kept').waitFor();
      expect(await page.locator('.after').innerText()).toContain('We use cookies');
      expect(await page.locator('[data-piece]:focus').getAttribute('aria-label')).toBe('Struck: Navigation');
      await page.keyboard.press('a');
      await page.getByLabel('Struck: Navigation, agreed').waitFor();
      await page.keyboard.press('u');
      await page.keyboard.press('u');
      await page.getByLabel('Struck: Interface', { exact: true }).waitFor();
      expect(await page.locator('.decision-list li').count()).toBe(0);
    }));

  it('loses no answer to a quick hand', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      for (let i = 0; i < 9; i++) await page.keyboard.press('a');
      await page.getByText('Decisions (9)').waitFor();
      expect(await page.locator('.struck[data-decided=accept]').count()).toBe(9);
    }));

  it('says that an answer was not saved, and tries again', () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.locator('.struck').first().waitFor();
        let refuse = true;
        await page.route('**/api/decisions', (route) =>
          refuse ? route.fulfill({ status: 500, json: { problem: 'The disk is full.' } }) : route.continue(),
        );
        await page.keyboard.press('n');
        await page.keyboard.press('r');
        const alert = page.getByRole('alert');
        await alert.getByText('Not saved. The disk is full.').waitFor();
        expect(await page.locator('[data-decided]').count()).toBe(0);
        refuse = false;
        await alert.getByRole('button', { name: 'Try again' }).click();
        await page.getByLabel('Struck: Interface, to be kept').waitFor();
      },
      { complains: true },
    ));

  it('changes its mind with the person', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('a');
      await page.getByLabel('Struck: Interface, agreed').waitFor();
      await page.keyboard.press('p');
      await page.keyboard.press('r');
      await page.getByLabel('Struck: Interface, to be kept').waitFor();
      await page.getByText('Decisions (1)').waitFor();
    }));

  it('takes back what was decided last, however quick the hand', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.route('**/api/decisions', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await route.continue();
      });
      for (const key of ['n', 'a', 'a', 'a', 'p', 'r', 'u']) await page.keyboard.press(key);
      await page.getByText('Taken back.').waitFor();
      await page.getByText('Decisions (2)').waitFor();
      expect(await page.locator('.struck[data-decided=accept]').count()).toBe(2);
    }));

  it('strikes what is selected', () =>
    open(addressOf(FERRY), async ({ page }) => {
      const line = page.locator('.before .body', { hasText: 'A second boat could follow' });
      await line.waitFor();
      await line.evaluate((element) => {
        const range = document.createRange();
        range.setStart(element.firstChild ?? element, 9);
        range.setEnd(element.firstChild ?? element, 26);
        document.getSelection()?.addRange(range);
      });
      const bar = page.getByRole('form', { name: 'Selected text' });
      await bar.getByLabel('Strike as').selectOption('Noise');
      await bar.getByRole('button', { name: 'Strike', exact: true }).click();
      await page.getByText('Decisions (1)').waitFor();
      expect(await page.locator('.decision-list .quoted').innerText()).toBe('boat could follow');
    }));

  it('strikes a paragraph by keyboard alone, for the source', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('P');
      await page.keyboard.press('p');
      await page.keyboard.press('2');
      for (const key of ['P', 'P', 'P']) await page.keyboard.press(key);
      await page.getByText('Kept as quotation.').waitFor();
      await page.keyboard.press('s');
      await page.locator('.selection-bar select:focus').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('To be struck as outside the article: this source.').waitFor();
    }));

  it('sets fields right', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.getByRole('button', { name: 'Correct: Authors' }).click();
      await page.getByRole('textbox', { name: 'Authors' }).fill('Ada Lindqvist; Tomás Reyes');
      await page.keyboard.press('Enter');
      await page.getByText('→ Ada Lindqvist; Tomás Reyes, with the next run').waitFor();
      await page.getByRole('button', { name: 'Correct: Date' }).click();
      await page.getByRole('textbox', { name: 'Date' }).fill('');
      await page.keyboard.press('Enter');
      await page.getByText('→ the document does not say, with the next run').waitFor();
    }));

  it('decides for all copies at once', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('g');
      const card = page.locator('.card');
      await card.getByText('412 documents').waitFor();
      expect(await card.count()).toBe(1);
      await page.keyboard.press('j');
      await page.keyboard.press('r');
      await card.getByText('Keep: this source').waitFor();
      await page.getByRole('link', { name: 'Decisions' }).click();
      await page.getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Nothing has been decided yet.').waitFor();
    }));

  it('ties the two columns by what stands in them', () =>
    open(addressOf(FERRY), async ({ page }) => {
      const [before, after] = [page.locator('.pane.before'), page.locator('.pane.after')];
      await before.waitFor();
      const shareOf = (pane: Element): number => pane.scrollTop / (pane.scrollHeight - pane.clientHeight);
      /** Number of the piece on the reading line, which slides from the top of the pane to its foot. */
      const pieceAt = (pane: Element, share: number): number => {
        const line = pane.getBoundingClientRect().top + share * pane.clientHeight;
        return [...pane.querySelectorAll('[data-tie]')].filter((piece) => piece.getBoundingClientRect().top <= line)
          .length;
      };
      for (const [led, following] of [
        [before, after],
        [after, before],
      ] as const)
        for (const part of [0.7, 0.4, 0.55]) {
          await led.evaluate((pane, to) => {
            pane.scrollTop = to * (pane.scrollHeight - pane.clientHeight);
          }, part);
          const share = await led.evaluate(shareOf);
          const wanted = await led.evaluate(pieceAt, share);
          await expect
            .poll(async () => Math.abs((await following.evaluate(pieceAt, share)) - wanted))
            .toBeLessThanOrEqual(1);
        }
    }));

  it('shows the page as it looked, with nothing of it running', () =>
    open(
      addressOf(FERRY),
      async ({ page }) => {
        await page.getByRole('button', { name: 'As it looked' }).click();
        const frame = page.frameLocator('iframe.page');
        await frame.getByRole('heading', { name: 'As it looked' }).waitFor();
        expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
        expect(await page.evaluate('window.harmed')).toBeUndefined();
      },
      { complains: true },
    ));

  it('takes what a document says for text', () =>
    open(addressOf(HARM), async ({ page, server }) => {
      await page.locator('.struck').first().waitFor();
      expect(await page.locator('h1').innerText()).toContain('</script><script>');
      expect(await page.evaluate('window.harmed')).toBeUndefined();
      expect(await page.locator('.record a[href^="javascript:"]').count()).toBe(0);
      await page.goto(server.address);
      await page.locator('.result').first().waitFor();
      expect(await page.evaluate('window.harmed')).toBeUndefined();
    }));

  it('sets right-to-left text right to left, and itself not', () =>
    open(addressOf(ARABIC), async ({ page }) => {
      const line = page.locator('.before .body', { hasText: 'قالت ماريت' });
      await line.waitFor();
      expect(await line.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      expect(
        await page
          .locator('.before .labels')
          .first()
          .evaluate((element) => getComputedStyle(element).direction),
      ).toBe('ltr');
    }));

  it('is as wide as the window, however narrow', () =>
    open(
      '',
      async ({ page, server }) => {
        for (const hash of ['', addressOf(FERRY), addressOf(HARM), '#/groups', '#/decisions']) {
          await page.goto(server.address + hash);
          await page.locator('.result, .piece, h1').first().waitFor();
          expect(await page.evaluate('document.documentElement.scrollWidth'), hash).toBeLessThanOrEqual(400);
        }
      },
      { width: 400 },
    ));
});
