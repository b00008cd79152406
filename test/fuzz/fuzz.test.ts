import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { RawDocument } from '../../src/core/types.js';
import { clean } from '../../src/pipeline.js';
import { mutate, randomBytes, randomMarkup } from './mutate.js';
import { faultsOf } from './sound.js';

/**
 * Broken documents by the thousand, the same for the same seed: FUZZ=2000 says how many, FUZZ_SEED which. Pages that are broken are the samples,
 * and real ones of the development data where these are at hand.
 */
const COUNT = Number(process.env['FUZZ'] ?? 500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261122);
const REAL = '../shared/corpus/pages/raw';
const REAL_PAGES = 200;
/** A page of more is cut there: what a fault costs to find goes by its size. */
const LARGEST = 20_000;
/** Milliseconds for each, on a machine that does other things as well. */
const PATIENCE_MS = 500;

function read(folder: string, pattern: RegExp): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => {
      const stored = readFileSync(join(folder, path));
      return (path.endsWith('.gz') ? gunzipSync(stored) : stored).subarray(0, LARGEST);
    });
}

function seeds(): Buffer[] {
  const own = [...read('raw', /\.(?:html|txt)(?:\.gz)?$/), ...read('test/pages', /source\.(?:html|txt)$/)];
  return existsSync(REAL) ? [...own, ...read(REAL, /\.html\.gz$/).slice(0, REAL_PAGES)] : own;
}

it(
  `gives a sound record for each of ${COUNT} broken documents`,
  () => {
    const pages = seeds();
    const chance = new Chance(SEED);
    const statuses: Record<string, number> = {};
    let slowest = { ms: 0, bytes: 0, number: -1 };
    const began = performance.now();
    for (let number = 0; number < COUNT; number++) {
      const kind = chance.next();
      const payload =
        kind < 0.75
          ? mutate(chance.of(pages), chance, chance.of(pages))
          : kind < 0.85
            ? randomBytes(chance)
            : randomMarkup(chance);
      const format: RawDocument['format'] = chance.next() < 0.7 ? 'html' : 'text';
      const start = performance.now();
      const record = clean({ rawPath: 'fuzz', key: null, offset: null, format, payload, hints: {} }, DEFAULT_OPTIONS, {
        copydesk: '0',
        rules: '0',
        options: '0',
        inputs: '0',
      });
      const ms = performance.now() - start;
      if (ms > slowest.ms) slowest = { ms: Math.round(ms), bytes: payload.length, number };
      statuses[record.status] = (statuses[record.status] ?? 0) + 1;
      const faults = faultsOf(record);
      if (faults.length > 0)
        expect({ number, seed: SEED, format, faults }).toEqual({ number, seed: SEED, format, faults: [] });
    }
    const seconds = Math.round((performance.now() - began) / 1000);
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    if (process.env['FUZZ'] !== undefined)
      process.stdout.write(
        `fuzz: ${JSON.stringify({ count: COUNT, seed: SEED, pages: pages.length, seconds, statuses, slowest })}\n`,
      );
  },
  60_000 + COUNT * PATIENCE_MS,
);
