import { describe, expect, it } from 'vitest';
import { twinsOf } from '../../src/accuracy/twins.js';

const LABELS = { '+': 'keep', '-': 'drop', m: 'meta', '?': 'either' };

/** The twins of lines that have these labels and are called by their number. */
function twins(labels: string): Record<string, string> {
  const lines = Array.from(labels, (label, i) => ({ t: String(i), l: LABELS[label as keyof typeof LABELS] }));
  return Object.fromEntries(
    Object.entries(twinsOf(lines)).map(([name, own]) => [name, own.map(({ t }) => t).join(' ')]),
  );
}

describe('the twins of labelled lines', () => {
  it('end with the last kept line, and are the kept lines alone', () => {
    expect(twins('-m+-+?-')).toEqual({ ended: '0 1 2 3 4', bare: '2 4' });
  });

  it('are none that are the same', () => {
    expect(twins('++-')).toEqual({ ended: '0 1' });
    expect(twins('-++')).toEqual({ bare: '1 2' });
    expect(twins('++')).toEqual({});
  });

  it('are none where nothing is kept', () => {
    expect(twins('-m-')).toEqual({});
  });
});
