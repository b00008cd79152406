import type { Chance } from '../../src/bench/chance.js';

/** What breaks parsers: halves of tags, references and characters, and what ends things early. */
const TOKENS = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '<!DOCTYPE',
    '"',
    "'",
    '=',
    '&',
    '&#',
    '&#x0;',
    '&#xD800;',
  ],
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table><tr><td>',
    '</table>',
    '<script>',
    '</script>',
    '<style>',
    '<title>',
    '<svg>',
  ],
  ...[
    '<textarea>',
    '<template>',
    '<noscript>',
    '<article>',
    '</article>',
    '<body>',
    '</html>',
    '<h1>',
    '<a href=',
    '<br>',
    '<li>',
  ],
  ...[
    '<meta charset=utf-16>',
    '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":',
    '<time datetime="',
  ],
  ...[
    '\0',
    '\u0007',
    '\u001b[2K',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ufffe',
    '\u202e',
    '\u200b',
    '\u0301',
    '\r',
    '\n\n',
    '\t',
  ],
  ...['\r\n\r\n', 'Content-Length: 99999999999\r\n', 'WARC/1.0\r\n', '{"text":', '\\ud800', '[]', 'null'],
].map((token) => Buffer.from(token));

const LONGEST_REPEAT = 2000;

type Mutation = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const cut = (bytes: Buffer, chance: Chance): readonly [number, number] => {
  const start = chance.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + chance.rank(bytes.length + 1) + 1)];
};

const MUTATIONS: readonly Mutation[] = [
  function flip(bytes, chance) {
    const copy = Buffer.from(bytes);
    for (let i = 0; i <= chance.below(20); i++)
      if (copy.length > 0) copy[chance.below(copy.length)] = chance.below(256);
    return copy;
  },
  function remove(bytes, chance) {
    const [start, end] = cut(bytes, chance);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  function repeat(bytes, chance) {
    const [start, end] = cut(bytes, chance);
    const piece = bytes.subarray(start, Math.min(end, start + 400));
    const times = 1 + chance.rank(LONGEST_REPEAT);
    return Buffer.concat([bytes.subarray(0, end), ...Array.from({ length: times }, () => piece), bytes.subarray(end)]);
  },
  function insert(bytes, chance) {
    let copy = bytes;
    for (let i = 0; i <= chance.below(12); i++) {
      const at = chance.below(copy.length + 1);
      copy = Buffer.concat([copy.subarray(0, at), chance.of(TOKENS), copy.subarray(at)]);
    }
    return copy;
  },
  function swap(bytes, chance) {
    const [start, end] = cut(bytes, chance);
    return Buffer.concat([bytes.subarray(end), bytes.subarray(start, end), bytes.subarray(0, start)]);
  },
  function truncate(bytes, chance) {
    return bytes.subarray(0, chance.below(bytes.length + 1));
  },
  function splice(bytes, chance, other) {
    const [start, end] = cut(other, chance);
    const at = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at)]);
  },
];

/** Changes bytes in one to three ways, as chance has it. `other` is what pieces are taken from. */
export function mutate(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  let mutated = bytes;
  for (let i = 0; i <= chance.below(3); i++) mutated = chance.of(MUTATIONS)(mutated, chance, other);
  return mutated;
}

/** Bytes without any order. */
export function randomBytes(chance: Chance): Buffer {
  return Buffer.from(Array.from({ length: chance.rank(4000) }, () => chance.below(256)));
}

const NAMES =
  'html head body div p span a ul li table tr td h1 h2 article section nav aside figure figcaption time b br img form'.split(
    ' ',
  );
const ATTRIBUTES =
  'class id href hidden itemprop="articleBody" datetime role style="display:none" aria-hidden="true"'.split(' ');
const WORDS = 'the ferry was late on Monday and nobody said why; Share Read more © 2031 By Ada Weber, 12.'.split(' ');

/** Markup that follows a grammar of its own, hardly ever that of HTML. */
export function randomMarkup(chance: Chance): Buffer {
  let html = '';
  for (let size = 1 + chance.rank(800); size > 0; size--) {
    const kind = chance.next();
    const name = chance.of(NAMES);
    if (kind < 0.35) html += `<${name}${chance.next() < 0.3 ? ` ${chance.of(ATTRIBUTES)}="${chance.of(WORDS)}"` : ''}>`;
    else if (kind < 0.6) html += `</${name}>`;
    else if (kind < 0.93) html += Array.from({ length: 1 + chance.below(25) }, () => chance.of(WORDS)).join(' ');
    else html += chance.of(TOKENS).toString('latin1');
  }
  return Buffer.from(html);
}
