import { describe, expect, it } from 'vitest';
import { separateGlued } from '../../../src/rules/glued/separate.js';
import { parseText } from '../../../src/stages/parse-text.js';

/** The lines of a text after what is glued to them has been taken apart. */
function linesOf(...lines: string[]): string[] {
  const page = separateGlued(parseText(lines.join('\n\n')), null);
  return page.blocks.map((block) => block.text);
}

const SENTENCE = 'The tar was boiled on Monday before the boats came in.';
const MORE = 'Nobody on the quay could say who had lit the fire, and the harbour master did not ask. '.repeat(4).trim();

describe('what is glued to the end of a sentence', () => {
  it.each([
    ['without a blank', `${SENTENCE}Read also: Ten ways to boil an egg`, 'Read also: Ten ways to boil an egg'],
    [
      'with an arrow for a colon',
      `${SENTENCE}Read also > Ten ways to boil an egg`,
      'Read also > Ten ways to boil an egg',
    ],
    ['a label', `${SENTENCE}ADVERTISEMENT`, 'ADVERTISEMENT'],
    ['a right', `${SENTENCE}All rights reserved`, 'All rights reserved'],
    [
      'behind a blank, if it leads on',
      `${SENTENCE} Read also: Ten ways to boil an egg`,
      'Read also: Ten ways to boil an egg',
    ],
    [
      'a row of buttons',
      `${SENTENCE} Share on FacebookShare on TwitterWhatsApp`,
      'Share on FacebookShare on TwitterWhatsApp',
    ],
    [
      'a script',
      `${SENTENCE} (function(d,s){var t=d.createElement(s);})(document);`,
      '(function(d,s){var t=d.createElement(s);})(document);',
    ],
    [
      'a feed’s last line',
      `${SENTENCE} […] The post Tar is boiled appeared first on Quay Notes.`,
      'The post Tar is boiled appeared first on Quay Notes.',
    ],
  ])('becomes a line of its own: %s', (_, line, piece) => {
    expect(linesOf(MORE, line).at(-1)).toBe(piece);
  });

  it('also a notice behind a blank, where the text says nothing else', () => {
    const line = `${SENTENCE} Sign up for our newsletter and never miss a boat.`;
    expect(linesOf(line)).toEqual([SENTENCE, 'Sign up for our newsletter and never miss a boat.']);
    expect(linesOf(MORE, line).at(-1)).toBe(line);
  });

  it.each([
    'He wrote to mail.Share us at noon, said the ferryman',
    'The ferry costs 20.30 all rights reserved for locals',
    'Sport news.Most read',
    'One advertisement in five broke the code. No comment.',
    '“The boat is ours and nobody else’s, he said. All rights reserved.”',
    'Nobody came. The harbour was empty, the fire was out.',
  ])('is nothing in: %s', (line) => {
    expect(linesOf(line)).toEqual([line]);
  });
});

describe('what is glued to the beginning of the first paragraphs', () => {
  it.each([
    ['Photo: Reuters/Ida Brannigan', 'Two of the boats had lost their masts, and a third its crew.'],
    ['Published: 3 May 2031, 17:45', 'The tar was boiled on Monday before the boats came in from the sound.'],
    ['Foto: dpa/Jonas Rehwald', 'Im Hafen riecht es seit Montag nach Teer, und niemand will ihn gekocht haben.'],
  ])('is a line of its own: %s', (front, sentence) => {
    expect(linesOf(front + sentence)).toEqual([front, sentence]);
  });

  it('behind a blank only if it counts something or says what it is', () => {
    const sentence = 'The tar of Tollbridge is older than the town, and it smells like it.';
    expect(linesOf(`Listen to this article 4 min ${sentence}`)).toEqual(['Listen to this article 4 min', sentence]);
    const chinese = '码头上的焦油味从星期一起就没有散过，谁也不承认是自己煮的。';
    expect(linesOf(`来源：河口晚报 字号：大 中 小 ${chinese}`)).toEqual(['来源：河口晚报 字号：大 中 小', chinese]);
  });

  it.each([
    'Video shows the boats as they came in from the sound on Monday.',
    'Learn more about boats from the people who came in on Monday.',
    'HarbourPromo is a company that boils tar for those who have none.',
    'On 3 May 2031 Police found the fire, and nobody who had lit it.',
    '1. National Institute of Boats and Tar (2031). On the boiling of tar in open vessels.',
    'In this article, I tell you how the tar was boiled before the boats came in.',
    'iBoats has built boats for twenty years, and has lost none of them.',
  ])('is nothing in: %s', (line) => {
    expect(linesOf(line)).toEqual([line]);
  });
});

it('gives pieces the places that they have in the source', () => {
  const source = `${SENTENCE}Read also: Ten ways to boil an egg\n\n${MORE}`;
  const page = separateGlued(parseText(source), null);
  for (const [i, { text, span }] of page.blocks.entries()) {
    expect(source.slice(span.start, span.end)).toBe(text);
    const { start, end } = page.locate(i, 2, 7);
    expect(source.slice(start, end)).toBe(text.slice(2, 7));
  }
});
