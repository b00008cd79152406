import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser, openPage, type Opened } from './browser.js';
import { startReview } from './start.js';
import type { Started } from './stub.js';

export interface Tried extends Opened {
  readonly server: Started;
}

export interface Circumstances {
  readonly width?: number;
  /** Something is meant to go wrong. */
  readonly complains?: boolean;
  readonly before?: (server: Started) => void;
}

export type TryPage = (hash: string, use: (tried: Tried) => Promise<void>, how?: Circumstances) => Promise<void>;

/** For the tests of one file: opens a page of its own server, in which nothing may complain. */
export function pageTrier(): TryPage {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  return async (hash, use, { width = 1280, complains = false, before } = {}) => {
    const server = await startReview();
    before?.(server);
    const opened = await openPage(browser, server.address + hash, width);
    try {
      await use({ ...opened, server });
      if (!complains) expect(opened.complaints).toEqual([]);
    } finally {
      await opened.page.close();
      await server.close();
    }
  };
}
