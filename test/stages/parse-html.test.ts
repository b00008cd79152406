import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentError, UsageError } from '../../src/core/errors.js';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { Page } from '../../src/core/types.js';
import { EVIDENCE_NAMES } from '../../src/stages/html/evidence/evidence-columns.js';
import { parseHtml } from '../../src/stages/parse-html.js';

const parse = (html: string): Page => parseHtml(html, DEFAULT_OPTIONS);
const texts = (html: string): string[] => parse(html).blocks.map((block) => block.text);
const kinds = (html: string): string[] => parse(html).blocks.map((block) => `${block.kind}: ${block.text}`);

describe('blocks', () => {
  it('are what block elements part and inline elements keep together', () => {
    expect(
      texts('<div>Loose <b>text</b><h2>A <i>head</i>ing</h2><p>One <a href=x>link</a>, one sentence.<p>Two</div>tail'),
    ).toEqual(['Loose text', 'A heading', 'One link, one sentence.', 'Two', 'tail']);
  });

  it('end at a double line break, not at a single one', () => {
    expect(texts('<p>First verse,<br>second verse<br><br>Next stanza<br>&nbsp;<br>Last</p>')).toEqual([
      'First verse, second verse',
      'Next stanza',
      'Last',
    ]);
  });

  it('end at a single line break between items, links, indented paragraphs and around a heading in bold', () => {
    expect(texts('<p>1. Tea<br>2. Milk<br>3. Salt</p>')).toEqual(['1. Tea', '2. Milk', '3. Salt']);
    expect(texts('<div><a href=a>Home</a><br><a href=b>Sport</a></div>')).toEqual(['Home', 'Sport']);
    expect(texts('<div>\u3000\u3000一行目です<br>\u3000\u3000二行目です</div>')).toEqual(['一行目です', '二行目です']);
    expect(texts('<p><strong>The bridge</strong><br>It is closed.</p>')).toEqual(['The bridge', 'It is closed.']);
  });

  it('are named by what they are', () => {
    expect(
      kinds(
        '<h1>Title</h1><ul><li>Item</ul><blockquote><p>Said</blockquote><figure><img><figcaption>Ferry</figcaption></figure>' +
          '<table><tr><th>Year<th>Boats<tr><td>1990<td>12</table><pre>one\ntwo</pre><p>Text',
      ),
    ).toEqual([
      'heading: Title',
      'list-item: Item',
      'quote: Said',
      'caption: Ferry',
      'table: Year Boats',
      'table: 1990 12',
      'preformatted: one',
      'preformatted: two',
      'paragraph: Text',
    ]);
  });

  it('of tables that lay out a page are those of their cells', () => {
    const layout =
      '<table><tr><td>Home<td>Contact</tr><tr><td><a href=a>Sport</a></td>' +
      `<td><p>${'The ferry sails again on Monday. '.repeat(9)}<p>${'The harbour office said so. '.repeat(9)}</td></tr></table>`;
    expect(kinds(layout)).toHaveLength(5);
    expect(kinds(layout).every((kind) => kind.startsWith('paragraph'))).toBe(true);
  });

  it('decode references, even unfinished ones, and leave what is none', () => {
    expect(texts('<p>Fish &amp; chips&nbsp;&#8211; &pound;5 &copy 2020 AT&T a < b</p>')).toEqual([
      'Fish & chips – £5 © 2020 AT&T a < b',
    ]);
  });

  it('decode what was escaped twice, but not the one reference that a text speaks of', () => {
    expect(texts('<p>Bolt &amp;amp; Sons</p><p>We&amp;#8217;ve &amp;quot;sold&amp;quot; &lt;all&gt;</p>')).toEqual([
      'Bolt & Sons',
      'We’ve "sold" <all>',
    ]);
    expect(texts('<p>Write &amp;amp; for an ampersand</p>')).toEqual(['Write &amp; for an ampersand']);
  });

  it('part what style sheets part: links and fields side by side, but no word cut by formatting', () => {
    expect(texts('<nav><a href=a>News</a><a href=b>Sport</a></nav>')).toEqual(['News Sport']);
    expect(texts('<div><span class=by>By</span><span class=name>Ann Lee</span></div>')).toEqual(['By Ann Lee']);
    expect(texts('<p><span>bro</span><span>ken</span> w<b>or</b>d</p>')).toEqual(['broken word']);
    expect(texts('<p><span class="dropcap">N</span> <span>ight fell.</span></p>')).toEqual(['Night fell.']);
  });

  it('hold what is hidden, apart from what is seen', () => {
    const page = parse(
      '<body>' +
        '<p>All of this is seen by readers, <span class="sr-only">opens in a new window</span>and there is enough of it.</p>' +
        '<div style="display: none"><p>Not shown</p></div><noscript>Enable it</noscript><template>Later</template></body>',
    );
    expect(page.blocks.map((block) => [block.text, block.markup?.visible])).toEqual([
      ['All of this is seen by readers, and there is enough of it.', true],
      ['opens in a new window', false],
      ['Not shown', false],
      ['Enable it', false],
      ['Later', false],
    ]);
  });

  it('are not hidden by what would leave the page empty', () => {
    const page = parse(
      `<body><div style="visibility:hidden"><p>${'The whole article. '.repeat(20)}</p></div>Menu</body>`,
    );
    expect(page.blocks[0]?.markup?.visible).toBe(true);
  });

  it('keep a sentence whole when buttons and ruby readings stand in it', () => {
    const page = parse(
      '<p>The boat<button>Share</button>sails, <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字 too and on.</p>',
    );
    expect(page.blocks.map((block) => block.text)).toEqual(['The boat sails, 漢字 too and on.', 'Share', '(かん)']);
  });

  it('know where they stand: path, names, share of links', () => {
    const [block] = parse(
      '<main class="articleBody"><div id="post-text"><p>See <a href=x>this</a></p></div></main>',
    ).blocks;
    expect(block?.markup?.path).toEqual(['html', 'body', 'main', 'div', 'p']);
    expect(block?.markup?.names).toEqual(['post', 'text', 'article', 'body']);
    expect(block?.markup?.linkDensity).toBeCloseTo(4 / 7, 5);
    expect(block?.markup?.tag).toBe('p');
  });
});

describe('evidence', () => {
  const page = parse(
    '<nav class="site-nav"><ul><li><a href=a>News</a></li><li><a href=b>Sport</a></li></ul></nav>' +
      `<article><h1>Ferry</h1>${'<p>The ferry sails again on Monday morning, the harbour office said today.</p>'.repeat(6)}</article>` +
      '<div class="related-posts"><a href=c>Another story about boats</a></div>',
  );
  const evidence = (text: string): Readonly<Record<string, number>> =>
    page.blocks.find((block) => block.text.startsWith(text))?.markup?.evidence ?? {};

  it('tells the article from what is around it', () => {
    expect(evidence('The ferry')).toMatchObject({ halfIn: 1, mostIn: 1, denseIn: 1, inArticle: 1, prose: 1, links: 0 });
    expect(evidence('News')).toMatchObject({ halfIn: 0, halfBefore: 1, inNavigation: 1, links: 1 });
    expect(evidence('Another')).toMatchObject({ halfIn: 0, halfAfter: 1, nameRelated: 1, afterH1: 1 });
  });

  it('is numbers from 0 to 1', () => {
    for (const block of page.blocks) {
      for (const name of EVIDENCE_NAMES) {
        const value = block.markup?.evidence[name];
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('Page', () => {
  const source =
    '<!doctype html><title>x</title><p>Caf&eacute; <b>au</b>\n lait</p><div class="ad x"><p>Buy &lt;now&gt;</p></div>';
  const page = parse(source);

  it('joins its blocks, one a line', () => {
    expect(page.text).toBe('Café au lait\nBuy <now>');
    for (const block of page.blocks) expect(page.text.slice(block.span.start, block.span.end)).toBe(block.text);
  });

  it('leads from a place in the text back to the source', () => {
    const place = page.sourceOf(page.locate(0, 0, 4));
    expect(source.slice(place.start, place.end)).toBe('Caf&eacute;');
    const words = page.sourceOf(page.locate(0, 5, 12));
    expect(source.slice(words.start, words.end)).toBe('au</b>\n lait');
    const block = page.blocks[1];
    expect(source.slice(block?.source.start, block?.source.end)).toBe('Buy &lt;now&gt;');
    const both = page.sourceOf({ start: 0, end: page.text.length });
    expect(source.slice(both.start, both.end)).toMatch(/^Caf.*&gt;$/s);
  });

  it('finds the blocks inside the elements that a selector matches', () => {
    expect(page.select('.ad')).toEqual([1]);
    expect(page.select('body p')).toEqual([0, 1]);
    expect(page.select('b')).toEqual([]);
    expect(() => page.select('p[')).toThrow(UsageError);
    expect(() => page.select('p[')).toThrow('p[');
  });

  it('selects by any attribute: of two of a name by the first, of a second <body> by what it adds', () => {
    const two = parse(
      '<body class="news"><p data-role="x" data-role="y" __proto__="z">One</p><body class="shop" id="top"><p>Two</p>',
    );
    expect(two.select('[data-role=x]')).toEqual([0]);
    expect(two.select('[data-role=y]')).toEqual([]);
    expect(two.select('body.news#top > p')).toEqual([0, 1]);
    expect(two.select('.shop')).toEqual([]);
  });

  it('takes further edits, to its text and to what it says of itself', () => {
    const repairs = (text: string, start: number, end: number): { start: number; end: number; text: string }[] => {
      const at = text.slice(start, end).indexOf('Ã©');
      return at < 0 ? [] : [{ start: start + at, end: start + at + 2, text: 'é' }];
    };
    const repaired = parseHtml('<title>cafÃ©</title><p>&lt;cafÃ©&gt;</p>', DEFAULT_OPTIONS, repairs);
    expect(repaired.text).toBe('<café>');
    expect(repaired.meta.headlines[0]?.value).toBe('café');
    expect(repaired.flags).toEqual(['mojibake-repaired']);
    expect(parseHtml('<title>cafÃ©</title><p>tea', DEFAULT_OPTIONS, repairs).flags).toEqual(['mojibake-repaired']);
    expect(parseHtml('<title>café</title><p>tea', DEFAULT_OPTIONS, repairs).flags).toEqual([]);
  });

  it.each(['<br/', '<br /', '</p ', '</p x', '<p class="a"', '</', '<'])(
    'takes an end within a tag for markup: %s',
    (end) => {
      const { blocks } = parse(`<p>The ferry was late.</p>${end}`);
      expect(blocks.map(({ text }) => text)).toEqual(
        end === '<' || end === '</' ? ['The ferry was late.', end] : ['The ferry was late.'],
      );
      for (const { source } of blocks) expect(source.start).toBeGreaterThanOrEqual(0);
    },
  );

  it('refuses what is too large', () => {
    const deep = '<div>'.repeat(5_000);
    expect(() => parse(deep)).toThrow(DocumentError);
    expect(() => parseHtml('<p>a<p>b<p>c', { ...DEFAULT_OPTIONS, maxNodes: 5 })).toThrow(/maxNodes/);
  });
});

describe('nothing is lost', () => {
  const letters = (text: string): string =>
    Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''))
      .sort()
      .join('');
  const tag = fc.constantFrom(
    ...[
      'p',
      'div',
      'b',
      'a',
      'span',
      'table',
      'tr',
      'td',
      'li',
      'ul',
      'noscript',
      'button',
      'h1',
      'pre',
      'ruby',
      'rt',
      'br',
      'form',
      'svg',
      'x-y',
    ],
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      'one ',
      'two',
      ' three.',
      '\n',
      '&nbsp;',
      'a < b ',
      '<p hidden>',
      '<br><br>',
      '&eacute;',
      '<!-- no -->',
    ),
  );

  it('whatever the markup: every letter is in exactly one block, and blocks begin in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = parse(`<body>${pieces.join('')}`);
        const written = pieces
          .filter((part) => !/^<[/a-z!]/i.test(part))
          .map((part) => (part === '&eacute;' ? 'é' : part));
        expect(letters(page.text.replaceAll('&nbsp;', ''))).toBe(letters(written.join('').replaceAll('&nbsp;', '')));
        let before = -1;
        for (const block of page.blocks) {
          expect(block.source.start).toBeGreaterThan(before);
          before = block.source.start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in linear time', () => {
    const hostile = ['<b>', '<p><b>', '<table><tr><td>', '<a><div></a>', '<li><ul>', '</p>', 'x<br>', '<svg><p>'];
    for (const part of hostile) {
      const html = '<div>'.repeat(300) + part.repeat(10_000);
      const start = performance.now();
      try {
        parseHtml(html, DEFAULT_OPTIONS);
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentError);
      }
      expect(performance.now() - start, part).toBeLessThan(5_000);
    }
  });
});
