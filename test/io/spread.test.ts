import { describe, expect, it } from 'vitest';
import { spreadIn } from '../../src/io/spread.js';
import type { RawFile } from '../../src/io/walk-raw.js';

const MEGABYTE = 1024 * 1024;
const container = (rawPath: string): RawFile => ({ rawPath, sidecar: false, container: true });
const page = (rawPath: string): RawFile => ({ rawPath, sidecar: false, container: false });
const archives = (count: number): RawFile[] => Array.from({ length: count }, (_, at) => container(`${at}.warc.gz`));
const none = (): boolean => false;

describe('a container', () => {
  it('is spread over threads where there are few of its kind, however many pages stand beside it', () => {
    const pages = Array.from({ length: 1000 }, (_, at) => page(`${at}.html`));
    const isSpread = spreadIn([...pages, ...archives(7)], 2, none);
    expect(isSpread(container('0.warc.gz'), MEGABYTE)).toBe(true);
    expect(isSpread(page('0.html'), MEGABYTE)).toBe(false);
  });

  it("is one thread's where each has several of its own, or where there is one thread", () => {
    expect(spreadIn(archives(8), 2, none)(container('0.warc.gz'), MEGABYTE)).toBe(false);
    expect(spreadIn(archives(8), 4, none)(container('0.warc.gz'), MEGABYTE)).toBe(true);
    expect(spreadIn(archives(1), 1, none)(container('0.warc.gz'), MEGABYTE)).toBe(false);
  });

  it("is one thread's where it is small", () => {
    expect(spreadIn(archives(1), 2, none)(container('0.warc.gz'), 2000)).toBe(false);
  });

  it('that is new is spread among hundreds that are done', () => {
    const isSpread = spreadIn(archives(300), 2, (rawPath) => rawPath !== '299.warc.gz');
    expect(isSpread(container('299.warc.gz'), MEGABYTE)).toBe(true);
  });
});
