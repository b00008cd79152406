import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';

/** An encoding that somebody said the document has. */
export interface Declaration {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  readonly from: 'transport' | 'meta';
}

/** Names that servers send and the WHATWG list lacks; all seen in the wild, none of them ambiguous. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['utf8mb4', 'utf-8'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['windows-936', 'gbk'],
  ['cp950', 'big5'],
  ['big5hkscs', 'big5'],
  ['cp874', 'windows-874'],
  ['latin-1', 'windows-1252'],
  ['win-1250', 'windows-1250'],
  ['win1250', 'windows-1250'],
  ['win-1251', 'windows-1251'],
  ['win1251', 'windows-1251'],
  ['windows1251', 'windows-1251'],
  ['windows1252', 'windows-1252'],
]);

/** The WHATWG name of a label, lower case; null for labels that name no encoding we can read. */
export function encodingOf(label: string): string | null {
  const name = normalizeEncoding(label) ?? OTHER_NAMES.get(label.trim().toLowerCase()) ?? null;
  if (name === null || name === 'replacement') return null;
  return name === 'x-user-defined' ? 'windows-1252' : name;
}

const HEADER_CHARSET = /charset\s{0,8}=\s{0,8}["']?([^"';,\s]{1,40})/i;
const XML_ENCODING = /^\s{0,100}<\?xml\s[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})/i;
const META_TAG = /<meta[\s/][^>]{0,1000}/gi;
const META_CHARSET = /charset\s{0,8}=["'\s]{0,8}([\w.:-]{1,40})/i;
/** Other metas may hold "charset=" too: in a description, or in the address of a redirection. */
const OTHER_META = /\s(?:name|property|itemprop)\s{0,8}=|http-equiv\s{0,8}=["'\s]{0,8}(?!content-type)[a-z]/i;

/** Bytes searched for a declaration inside the document: browsers stop at 1024, but many a long head comes first. */
const PRESCAN = 16_384;

function withoutComments(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    if (start < 0) break;
    parts.push(html.slice(at, start));
    const end = html.indexOf('-->', start + 4);
    if (end < 0) return parts.join('');
    at = end + 3;
  }
  return parts.join('') + html.slice(at);
}

function declaredInside(bytes: Uint8Array): string | null {
  const head = withoutComments(new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN)));
  const labels = [XML_ENCODING.exec(head)?.[1]];
  for (const [tag] of head.matchAll(META_TAG)) if (!OTHER_META.test(tag)) labels.push(META_CHARSET.exec(tag)?.[1]);
  for (const label of labels) {
    const encoding = label === undefined ? null : encodingOf(label);
    // A declaration that could be read byte by byte is not in UTF-16, whatever it says; the HTML standard takes UTF-8.
    if (encoding !== null) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  return null;
}

/** The declarations of a document, most trusted first: the transport's charset, then what the HTML says of itself. */
export function declarations(
  bytes: Uint8Array,
  hints: { contentType?: string | undefined; format: 'html' | 'text' },
): Declaration[] {
  const found: Declaration[] = [];
  const label = HEADER_CHARSET.exec(hints.contentType?.slice(0, 1000) ?? '')?.[1];
  const transport = label === undefined ? null : encodingOf(label);
  if (transport !== null) found.push({ encoding: transport, from: 'transport' });
  const inside = hints.format === 'html' ? declaredInside(bytes) : null;
  if (inside !== null) found.push({ encoding: inside, from: 'meta' });
  return found;
}
