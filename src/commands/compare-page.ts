import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../core/errors.js';
import { errorCode } from '../io/error-code.js';
import { oneFile } from '../io/output/one-file.js';
import { PAGE_MARK } from '../review/compare/html/page.js';

/**
 * Looks at the place of a page before the work is done.
 * @throws UsageError for a place that holds something else than a page of ours
 */
export async function checkPagePlace(out: string): Promise<void> {
  if (!/\.html?$/i.test(out)) throw new UsageError(`--html: expected a file name that ends in .html, got "${out}"`);
  try {
    const file = await open(resolve(out), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(PAGE_MARK.length), 0, PAGE_MARK.length, 0);
      if (bytesRead > 0 && buffer.toString('utf8', 0, bytesRead) !== PAGE_MARK)
        throw new UsageError(`--html: ${out} is there already, and no page that compare has made; name another`);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return;
    throw code === undefined ? error : new UsageError(`--html: ${out}: cannot be written: ${code}`, { cause: error });
  }
}

/** Writes the page, whole or not at all. */
export async function writePage(out: string, page: string): Promise<void> {
  const to = oneFile(resolve(out), { durable: false, tag: process.pid.toString(36) });
  try {
    const file = await to.create('', '');
    await file.append(Buffer.from(page));
    await file.close();
    await to.publish();
  } catch (error) {
    await to.discard();
    throw new UsageError(`--html: ${out}: cannot be written: ${errorCode(error) ?? String(error)}`, { cause: error });
  }
}
