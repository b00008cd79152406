import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/stages/html/tokenizer.js';

type Token = readonly [kind: string, ...parts: unknown[]];

/** A start tag that the page's end leaves open is dropped, whatever was told of it. */
const withoutOpenTag = (tokens: readonly Token[]): readonly Token[] => {
  const start = tokens.findLastIndex(([kind]) => kind !== 'attribute');
  return tokens[start]?.[0] === 'start' ? tokens.slice(0, start) : tokens;
};

const tokensOf = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  tokenize(source, {
    startTag: (start, end) => tokens.push(['start', start, end]),
    attribute: (start, end, from, to) => tokens.push(['attribute', start, end, source.slice(from, to)]),
    startTagEnd: (selfClosing) => tokens.push(['open', selfClosing]),
    endTag: (start, end) => tokens.push(['end', start, end]),
    text: (start, end) => tokens.push(['text', start, end]),
  });
  return withoutOpenTag(tokens);
};

const theirTokens = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  let name: readonly [number, number] = [0, 0];
  let value = '';
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => tokens.push(['start', start, end]),
      onattribname: (start, end) => {
        name = [start, end];
        value = '';
      },
      onattribdata: (start, end) => {
        value += source.slice(start, end);
      },
      onattribend: () => tokens.push(['attribute', ...name, value]),
      onopentagend: () => tokens.push(['open', false]),
      onselfclosingtag: () => tokens.push(['open', true]),
      onclosetag: (start, end) => tokens.push(['end', start, end]),
      // A tag that the page's end leaves open is told as a text that begins nowhere.
      ontext: (start, end) => {
        if (start >= 0) tokens.push(['text', start, end]);
      },
      ...{ oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing },
      ...{ onattribentity: nothing, ontextentity: nothing, onend: nothing },
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return withoutOpenTag(tokens);
};

/** What decides how a page is cut, and beginnings of it. */
const PIECES = (
  '< > / = ! ? - -- " \' [ s S t x c a b é ’ </ <s <sc <ti </titl --> <!-- <![CDATA[ ]]> <!d> <?x?> &amp; script SCRIPT style title ' +
  'xitle xmp textarea <script> </script> </Script <style </style> <title> </title> <xitle> <p> </p>'
)
  .split(' ')
  .concat(' ', '\n', '\0', '<a href="x">');

describe('tokenize', () => {
  it('tells tags, attributes and texts by their places', () => {
    expect(tokensOf('<p class="x y" id=z hidden>a<br/>b</p>')).toEqual([
      ['start', 1, 2],
      ['attribute', 3, 8, 'x y'],
      ['attribute', 15, 17, 'z'],
      ['attribute', 20, 26, ''],
      ['open', false],
      ['text', 27, 28],
      ['start', 29, 31],
      ['open', true],
      ['text', 33, 34],
      ['end', 36, 37],
    ]);
  });

  it('takes what is in a script for text, up to its end tag', () => {
    const source = 'a<script>"<p>"</script >b';
    const texts = tokensOf(source).filter(([kind]) => kind === 'text');
    expect(texts.map(([, start, end]) => source.slice(start as number, end as number))).toEqual(['a', '"<p>"', 'b']);
  });

  it.each([
    'a < b',
    'a <3 b',
    '</>',
    '< p>',
    'a<',
    'a</ ',
    '<!',
    '<!-',
    '<!--a',
    '<?a',
    '</3 a',
    '<scri',
    '<p a="',
    '<p a',
  ])('cuts %s as htmlparser2 does', (source) => {
    expect(tokensOf(source)).toEqual(theirTokens(source));
  });

  it('cuts whatever is broken as htmlparser2 does', () => {
    const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(page, (source) => {
        expect(tokensOf(source)).toEqual(theirTokens(source));
      }),
      { numRuns: 5_000 },
    );
  });
});
