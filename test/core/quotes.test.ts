import { describe, expect, it } from 'vitest';
import { isQuotation, quotedSpans } from '../../src/core/quotes.js';

const quoted = (line: string): string[] => quotedSpans(line).map(({ start, end }) => line.slice(start, end));

describe('quotedSpans', () => {
  it.each([
    ['“Mad”, she said, “quite mad.”', ['“Mad”', '“quite mad.”']],
    ['„Verrückt“, sagte sie.', ['„Verrückt“']],
    ['« Fou », dit-elle.', ['« Fou »']],
    ['»Irre«, sagte sie.', ['»Irre«']],
    ['她说：「疯了」。', ['「疯了」']],
    ['She said: "Mad."', ['"Mad."']],
    ['‘Mad,’ she said.', ['‘Mad,’']],
  ])('of %s', (line, expected) => {
    expect(quoted(line)).toEqual(expected);
  });

  it('know an apostrophe from a mark', () => {
    expect(quoted('The ferryman’s boat and the miller’s wheel')).toEqual([]);
    expect(quoted('‘The miller’s wheel,’ she said.')).toEqual(['‘The miller’s wheel,’']);
    expect(quoted('a 6" pipe and an 8" pipe')).toEqual([]);
  });

  it('run to the end of the line where the quotation is left open', () => {
    expect(quoted('She said: “We shall see')).toEqual(['“We shall see']);
  });
});

describe('isQuotation', () => {
  it.each(['“We shall see.”', '"We shall see".', '«Посмотрим»,', '「見てみよう」。'])('%s is one', (line) => {
    expect(isQuotation(line)).toBe(true);
  });

  it.each(['“Well,” she said.', 'She said “well”', 'Well.', '', '“Well,” she said, “we shall see.”'])(
    '%s is none',
    (line) => {
      expect(isQuotation(line)).toBe(false);
    },
  );
});
