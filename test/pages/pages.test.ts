import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actual, cleanCase, readExpected, type ExpectedField } from '../../src/accuracy/cases.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';

/**
 * Whole documents and what is right for them, written by hand, in folders `<source>--<case>`. Where a case shows what must go, its twin of
 * the same source shows what must stay.
 */

const FOLDER = import.meta.dirname;
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const cases = await Promise.all(
  names.map(async (name) => ({
    name,
    expected: await readExpected(join(FOLDER, name)),
    record: await cleanCase(join(FOLDER, name), DEFAULT_OPTIONS),
  })),
);

describe.each(cases)('$name', ({ expected, record }) => {
  it.each(Object.keys(expected) as ExpectedField[])('%s', (field) => {
    expect(actual(record, field, expected)).toEqual(expected[field]);
  });
});

describe('the cases', () => {
  it('are named <source>--<case>', () => {
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*--[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });
});
