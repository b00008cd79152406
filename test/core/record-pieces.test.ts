import { describe, expect, it } from 'vitest';
import { cutOut, piecesOf, recordTexts } from '../../src/core/record-pieces.js';
import { recordOf } from '../review/records.js';

const TEXT = [
  'Council keeps the crane',
  'The harbour council voted on Monday to keep the old crane, Advertisement which has stood at the quay since 1911.',
  'Share this article',
].join('\n\n');

describe('the pieces of a record', () => {
  const pieces = piecesOf(recordOf('crane.txt', TEXT));

  it('are all that stands in its document, in order', () => {
    expect(pieces.map(({ is, text }) => `${is}: ${text}`)).toEqual([
      'moved: Council keeps the crane',
      'kept: The harbour council voted on Monday to keep the old crane, which has stood at the quay since 1911.',
      'struck: Advertisement',
      'struck: Share this article',
    ]);
    expect(recordTexts(recordOf('crane.txt', TEXT))).toEqual(pieces.map(({ text }) => text));
  });

  it('know what was cut out of a paragraph', () => {
    expect(cutOut(pieces)).toEqual([false, false, true, false]);
  });
});
