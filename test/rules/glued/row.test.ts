import { expect, it } from 'vitest';
import { readRow } from '../../../src/rules/glued/row.js';
import { shippedPhrases } from '../../../src/rules/phrases/index.js';

const reasonOf = (text: string): string | undefined => readRow(text, shippedPhrases())?.phrase.reason;

it.each(['FacebookTwitterWhatsAppEmail', 'Share this article Copy link', '0 comments Log in to comment'])(
  'reads a row of labels: %s',
  (text) => {
    expect(reasonOf(text)).toBeDefined();
  },
);

it.each(['Share', 'Share prices fell on Monday', 'Copy link by link what he wrote', ''])(
  'reads none in: %s',
  (text) => {
    expect(reasonOf(text)).toBeUndefined();
  },
);
