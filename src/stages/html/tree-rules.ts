import { HEADING_TAGS } from './tags.js';

/** Which tags close which: the parts of the HTML standard's tree construction that decide what a text stands in. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const VOID_TAGS = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** What may stand in <head>; noscript with whatever is in it, as in a browser that runs scripts. */
export const HEAD_TAGS = set('base basefont bgsound link meta title style script noscript template');

/** Start tags that close an open <p>. */
const PARAGRAPH_CLOSERS = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
);

/** Elements that dress text. Their end tags never close a block that was opened inside them. */
const FORMATTING_TAGS = set('a b big code em font i nobr s small strike strong tt u');

/** The standard's "special" elements: an end tag without rules of its own can't close them. */
const SPECIAL_TAGS = set(
  'address applet article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li listing main marquee menu nav noembed noframes noscript object ol p ' +
    'plaintext pre search section select summary table tbody td template tfoot th thead tr ul xmp',
);

/** End tags that close everything inside their element, but for what a barrier protects. */
const CLOSING_TAGS = set(
  'address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer header hgroup ' +
    'li listing main marquee menu nav ol p pre search section summary ul xmp',
);

/** Read as a whole, whatever is broken inside: their end tags close all that was opened in them. */
const CONTAINED_TAGS = set('noscript template iframe object select svg math noembed noframes');

const TABLE_TAGS = set('table caption colgroup tbody thead tfoot tr td th');

/** What an end tag can't reach across. */
const BARRIERS = set('applet caption html iframe marquee noscript object table td template th foreignobject');
const TABLE_BARRIERS = set('html table template noscript');
const PARAGRAPH_BARRIERS = new Set([...BARRIERS, 'button']);
const LIST_BARRIERS = new Set([...BARRIERS, 'ol', 'ul', 'menu', 'dir']);

/** Parts of a table, each with the elements that it stands in: all others inside the table are closed first. */
export const TABLE_PLACES: Readonly<Record<string, ReadonlySet<string>>> = {
  caption: set('table template'),
  colgroup: set('table template'),
  tbody: set('table template'),
  thead: set('table template'),
  tfoot: set('table template'),
  tr: set('table tbody thead tfoot template'),
  td: set('tr table tbody thead tfoot template'),
  th: set('tr table tbody thead tfoot template'),
};

/** HTML that ends an <svg> or <math> it is found in: its end tag is missing. */
const FOREIGN_ENDERS = set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small ' +
    'span strong strike sub sup table tt u ul var',
);
/** Foreign elements that may hold HTML. */
const FOREIGN_WITH_HTML = set('foreignobject desc title annotation-xml mi mo mn ms mtext');

/** What an item of a list is not closed across. */
const ITEM_BARRIERS = new Set([...SPECIAL_TAGS].filter((tag) => tag !== 'address' && tag !== 'div' && tag !== 'p'));

// The same as bits, so that all rules of a tag are looked up at once.
export const VOID = 1;
export const HEAD = 2;
export const PARAGRAPH_CLOSER = 4;
export const FORMATTING = 8;
export const SPECIAL = 16;
export const CLOSING = 32;
export const CONTAINED = 64;
export const TABLE = 128;
export const PLACED = 256;
export const HEADING = 512;
export const FOREIGN_ENDER = 1024;
export const HTML_IN_FOREIGN = 2048;
export const BARRIER = 4096;
export const TABLE_BARRIER = 8192;
export const PARAGRAPH_BARRIER = 16384;
export const LIST_BARRIER = 32768;
export const ITEM_BARRIER = 65536;

const RULES = new Map<string, number>();
for (const [rule, tags] of [
  [VOID, VOID_TAGS],
  [HEAD, HEAD_TAGS],
  [PARAGRAPH_CLOSER, PARAGRAPH_CLOSERS],
  [FORMATTING, FORMATTING_TAGS],
  [SPECIAL, SPECIAL_TAGS],
  [CLOSING, CLOSING_TAGS],
  [CONTAINED, CONTAINED_TAGS],
  [TABLE, TABLE_TAGS],
  [PLACED, Object.keys(TABLE_PLACES)],
  [HEADING, HEADING_TAGS],
  [FOREIGN_ENDER, FOREIGN_ENDERS],
  [HTML_IN_FOREIGN, FOREIGN_WITH_HTML],
  [BARRIER, BARRIERS],
  [TABLE_BARRIER, TABLE_BARRIERS],
  [PARAGRAPH_BARRIER, PARAGRAPH_BARRIERS],
  [LIST_BARRIER, LIST_BARRIERS],
  [ITEM_BARRIER, ITEM_BARRIERS],
] as const)
  for (const tag of tags) RULES.set(tag, (RULES.get(tag) ?? 0) | rule);

/** All that there are rules for. */
export const RULED_TAGS: readonly string[] = [...RULES.keys()];

/** The rules of a tag, as a sum of the above. */
export const rulesOf = (tag: string): number => RULES.get(tag) ?? 0;
