import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/stages/judge/facts.js';
import { parseText } from '../../../src/stages/parse-text.js';

const isTerminal = (text: string): boolean | undefined => readFacts(parseText(text), () => false)[0]?.terminal;

const SENTENCE =
  'Before the boats came in, the harbour master had walked the whole length of the northern pier, from the old ice house to the light, and had counted the nets that the storm had left there.';

describe('whether a line ends as sentences end', () => {
  it.each(['The pier stays open.', 'Will it stay open?', 'She said: “It stays.”', 'It stays (for now).', '橋は残る。'])(
    'it does: %s',
    (text) => {
      expect(isTerminal(text)).toBe(true);
    },
  );

  it.each(['Council news', 'The pier at dusk. (Bay Press)', 'Photo: Ada Weber (Bay Press)'])(
    'it does not: %s',
    (text) => {
      expect(isTerminal(text)).toBe(false);
    },
  );

  it.each(['(Yonhap)', '(ANI)', '（共同）', '[dpa/lno]'])('a paragraph with a sign-off does: %s', (signOff) => {
    expect(isTerminal(`${SENTENCE} ${signOff}`)).toBe(true);
    expect(isTerminal(`${SENTENCE.slice(0, -1)} ${signOff}`)).toBe(false);
    expect(isTerminal(`${SENTENCE.slice(0, -1)}۔ ${signOff}`)).toBe(true);
  });
});
