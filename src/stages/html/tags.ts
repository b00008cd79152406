/** What HTML elements are to a reader of text. Lower-case tag names throughout. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a block of text by themselves. */
export const BLOCK_TAGS = set(
  'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li listing main marquee menu nav noframes ol optgroup option p ' +
    'plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
);

/** Elements that hold prose: what stands in them directly is one text, whatever inline elements it is cut into. */
export const PROSE_TAGS = set('p h1 h2 h3 h4 h5 h6 li dt dd td th blockquote figcaption caption pre q');

/** Inline elements that only dress text; two of them side by side may cut one word. */
export const FORMAT_TAGS = set(
  'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small strike strong sub sup tt u var wbr',
);

/** Elements whose text is code, never text of the page. */
export const CODE_TAGS = set('script style');

/** Elements whose text is there for programs, for other browsers or for later: not shown. */
export const UNSHOWN_TAGS = set(
  'amp-consent amp-lightbox amp-sidebar annotation annotation-xml applet audio canvas datalist desc iframe metadata noembed noframes noscript object rp rt ' +
    'rtc template title video',
);

/** Elements laid out by themselves inside a line of text; what they say is no part of the sentence around them. */
export const APART_TAGS = set('button select textarea');

/** Elements without text of their own that part the words beside them. */
export const PARTING_TAGS = set('embed img input hr picture svg math');

/** Elements in which line ends are meant. */
export const PREFORMATTED_TAGS = set('listing plaintext pre xmp');

export const HEADING_TAGS = set('h1 h2 h3 h4 h5 h6');

export const BOLD_TAGS = set('b strong');

/** Custom elements (with a hyphen) are mostly components, laid out as blocks. */
export function isCustomTag(tag: string): boolean {
  return tag.includes('-') && !UNSHOWN_TAGS.has(tag);
}
