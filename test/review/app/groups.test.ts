import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, FERRY } from './start.js';
import { pageTrier } from './try-page.js';

describe.skipIf(!hasBrowser)('a single group', () => {
  const open = pageTrier();

  it('is chosen when it is asked for, so that one key decides', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.locator('.struck').first().waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('g');
      await page.locator('.card:focus').waitFor();
      expect(await page.locator('.lead').innerText()).toContain('1 strike that stands in more than one document.');
      await page.keyboard.press('r');
      await page.locator('.card').getByText('Keep: this source').waitFor();
    }));
});
