import { describe, expect, it } from 'vitest';
import { contentWords, Vocabulary } from '../../src/core/vocabulary.js';
import { words } from '../../src/core/text.js';

const member = (text: string, prose: boolean): { tokens: string[]; prose: boolean } => ({
  tokens: words(text.toLowerCase()),
  prose,
});

describe('contentWords', () => {
  it('are the longer words, by their stems', () => {
    expect(contentWords(['the', 'harbour', 'harbourmaster', 'has', 'bridges'])).toEqual([
      'harbour',
      'harbou',
      'bridges',
    ]);
  });

  it('take inflected forms of long words for one', () => {
    expect(contentWords(['администрация'])).toEqual(contentWords(['администрацией']));
  });

  it('are pairs of characters where words are not spaced', () => {
    expect(contentWords(words('渡轮停航'))).toEqual(['渡轮', '轮停', '停航']);
  });

  it('hold figures and short words of dense scripts', () => {
    expect(contentWords(['2031', '6', '다리', 'in'])).toEqual(['2031', '다리']);
  });
});

describe('Vocabulary', () => {
  const vocabulary = new Vocabulary([
    member('Tar prices rise at the harbour', false),
    member('The harbour board spoke about prices of tarpaulin and rope until midnight', true),
    member('What the board wants', false),
    member('The board wants cheaper rope before the winter begins', true),
    member('Subscribe', false),
    member('of the', false),
  ]);

  it('says how much of a line stands in the running text', () => {
    expect(vocabulary.shared(4)).toBe(0);
    expect(vocabulary.shared(5)).toBe('none');
    expect(vocabulary.shared(0)).toBe(4);
  });

  it('does not let running text vouch for itself', () => {
    expect(new Vocabulary([member('The harbour board spoke until midnight', true)]).shared(0)).toBe(0);
  });

  it('tells a subheading by the words that the next line takes up', () => {
    expect(vocabulary.continues(2)).toBe(true);
    expect(vocabulary.continues(4)).toBe(false);
    expect(vocabulary.continues(5)).toBe(false);
  });
});
