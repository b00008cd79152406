import { describe, expect, it } from 'vitest';
import { pictureCaption } from '../../src/rules/picture-caption.js';
import { markedIn, OTHER, PARAGRAPH } from './html.js';

const PICTURE = '<img src="tar.jpg">';
const ARTICLE = `<p>${PARAGRAPH}</p><p>${OTHER}</p>`;
const page = (cell: string): string =>
  `<table><tr><td><h1>Tar doubles</h1>${cell}${ARTICLE}</td><td>News</td></tr></table>`;

describe('a caption', () => {
  it('is all the text of a table that holds a picture, in its cell or in the next', () => {
    for (const inside of [
      `<tr><td>${PICTURE}<br>A barrel on the quay</td></tr>`,
      `<tr><td>${PICTURE}</td></tr><tr><td><font size=1>A barrel on the quay</font></td></tr>`,
    ])
      expect(markedIn(pictureCaption, page(`<table align=right>${inside}</table>`))).toEqual(['A barrel on the quay']);
  });

  it('reads like one, right behind a picture in its element', () => {
    const caption = 'A barrel on the quay. Photo: Dilys Marrow';
    expect(markedIn(pictureCaption, `${ARTICLE}<p>${PICTURE}<br>${caption}</p><p>${OTHER}</p>`)).toEqual([caption]);
  });
});

describe('a text that its class calls a caption', () => {
  it('is one right behind a picture; of a <figcaption> the judge thinks for itself', () => {
    for (const called of [
      `<p>${PICTURE}<em class="legende">A barrel on the quay</em></p>`,
      `<div>${PICTURE}<p class="wp-caption-text">A barrel on the quay</p></div>`,
    ])
      expect(markedIn(pictureCaption, ARTICLE + called)).toEqual(['A barrel on the quay']);
    const figure = `<figure>${PICTURE}<figcaption>A barrel on the quay</figcaption></figure>`;
    expect(markedIn(pictureCaption, ARTICLE + figure)).toEqual([]);
  });
});

describe('what is no caption', () => {
  it('a paragraph behind a picture', () => {
    expect(markedIn(pictureCaption, `<div>${PICTURE}<p>${PARAGRAPH}</p></div><p>${OTHER}</p>`)).toEqual([]);
    expect(markedIn(pictureCaption, `<p>${PICTURE} He painted the boat.</p>${ARTICLE}`)).toEqual([]);
  });

  it('the text of a page that is laid out in a table, or a heading in it', () => {
    expect(markedIn(pictureCaption, page(PICTURE))).toEqual([]);
    expect(markedIn(pictureCaption, page(`<table><tr><td>${PICTURE}<h2>The ferry</h2></td></tr></table>`))).toEqual([]);
  });
});
