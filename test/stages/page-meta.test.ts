import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { PageMeta } from '../../src/core/types.js';
import { parseHtml } from '../../src/stages/parse-html.js';

const read = (html: string): PageMeta => parseHtml(html, DEFAULT_OPTIONS).meta;
const withJson = (json: string, rest = ''): PageMeta =>
  read(`<script type="application/ld+json">${json}</script>${rest}`);
const article = (fields: object): string => JSON.stringify({ '@type': 'NewsArticle', ...fields });

describe('JSON-LD', () => {
  it('is read from a single object, with its place of origin', () => {
    const meta = withJson(
      article({
        headline: 'Ferry &amp; bridge reopen',
        datePublished: '2024-03-01T08:00:00+01:00',
        dateModified: '2024-03-02',
        author: [{ '@type': 'Person', name: 'Ann Lee' }, 'Bo Ek'],
        publisher: { name: 'Harbour Times' },
        articleBody: 'The ferry sails.',
        isAccessibleForFree: 'False',
      }),
    );
    expect(meta.headlines[0]).toEqual({ value: 'Ferry & bridge reopen', from: 'json-ld' });
    expect(meta.authors[0]).toEqual({ value: ['Ann Lee', 'Bo Ek'], from: 'json-ld' });
    expect(meta.published[0]).toEqual({ value: '2024-03-01T08:00:00+01:00', from: 'json-ld' });
    expect(meta.modified[0]).toEqual({ value: '2024-03-02', from: 'json-ld' });
    expect(meta.publishers[0]).toEqual({ value: 'Harbour Times', from: 'json-ld' });
    expect(meta.articleBody).toBe('The ferry sails.');
    expect(meta.types).toEqual(['NewsArticle']);
    expect(meta.flags).toEqual(['paywalled']);
  });

  it('is read from a graph, following references', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'Harbour Times' },
        { '@type': ['WebPage'], '@id': '#page', datePublished: '2024-03-05' },
        { '@type': 'Article', headline: 'Ferry', author: { '@id': '#ann' }, mainEntityOfPage: { '@id': '#page' } },
        { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
      ],
    };
    const meta = withJson(JSON.stringify(graph));
    expect(meta.authors).toEqual([{ value: ['Ann Lee'], from: 'json-ld' }]);
    expect(meta.published).toEqual([{ value: '2024-03-05', from: 'json-ld:page' }]);
    expect(meta.publishers).toEqual([{ value: 'Harbour Times', from: 'json-ld:WebSite' }]);
  });

  it('about other pages is not about this one', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Another story' }] };
    expect(withJson(JSON.stringify(list)).headlines).toEqual([]);
  });

  it.each([
    ['a line break in a string', '{"@type":"NewsArticle","headline":"Ferry\nsails"}'],
    ['a comment around it', '<!-- {"@type":"NewsArticle","headline":"Ferry sails"} -->'],
    ['CDATA around it', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Ferry sails"}\n//]]>'],
    ['a comma too many', '{"@type":"NewsArticle","headline":"Ferry sails",}'],
    ['an end that is missing', '{"@type":"NewsArticle","headline":"Ferry sails"'],
  ])('is mended: %s', (_, json) => {
    expect(withJson(json).headlines[0]?.value).toBe('Ferry sails');
  });

  it('that cannot be mended is passed over', () => {
    expect(withJson('{{{ no json', '<title>Ferry</title>').headlines).toEqual([{ value: 'Ferry', from: 'title' }]);
  });
});

describe('the rest of the page', () => {
  it('is read in order of trust', () => {
    const meta = read(
      '<html lang="en_GB"><head><title>Ferry sails | Harbour Times</title><link rel="canonical" href="https://harbour.example/ferry">' +
        '<meta property="og:title" content="Ferry sails"><meta property="og:site_name" content="Harbour Times">' +
        '<meta name="author" content="By Ann Lee, Chief Reporter"><meta property="article:published_time" content="2024-03-01">' +
        '<meta property="og:description" content="It is back."></head><body><h1>Ferry sails <i>again</i></h1>' +
        '<time datetime="2024-03-01T09:00">Today</time><span class="updated-date">Updated 3 March 2024</span></body></html>',
    );
    expect(meta.lang).toBe('en-GB');
    expect(meta.canonicalUrl).toBe('https://harbour.example/ferry');
    expect(meta.headlines.map(({ from }) => from)).toEqual(['og:title', 'h1', 'title']);
    expect(meta.headlines[1]?.value).toBe('Ferry sails again');
    expect(meta.authors).toEqual([{ value: ['Ann Lee'], from: 'meta:author' }]);
    expect(meta.published.map(({ from }) => from)).toEqual(['article:published_time', 'time']);
    expect(meta.modified).toEqual([{ value: 'Updated 3 March 2024', from: 'dated' }]);
    expect(meta.descriptions).toEqual([{ value: 'It is back.', from: 'og:description' }]);
  });

  it('says who wrote it: microdata, links, class names', () => {
    const itemprop = '<p itemprop="author"><span itemprop="name">Ann Lee</span> <i>writes about boats</i></p>';
    expect(read(itemprop).authors[0]).toEqual({ value: ['Ann Lee'], from: 'itemprop:author' });
    expect(read('<a rel="author" href="/ann">Ann Lee</a>').authors[0]).toEqual({
      value: ['Ann Lee'],
      from: 'rel:author',
    });
    const classes = '<h1>Ferry</h1><div class="byline">By<a class="author-name" href="x">Ann Lee</a></div>';
    expect(read(classes).authors).toEqual([{ value: ['Ann Lee'], from: 'byline' }]);
    const comment = '<h1>Ferry</h1><div class="comments"><span class="author-name">Bo Ek</span></div>';
    expect(read(comment).authors).toEqual([]);
  });

  it('does not take reviewers and buttons for authors', () => {
    const authors = (html: string): unknown => read(`<h1>Ferry</h1>${html}`).authors;
    expect(authors('<p class="author">Reviewed by Bo Ek</p>')).toEqual([]);
    expect(authors('<p class="author">Written by Bo Ek</p>')).toEqual([{ value: ['Bo Ek'], from: 'byline' }]);
    expect(authors('<a rel="author" href="/x">View more posts</a>')).toEqual([]);
  });

  it('reads the date of publication under other names', () => {
    const published = (name: string): unknown => read(`<meta name="${name}" content="2024-03-01">`).published;
    for (const name of ['published-date', 'w-published-date', 'datePublished', 'article.published', 'date_published'])
      expect(published(name), name).toEqual([{ value: '2024-03-01', from: `meta:${name.toLowerCase()}` }]);
    for (const name of ['publisher', 'published-by', 'update-date']) expect(published(name), name).toEqual([]);
  });

  it('puts authors that several places name first, the publisher last', () => {
    const meta = withJson(
      article({ author: 'Harbour Times', publisher: { name: 'Harbour Times' } }),
      '<meta name="author" content="Ann Lee"><meta name="dc.creator" content="Bo Ek"><meta name="sailthru.author" content="Bo Ek">' +
        '<meta name="byl" content="By Bo Ek">',
    );
    expect(meta.authors.map(({ value }) => value[0])).toEqual(['Bo Ek', 'Bo Ek', 'Bo Ek', 'Ann Lee', 'Harbour Times']);
  });

  it('leaves an h1 with the logo, in a breadcrumb or a box beside', () => {
    const headlines = (html: string): unknown => read(html).headlines;
    for (const html of [
      '<div class="site-logo"><h1>Quay Notes</h1></div>',
      '<h1><a href="/">Quay Notes</a></h1>',
      '<nav><ul><li><h1>Ferry sails</h1></ul></nav><p>One</p><p>Two</p><p>Three</p><p>Four</p><p>Five</p><p>Six</p><p>Seven</p>',
    ])
      expect(headlines(html)).toEqual([]);
    const kept = [{ value: 'Ferry sails', from: 'h1' }];
    expect(headlines('<h1><a href="/ferry">Ferry sails</a></h1>')).toEqual(kept);
    expect(headlines('<form><h1>Ferry sails</h1><p>The ferry is back.</p></form>')).toEqual(kept);
  });

  it('takes the half of a title that stands on the page, the later one of two', () => {
    const page = (title: string): string =>
      `<title>${title}</title><table><td><b>Quay Weekly</b></td><td><font size=5>Goats at sea</font></td></table>`;
    expect(read(page('Quay Weekly :: Goats at sea')).headlines[0]).toEqual({
      value: 'Goats at sea',
      from: 'title:line',
    });
    expect(read(page('Goats at sea／Quay Weekly')).headlines[0]?.value).toBe('Goats at sea');
    expect(read(page('Goats ahoy :: a history')).headlines).toEqual([
      { value: 'Goats ahoy :: a history', from: 'title' },
    ]);
  });

  it('reads an h2 that says a stated title where the only h1 is in the breadcrumb', () => {
    const head = '<meta property="og:title" content="Harbour: Ferry sails">';
    const crumb = `<nav><h1>Ferry timetable</h1></nav>${'<p>On the quay</p>'.repeat(9)}`;
    const h2s = '<h2>More</h2><h2><span>Harbour</span> <span>Ferry sails</span></h2>';
    expect(read(`${head}${crumb}${h2s}`).headlines).toEqual([
      { value: 'Harbour: Ferry sails', from: 'og:title' },
      { value: 'Harbour Ferry sails', from: 'h2' },
    ]);
    expect(read(`${head}<h1>Ferry sails</h1>${h2s}`).headlines.map(({ from }) => from)).toEqual(['og:title', 'h1']);
  });

  it('does not take an h1 for a second source of itself', () => {
    expect(read('<h1 itemprop="headline">Ferry sails</h1>').headlines).toEqual([{ value: 'Ferry sails', from: 'h1' }]);
    expect(read('<h1>News</h1><p itemprop="headline">Ferry sails</p>').headlines).toEqual([
      { value: 'News', from: 'h1' },
      { value: 'Ferry sails', from: 'itemprop:headline' },
    ]);
  });

  it('is nothing where the page says nothing', () => {
    expect(read('<p>Text</p>')).toMatchObject({
      lang: null,
      canonicalUrl: null,
      headlines: [],
      authors: [],
      published: [],
    });
  });
});
