import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../src/core/options.js';
import { parseHtml } from '../../../../src/stages/parse-html.js';

/** What the blocks of a page know of the pictures around them. */
const evidenceOf = (html: string, name: string): (number | undefined)[] =>
  parseHtml(html, DEFAULT_OPTIONS).blocks.map((block) => block.markup?.evidence[name]);

const CAPTION = '<div><div><img src="boat.jpg"></div><p>The boat, unpainted</p></div>';
const BODY = '<p>The board met on Tuesday.</p><p>It spoke until midnight.</p>';

describe('a caption', () => {
  it('shares a small element with a picture, whatever its class is called', () => {
    const [caption, ...body] = evidenceOf(`<main>${CAPTION}${BODY}</main>`, 'mediaBefore');
    expect(caption).toBeGreaterThan(0.9);
    expect(body).toEqual([0, 0]);
  });

  it('may stand above the picture', () => {
    const near = evidenceOf(`<main><div><p>The boat</p><img src="boat.jpg"></div>${BODY}</main>`, 'mediaAfter');
    expect(near[0]).toBeGreaterThan(0.9);
    expect(near.slice(1)).toEqual([0, 0]);
  });
});

describe('running text', () => {
  it('behind a picture is farther from it than the caption', () => {
    const [first] = evidenceOf(`<main><div><div><img src="boat.jpg"></div></div>${BODY}</main>`, 'mediaBefore');
    expect(first).toBeCloseTo(11 / 12);
  });

  it('of a page without pictures has none near', () => {
    expect(evidenceOf(`<main>${BODY}</main>`, 'grandMedia')).toEqual([0, 0]);
  });

  it('stands in a parent with so many of twelve', () => {
    expect(evidenceOf(`<main><img><p>The <b>board</b> met.</p><img><img></main>`, 'parentMedia')).toEqual([3 / 12]);
  });
});
