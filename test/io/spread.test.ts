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
    const spreadOf = spreadIn([...pages, ...archives(7)], { jobs: 2, queued: false }, none);
    expect(spreadOf(container('0.warc.gz'), MEGABYTE)).toEqual({ spread: true });
    expect(spreadOf(page('0.html'), MEGABYTE)).toEqual({});
  });

  it.each([
    ['each thread has several of its own', 8, 2, 20 * MEGABYTE],
    ['there is one thread', 1, 1, 20 * MEGABYTE],
    ['it is small', 1, 2, 2000],
  ])("is one thread's where %s", (_, count, jobs, bytes) => {
    expect(spreadIn(archives(count), { jobs, queued: false }, none)(container('0.warc.gz'), bytes)).toEqual({});
    expect(spreadIn(archives(8), { jobs: 4, queued: false }, none)(container('0.warc.gz'), MEGABYTE)).not.toEqual({});
  });

  it('that is new is spread among hundreds that are done', () => {
    const isDone = (rawPath: string): boolean => rawPath !== '299.warc.gz';
    const spreadOf = spreadIn(archives(300), { jobs: 2, queued: true }, isDone);
    expect(spreadOf(container('299.warc.gz'), 20 * MEGABYTE)).toEqual({ spread: true, shares: 8 });
  });

  it.each([
    ['alone', 1, 20, 8],
    ['alone, but not large', 1, 3, 3],
    ['among some', 20, 20, 4],
    ['among many', 64, 20, undefined],
    ['alone and small', 1, 1, undefined],
  ])("is divided for a queue's workers where it stands %s", (_, count, megabytes, shares) => {
    const spreadOf = spreadIn(archives(count), { jobs: 1, queued: true }, none);
    expect(spreadOf(container('0.warc.gz'), megabytes * MEGABYTE).shares).toBe(shares);
    expect(spreadOf(page('0.html'), megabytes * MEGABYTE)).toEqual({});
  });
});
