import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../../src/core/options.js';
import { observe } from '../../../../src/stages/judge/observe.js';
import type { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { layoutOf } from '../../../../src/stages/judge/trees/layout.js';
import { gatherColumns } from '../../../../src/stages/judge/trees/read-trees.js';
import { parseHtml } from '../../../../src/stages/parse-html.js';

const BODY = 'The weir at Oldmere has been shut since Tuesday, and nobody at the water board can say for how long.';

function columnsOf(html: string): Columns {
  const page = parseHtml(html, DEFAULT_OPTIONS);
  const observation = observe(page, [], { source: 'local', url: null, fetchedAt: null, profiles: [] });
  return gatherColumns(observation, layoutOf(page, observation.facts), page.meta.isNews);
}

describe('what relates a block to its page', () => {
  it('is how much of it stands in a longer one: a pull quote', () => {
    const columns = columnsOf(
      `<p>${BODY}</p><blockquote>nobody at the water board can say for how long</blockquote><p>Eels do not mind.</p>`,
    );
    expect([...columns.get('echoInLonger')]).toEqual([0, 1, 0]);
    expect(columns.get('echo')[0]).toBeGreaterThan(0.3);
  });

  it('is how many others begin like it: links to other articles', () => {
    const columns = columnsOf(
      `<p>${BODY}</p><p>Read more on this: eels</p><p>Read more on this: weirs</p><p>Read more on this: rain</p>`,
    );
    expect([...columns.get('sameOpening')]).toEqual([0, 2, 2, 2]);
  });

  it('is whether it says the description below the headline: a standfirst', () => {
    const columns = columnsOf(
      `<meta name="description" content="Eels are seen above the weir at Oldmere again"><meta property="og:title" content="Eels return">
      <h1>Eels return</h1><p>Eels are seen above the weir at Oldmere again</p><p>Photo: Tove Lindqvist</p><p>${BODY}</p>`,
    );
    expect([...columns.get('underHeadline')]).toEqual([0, 1, 1, 0]);
    expect([...columns.get('standfirst')]).toEqual([0, 1, 0, 0]);
  });

  it('is whether it opens with an author named by the metadata: an author box', () => {
    const columns = columnsOf(
      `<meta name="author" content="Tove Lindqvist"><p>${BODY}</p><p>Tove Lindqvist writes about rivers.</p><p>As Tove Lindqvist found, eels stay.</p>`,
    );
    expect([...columns.get('names:author')]).toEqual([0, 1, 1]);
    expect([...columns.get('opens:author')]).toEqual([0, 1, 1]);
  });

  it('is how far it stands from the headline, in blocks and in the tree', () => {
    const columns = columnsOf(
      `<title>Weir shut</title><nav><p>News</p></nav><article><header><h1>Weir shut</h1><p>By day and night</p></header><p>${BODY}</p></article>`,
    );
    expect([...columns.get('isHeadline')]).toEqual([0, 1, 0, 0]);
    expect([...columns.get('sinceHeadline')]).toEqual([40, 0, 1, 2]);
    const [menu, , below, body] = [...columns.get('headlineApart')] as [number, number, number, number];
    expect(below).toBeLessThan(body);
    expect(body).toBeLessThan(menu);
  });

  it('is the how-manieth article it stands in: what a page loads below the first is another one', () => {
    const article = (n: number): string =>
      `<article><h1>Story ${n}</h1>${`<p>${BODY} It is story ${n} of the day.</p>`.repeat(3)}</article>`;
    const columns = columnsOf(article(1) + article(2));
    expect([...columns.get('articleNumber')]).toEqual([1, 1, 1, 1, 2, 2, 2, 2].map((n) => n / 8));
    expect([...columns.get('titlesBefore')]).toEqual([0, 1, 1, 1, 1, 2, 2, 2].map((n) => n / 8));
  });

  it('is whether words of consent notices stand in it or next to it', () => {
    const columns = columnsOf(`<p>We and our partners use cookies.</p><p>Accept all</p><p>${BODY}</p><p>x</p>`);
    expect(columns.get('consentWords')[0]).toBeGreaterThan(0.2);
    expect([...columns.get('consentNear')]).toEqual([2, 2, 2, 0]);
  });
});
