import { isTag, isText, type ChildNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { parseDom } from '../../../src/stages/html/dom.js';

const LIMITS = { maxNodes: 1_000, maxDepth: 100 };
const show = (node: ChildNode): string => {
  if (isText(node)) return node.data;
  return isTag(node) ? `${node.name}(${node.children.map(show).join(' ')})` : '';
};
/** The tree in <body>, as tag(children). */
const tree = (html: string): string => {
  const body = parseDom(`<body>${html}`, LIMITS).children.map(show).join(' ');
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
    expect(parseDom('<title>t</title><p>a', LIMITS).children.map(show)).toEqual(['html(head(title(t)) body(p(a)))']);
    expect(parseDom('<head><meta><div>a', LIMITS).children.map(show)).toEqual(['html(head(meta()) body(div(a)))']);
  });

  it('knows where each node stands', () => {
    const source = '<body><p class=x>a &amp; b</p>';
    const find = (nodes: readonly ChildNode[]): string[] =>
      nodes.flatMap((node) => [
        source.slice(node.startIndex ?? 0, (node.endIndex ?? 0) + 1),
        ...(isTag(node) ? find(node.children) : []),
      ]);
    expect(find(parseDom(source, LIMITS).children)).toEqual([source, source, '<p class=x>a &amp; b</p>', 'a &amp; b']);
  });
});
