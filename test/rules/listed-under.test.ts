import { describe, expect, it } from 'vitest';
import { listedUnder } from '../../src/rules/listed-under.js';
import { markedIn, PARAGRAPH } from './html.js';
import { marksOf, struck, textOf } from './marks.js';

const ITEMS = ['1. Tar doubles in price', '2. Ferryman paints boat', '3. Nobody asked, says ferryman'];
const BULLETS = ['• Tar doubles in price', '• Ferryman paints boat'];
const SENTENCE = 'The board met on Tuesday.';

describe('a list under a heading that heads lists of other articles', () => {
  it('goes, to its end', () => {
    expect(struck(listedUnder, textOf(SENTENCE, 'Most read', ...ITEMS, SENTENCE))).toEqual(ITEMS);
    expect(struck(listedUnder, textOf(SENTENCE, 'You may also like', ...BULLETS, SENTENCE))).toEqual(BULLETS);
  });

  it('goes for the reason of its heading', () => {
    const reasons = marksOf(listedUnder, textOf('Most read', ...ITEMS)).map(
      (mark) => mark.claim === 'drop' && mark.reason,
    );
    expect(new Set(reasons).size).toBe(1);
    expect(['related', 'navigation']).toContain(reasons[0]);
  });
});

describe('a list of links under such a heading', () => {
  const list = (item: (title: string) => string): string =>
    `<p>${PARAGRAPH}</p><div>Most read</div><ul>${['Tar doubles', 'Rope follows'].map(item).join('')}</ul>`;

  it('goes, though nothing numbers it', () => {
    expect(
      markedIn(
        listedUnder,
        list((title) => `<li><a href="/a">${title}</a></li>`),
      ),
    ).toEqual(['Tar doubles', 'Rope follows']);
  });

  it('stays where its items are no links', () => {
    expect(
      markedIn(
        listedUnder,
        list((title) => `<li>${title}, says the <a href="/a">board</a></li>`),
      ),
    ).toEqual([]);
  });
});

describe('a list that is the article’s', () => {
  it('stands under a heading of its own', () => {
    expect(struck(listedUnder, textOf('What the board wants', ...ITEMS))).toEqual([]);
  });

  it('goes on behind a box', () => {
    expect(struck(listedUnder, textOf('1. Paint the boat', 'Most read', '2. Tar the boat', '3. Launch it'))).toEqual(
      [],
    );
  });

  it('goes on behind a line that names the article it leads to', () => {
    expect(struck(listedUnder, textOf(SENTENCE, 'Read also: The rope that nobody tied', ...ITEMS))).toEqual([]);
    expect(struck(listedUnder, textOf(SENTENCE, 'Read also:', ...BULLETS))).toEqual(BULLETS);
  });

  it('does not stand right below the heading', () => {
    expect(struck(listedUnder, textOf('Most read', SENTENCE, ...BULLETS))).toEqual([]);
  });
});
