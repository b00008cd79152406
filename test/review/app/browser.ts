import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** The machine's own Chromium, if it has one. On CI it must. */

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const found = [process.env['CHROMIUM'], ...PLACES].find((path) => path !== undefined && existsSync(path));
if (found === undefined && process.env['CI'] === 'true')
  throw new Error('No Chromium found: install it, or name it in the variable CHROMIUM.');
if (found === undefined) console.log('No Chromium found (variable CHROMIUM): the review page is not tried.');

export const hasBrowser = found !== undefined;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: found ?? '', args: ['--no-sandbox', '--disable-gpu'] });

export interface Opened {
  readonly page: Page;
  /** What went wrong in the page: exceptions, refused by the policy, not loaded. */
  readonly complaints: string[];
}

export async function openPage(browser: Browser, address: string, width = 1280, dark = false): Promise<Opened> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints };
}
