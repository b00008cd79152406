import { describe, expect, it } from 'vitest';
import { nextArticle } from '../../src/rules/next-article.js';
import { struck, textOf } from './marks.js';

const ARTICLE = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.',
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first and to wait.',
];
const NEXT = [
  'Windless windmill puzzles Tarnhill',
  'By Ida Brannigan',
  '3 May 2031',
  'The windmill of Tarnhill turned on Monday without any wind, to the surprise of the man who was painting it.',
];

describe('a second article below the first', () => {
  it('goes, from its title to the next piece of furniture', () => {
    expect(struck(nextArticle, textOf(...ARTICLE, 'Read also', ...NEXT, 'Leave a comment'))).toEqual(NEXT);
  });
});

describe('what is no second article', () => {
  it('a list of teasers with dates', () => {
    expect(
      struck(
        nextArticle,
        textOf(...ARTICLE, 'Read also', 'Windless windmill', '3 May 2031', 'Ferryman paints boat', '4 May 2031'),
      ),
    ).toEqual([]);
  });

  it('the article itself below a list above it', () => {
    expect(struck(nextArticle, textOf('Read also', ...NEXT, ...ARTICLE))).toEqual([]);
  });

  it('one that no heading sets off', () => {
    expect(struck(nextArticle, textOf(...ARTICLE, ...NEXT))).toEqual([]);
  });
});
