import fc from 'fast-check';
import { LISTS } from '../../src/rules/phrases/lists.js';

/** Generated documents: articles and furniture in several scripts, with everything that scrapes have between the letters. */

const SENTENCES: readonly string[] = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar.',
  'Nobody had asked the ferryman, who said that he would have told them to paint the boat first.',
  '“We have carried this valley through two dry years,” the miller said, “and we can carry it through a third.”',
  'Der Gemeinderat hat am Montag beschlossen, die alte Brücke noch ein Jahr lang stehen zu lassen.',
  'Ледовую дорогу открыли на три недели позже обычного, сообщили в районной администрации.',
  'Le marché couvert rouvrira à l’été, a annoncé lundi la mairie, après deux ans de travaux.',
  '군은 지난 6일 폐교를 마을 목공소로 고쳐 다시 문을 열었다고 밝혔다.',
  '三ツ浜市は１日、故障で止まっていた渡し船の運航を４年ぶりに再開した。',
  '停摆三十年的老钟楼17日正午重新敲响，广场上聚集了上千名居民。',
  'عادت المكتبة المتنقلة إلى قرى الجبل بعد انقطاع دام ستة أعوام، وقالت الأمينة إن الطريق لم تُصلح بعد.',
  'سال‌ها بود که کتاب‌خانهٔ روستا بسته بود و بچه‌ها می‌پرسیدند چرا.',
  'गाँव की पुरानी बावड़ी में लगभग सौ साल बाद फिर पानी भर आया है, लोगों ने कहा।',
  'เรือข้ามฟากกลับมาให้บริการอีกครั้งหลังหยุดไปสี่ปี',
];

const FIELD_LINES: readonly string[] = [
  'By Ida Brannigan',
  'Von Annegret Lüdke',
  '3 May 2031, 17:45',
  '2031-05-18 08:30',
  '14 января 2031, 11:20',
  'Photo: Dilys Marrow / Harbour Pictures',
  'CORVARA (AP) — Quarrymen went back to work on Monday.',
  'Editor: Welcome. What does this mean for the region?',
  'Dr. Hargreave: It is a truly pivotal moment for all of us.',
  '© 2031 Example Media. All rights reserved.',
  'Home › News › Local',
  '1,204',
  'T',
];

/** What stands between letters in scrapes: references, invisible debris, decomposed and misread letters, astral characters. */
const ODDITIES: readonly string[] = [
  ...[
    '&amp;',
    '&nbsp;',
    '&#8217;',
    '&#x2014;',
    '&shy;',
    '&zwnj;',
    '&copy 2031',
    'AT&T',
    '&bogus;',
    '&',
    '&lt;b&gt;',
    '&NotEqualTilde;',
  ],
  ...['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u2060', '\ufeff', '\u00a0', '\u3000', '\t', '  '],
  ...['e\u0301', 'e\u0301\u0323', '\u0301', 'क्\u200dष', 'می\u200cروم', '\ufb01n', 'Å', 'Ǆ', '각'],
  ...['Ã©', 'â€™', 'Â\u00a0', 'Ã', 'Ð¿Ñ€Ð¸', '\ufffd'],
  ...['👩‍👩‍👧', '🇺🇦', '👍🏽', '𝔘', '\ud83d', '\udc4d'],
  ...['\u0000', '\u0007', '\u0085', '|', '«', '”', '…', '___', '- ', '1. '],
];

const FURNITURE: readonly string[] = LISTS.flatMap((list) => list.phrases.flatMap((phrase) => phrase.drops));
const ENDINGS: readonly string[] = LISTS.flatMap((list) =>
  list.phrases.filter((phrase) => phrase.kind === 'ending').flatMap((phrase) => phrase.drops),
);

const oneOf = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

const oddities = fc.array(oneOf(ODDITIES), { maxLength: 4 });

/** Puts pieces into a text at places chosen by their index. */
function strew(text: string, pieces: readonly string[], places: readonly number[]): string {
  let out = text;
  pieces.forEach((piece, i) => {
    const at = (places[i] ?? 0) % (out.length + 1);
    out = out.slice(0, at) + piece + out.slice(at);
  });
  return out;
}

const odd = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.boolean(), oddities, fc.array(fc.nat(400), { minLength: 4, maxLength: 4 }))
    .map(([line, plain, pieces, places]) => (plain ? line : strew(line, pieces, places)));

const paragraph = fc.array(oneOf(SENTENCES), { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
/** A paragraph with a notice glued to its end, so that the judge has to cut it. */
const glued = fc
  .tuple(fc.array(oneOf(SENTENCES.slice(0, 3)), { minLength: 4, maxLength: 6 }), oneOf(ENDINGS))
  .map(([sentences, ending]) => `${sentences.join(' ')} ${ending}`);
const anything = fc.string({ unit: 'binary', maxLength: 60 });

/** One line of a document. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: odd(paragraph), weight: 6 },
  { arbitrary: odd(oneOf(FURNITURE)), weight: 5 },
  { arbitrary: odd(oneOf(FIELD_LINES)), weight: 2 },
  { arbitrary: odd(glued), weight: 1 },
  { arbitrary: oneOf(ODDITIES), weight: 1 },
  { arbitrary: anything, weight: 1 },
);

const BREAKS = ['\n', '\n\n', '\n \n', '\r\n', '\r\n\r\n', '\r', '\u2028', '\f', '\n\n\n\n', '\n&nbsp;\n'];

/** Wrapped at a column as wire copy is. */
function wrapAt(text: string, width: number): string {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row].join('\n');
}

/** Lines, some of them again further down, with line breaks of every kind; one in five is wrapped at a column. */
export const plainText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(line, { maxLength: 10 }),
    fc.array(fc.nat(9), { maxLength: 3 }),
    fc.array(oneOf(BREAKS), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(0, 0, 0, 0, 72),
  )
  .map(([lines, again, breaks, width]) => {
    const all = [...lines, ...again.map((i) => lines[i] ?? '')];
    return all
      .map((text, i) => (width > 0 ? wrapAt(text, width) : text) + (breaks[i % breaks.length] ?? '\n'))
      .join('');
  });

const TAGS = [
  ...[
    'p',
    'p',
    'p',
    'div',
    'div',
    'span',
    'a',
    'b',
    'em',
    'h1',
    'h2',
    'ul',
    'ol',
    'li',
    'blockquote',
    'figure',
    'figcaption',
    'article',
    'main',
  ],
  ...[
    'nav',
    'footer',
    'aside',
    'section',
    'header',
    'table',
    'tr',
    'td',
    'th',
    'button',
    'label',
    'form',
    'select',
    'option',
    'pre',
    'ruby',
    'rt',
    'rp',
  ],
  ...[
    'details',
    'summary',
    'noscript',
    'template',
    'iframe',
    'svg',
    'textarea',
    'object',
    'font',
    'center',
    'x-card',
    'dl',
    'dt',
    'dd',
    'time',
    'i',
  ],
];
const ATTRIBUTES = [
  ...[
    '',
    '',
    '',
    ' hidden',
    ' aria-hidden="true"',
    ' style="display:none"',
    ' style="white-space: pre"',
    ' class="sr-only"',
  ],
  ...[
    ' class="article-body"',
    ' id=comments',
    " class='related share'",
    ' href="/a?b=1&copy=2"',
    ' itemprop="headline"',
    ' class="dropcap"',
    ' datetime="2031-05-03"',
  ],
];
const SCRAPS = [
  ...[
    '<br>',
    '<br/><br>',
    '<hr>',
    '<img src=x alt="a picture">',
    '<!-- a comment: <p>not text</p> -->',
    '<!doctype html>',
    '<![CDATA[ x ]]>',
    '<?php echo 1 ?>',
  ],
  ...[
    '<script>var text = "<p>code</p>";</script>',
    '<style>p { color: red }</style>',
    '<input value="x">',
    '</p>',
    '</div>',
    '</table>',
    '</b>',
    '</span></em>',
    '</form>',
  ],
  ...[
    '<p',
    '<',
    '<a href="',
    '</',
    '<1',
    '<td>',
    '<li>',
    '<tr>',
    '<body class=again>',
    '</body>',
    '</article>',
    '<wbr>',
  ],
];

interface Element {
  readonly tag: string;
  readonly attributes: string;
  readonly closed: boolean;
  readonly children: readonly string[];
}

const write = ({ tag, attributes, closed, children }: Element): string =>
  `<${tag}${attributes}>${children.join('')}${closed ? `</${tag}>` : ''}`;

const node = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: line, weight: 5 },
    { arbitrary: oneOf(SCRAPS), weight: 2 },
    { arbitrary: tie('element'), weight: 8 },
  ),
  element: fc
    .record({
      tag: oneOf(TAGS),
      attributes: oneOf(ATTRIBUTES),
      closed: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      children: fc.array(tie('node'), { maxLength: 5 }),
    })
    .map(write),
})).node;

const HEADS = [
  '',
  '<head><title>A title | The Paper</title><meta name="author" content="Ida Brannigan"></head>',
  '<head><meta property="og:title" content="The harbour board met"><style>b{}</style><noscript>no text</noscript></head>',
  '<head><script type="application/ld+json">{"@type":"NewsArticle","headline":"The harbour board met","datePublished":"2031-05-03"}</script></head>',
];

/** Pages with random trees of elements, well nested and not. */
export const htmlPage: fc.Arbitrary<string> = fc
  .tuple(oneOf(HEADS), fc.array(node, { minLength: 1, maxLength: 8 }))
  .map(([head, body]) => `<!doctype html><html>${head}<body><div>${body.join('\n')}</div></body></html>`);
