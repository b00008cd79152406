import { describe, expect, it } from 'vitest';
import { authorBox } from '../../src/rules/author-box.js';
import { markedIn, PARAGRAPH } from './html.js';

const BIO = 'Ida Brannigan has written about the sea and its prices since 1998.';

describe('a box about the author', () => {
  it('is known by what its element is called, above the text or below it', () => {
    for (const names of ['author-box', 'post-author-bio', 'about-author', 'authorInfo'])
      expect(
        markedIn(authorBox, `<div class="${names}"><p>Ida Brannigan</p><p>${BIO}</p></div><p>${PARAGRAPH}</p>`),
      ).toEqual([BIO]);
  });

  it('leaves name and date in it to those who read fields', () => {
    expect(markedIn(authorBox, '<div class="author-box"><p>By Ida Brannigan</p><p>3 May 2031</p></div>')).toEqual([]);
  });
});

describe('what is no such box', () => {
  it('text by an author', () => {
    expect(markedIn(authorBox, `<div class="author brannigan"><p>${PARAGRAPH}</p></div>`)).toEqual([]);
    expect(markedIn(authorBox, `<div class="about"><p>${PARAGRAPH}</p></div>`)).toEqual([]);
  });

  it('a page of the author, far below what its body is called', () => {
    const deep = `${'<div>'.repeat(8)}<p>${PARAGRAPH}</p>${'</div>'.repeat(8)}`;
    expect(markedIn(authorBox, `<div class="author-box">${deep}</div>`)).toEqual([]);
  });
});
