/** Which tags close which: the parts of the HTML standard's tree construction that decide what a text stands in. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const VOID_TAGS = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** What may stand in <head>; noscript with whatever is in it, as in a browser that runs scripts. */
export const HEAD_TAGS = set('base basefont bgsound link meta title style script noscript template');

/** Start tags that close an open <p>. */
export const PARAGRAPH_CLOSERS = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header ' +
    'hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
);

/** Elements that dress text. Their end tags never close a block that was opened inside them. */
export const FORMATTING_TAGS = set('a b big code em font i nobr s small strike strong tt u');

/** The standard's "special" elements: an end tag without rules of its own can't close them. */
export const SPECIAL_TAGS = set(
  'address applet article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe li listing main marquee menu nav noembed noframes noscript object ol p ' +
    'plaintext pre search section select summary table tbody td template tfoot th thead tr ul xmp',
);

/** End tags that close everything inside their element, but for what a barrier protects. */
export const CLOSING_TAGS = set(
  'address applet article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer header hgroup ' +
    'li listing main marquee menu nav ol p pre search section summary ul xmp',
);

/** Read as a whole, whatever is broken inside: their end tags close all that was opened in them. */
export const CONTAINED_TAGS = set('noscript template iframe object select svg math noembed noframes');

export const TABLE_TAGS = set('table caption colgroup tbody thead tfoot tr td th');

/** What an end tag can't reach across. */
export const BARRIERS = set('applet caption html iframe marquee noscript object table td template th foreignobject');
export const TABLE_BARRIERS = set('html table template noscript');
export const PARAGRAPH_BARRIERS = new Set([...BARRIERS, 'button']);
export const LIST_BARRIERS = new Set([...BARRIERS, 'ol', 'ul', 'menu', 'dir']);

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
export const FOREIGN_ENDERS = set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small ' +
    'span strong strike sub sup table tt u ul var',
);
/** Foreign elements that may hold HTML. */
export const HTML_IN_FOREIGN = set('foreignobject desc title annotation-xml mi mo mn ms mtext');
