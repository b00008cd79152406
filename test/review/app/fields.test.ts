import { describe, expect, it } from 'vitest';
import { hasBrowser } from './browser.js';
import { addressOf, FERRY } from './start.js';
import { pageTrier } from './try-page.js';

describe.skipIf(!hasBrowser)('the authors', () => {
  const open = pageTrier();

  it('are shown as they will be read, while they are written', () =>
    open(addressOf(FERRY), async ({ page }) => {
      await page.getByRole('button', { name: 'Correct: Authors' }).click();
      const field = page.getByRole('textbox', { name: 'Authors' });
      await field.fill('Nell Harker, Tom Grey');
      await page.getByText('1 author: Nell Harker, Tom Grey', { exact: true }).waitFor();
      await field.fill('Nell Harker; Tom Grey');
      await page.getByText('2 authors: Nell Harker; Tom Grey', { exact: true }).waitFor();
      await field.fill('Nell Harker\nTom Grey');
      await page.getByText('2 authors: Nell Harker; Tom Grey', { exact: true }).waitFor();
      const asked = page.waitForRequest('**/api/decisions');
      await page.keyboard.press('Enter');
      expect((await asked).postDataJSON()).toMatchObject({ field: 'authors', value: ['Nell Harker', 'Tom Grey'] });
      await page.getByText('→ Nell Harker; Tom Grey, with the next run').waitFor();
    }));
});
