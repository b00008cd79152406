import { describe, expect, it } from 'vitest';
import { attributesAt, isTextAt, textAt, type Outline } from '../../../src/stages/html/outline.js';
import { parseDom } from '../../../src/stages/html/dom.js';

const LIMITS = { maxNodes: 1_000, maxDepth: 100 };
const show = (outline: Outline, at: number): string =>
  isTextAt(outline, at) ? textAt(outline, at) : `${outline.tags[at] ?? ''}(${childrenOf(outline, at)})`;
const childrenOf = (outline: Outline, parent: number): string =>
  outline.parent.flatMap((above, at) => (above === parent ? show(outline, at) : [])).join(' ');
const wholeTree = (html: string): string => childrenOf(parseDom(html, LIMITS), -1);
/** The tree in <body>, as tag(children). */
const tree = (html: string): string => {
  const body = wholeTree(`<body>${html}`);
  return /^html\(body\((.*)\)\)$/s.exec(body)?.[1] ?? body;
};

describe('parseDom', () => {
  it('closes what end tags were left out for', () => {
    expect(tree('<p>a<p>b<div>c</div>d')).toBe('p(a) p(b) div(c) d');
    expect(tree('<ul><li>a<ul><li>b</ul><li>c</ul>')).toBe('ul(li(a ul(li(b))) li(c))');
    expect(tree('<table><tr><td>a<td>b<tr><th>c</table>d')).toBe('table(tr(td(a) td(b)) tr(th(c))) d');
    expect(tree('<dl><dt>a<dd>b<dt>c</dl>')).toBe('dl(dt(a) dd(b) dt(c))');
    expect(tree('<p><b>a<p>c')).toBe('p(b(a)) p(c)');
  });

  it('lets an end tag close no more than it may', () => {
    expect(tree('<div><span><div>a</span>b</div>c</div>d')).toBe('div(span(div(a b) c)) d');
    expect(tree('<td>a</td><table><tr><td>b</div></p>c</table>')).toBe('a table(tr(td(b c)))');
    expect(tree('<form><div>a</form>b</div>')).toBe('form(div(a b))');
    expect(tree('<noscript><div>a</noscript>b')).toBe('noscript(div(a)) b');
    expect(tree('</div>a</section>')).toBe('a');
  });

  it('moves a block out of the formatting that ends inside it', () => {
    expect(tree('<a href=x><div>a</a>b</div>c')).toBe('a() div(a b) c');
  });

  it('goes on with the body after its end, and takes no second one', () => {
    expect(tree('<div>a</body></html>b<body><html>c</div>')).toBe('div(a b c)');
  });

  it('supplies html, head and body', () => {
    expect(wholeTree('<title>t</title><p>a')).toBe('html(head(title(t)) body(p(a)))');
    expect(wholeTree('<head><meta><div>a')).toBe('html(head(meta()) body(div(a)))');
  });

  it('knows where each text stands, and reads it decoded', () => {
    const source = '<body><p class=x>a &amp; b</p>c < d';
    const outline = parseDom(source, LIMITS);
    const texts = outline.tags.flatMap((tag, at) => (tag === '' ? at : []));
    expect(texts.map((at) => source.slice(outline.starts[at], outline.ends[at]))).toEqual(['a &amp; b', 'c < d']);
    expect(texts.map((at) => textAt(outline, at))).toEqual(['a & b', 'c < d']);
  });

  it('counts what stands in an element', () => {
    const { tags, parent, last, depth } = parseDom('<html><body><ul><li>a<li>b</ul>', LIMITS);
    expect(tags).toEqual(['html', 'body', 'ul', 'li', '', 'li', '']);
    expect(parent).toEqual([-1, 0, 1, 2, 3, 2, 5]);
    expect(last).toEqual([6, 6, 6, 4, 4, 6, 6]);
    expect(depth).toEqual([0, 1, 2, 3, 4, 3, 4]);
  });

  it('reads the attributes that are asked for, each once, or all as they stand, whatever their case', () => {
    const html = `<p CLASS="a &amp; b" class=c data-x=1 HREF='/y' hidden>`;
    const attributes = (every: boolean): readonly string[] => {
      const outline = parseDom(html, LIMITS, every);
      return attributesAt(outline, outline.tags.indexOf('p'));
    };
    expect(attributes(false)).toEqual(['class', 'a & b', 'href', '/y', 'hidden', '']);
    const all = ['class', 'a & b', 'class', 'c', 'data-x', '1', 'href', '/y', 'hidden', ''];
    expect(attributes(true)).toEqual(all);
  });
});
