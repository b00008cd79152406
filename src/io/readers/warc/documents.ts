import type { RawDocument } from '../../../core/types.js';
import { sha256 } from '../../../stages/record/identity.js';
import { goodHints, mergeHints } from '../../hints.js';
import { readFailure, tooLarge, type Fault, type PassOver, type ReadItem, type ReadLimits } from '../../reader.js';
import type { Shard } from '../../shard.js';
import { sniffFormat } from '../../sniff.js';
import { tidyKey } from '../../tidy.js';
import type { Headers } from './headers.js';
import { BodyError, decodeBody, splitHttp, type HttpMessage } from './http.js';
import type { WarcItem } from './records.js';

/** What a WARC file says of a document before it is looked at. */
export type Place = Pick<Fault, 'rawPath' | 'key' | 'offset' | 'format' | 'hints'>;

const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;
const TEXT_TYPE = /^\s*text\/plain\s*(?:;|$)/i;

/** Kinds of records that are no documents, as the report names them; others are "other record". */
const KNOWN_KINDS = new Set([
  'warcinfo',
  'request',
  'metadata',
  'revisit',
  'continuation',
  'response',
  'resource',
  'conversion',
]);
const kindOf = (headers: Headers): string => headers.get('warc-type')?.toLowerCase() ?? '';

/** Wget writes `<http://…>`, as the first edition of the standard has it. */
const withoutBrackets = (value: string | undefined): string | undefined => value?.replace(/^<(.*)>$/, '$1');

/** The place of a record, without what its HTTP headers say. */
export function placeOf(
  { rawPath, hints }: Pick<Shard, 'rawPath' | 'hints'>,
  headers: Headers,
  offset: number,
  format: RawDocument['format'],
  contentType?: string,
): Place {
  const id = withoutBrackets(headers.get('warc-record-id'));
  const own = goodHints({
    url: withoutBrackets(headers.get('warc-target-uri')),
    fetchedAt: headers.get('warc-date'),
    contentType,
  });
  return {
    rawPath,
    key: id === undefined || id === '' ? null : tidyKey(id),
    offset,
    format,
    hints: mergeHints(hints, own),
  };
}

const fault = (place: Place, detail: string, digest: string): Fault => ({
  ...place,
  rejection: { reason: 'unreadable', detail },
  transient: false,
  sha256: digest,
});

/** A fault for what is no record, only part of one, or too large. */
function faultOf(
  item: Exclude<WarcItem, { kind: 'record' }>,
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  limits: ReadLimits,
  format: RawDocument['format'],
): Fault {
  if (item.kind === 'junk') {
    const place = {
      rawPath: shard.rawPath,
      key: null,
      offset: item.offset,
      format,
      hints: mergeHints(shard.hints, {}),
    };
    if (item.error !== null) return { ...place, ...readFailure(item.error.error), sha256: item.sha256 };
    return fault(place, `expected a WARC record; passed over ${item.size} bytes`, item.sha256);
  }
  const place = placeOf(shard, item.headers, item.offset, format);
  if (item.kind === 'too-large') return { ...place, ...tooLarge(limits), sha256: item.sha256 };
  if (item.error !== null) return { ...place, ...readFailure(item.error.error), sha256: item.sha256 };
  return fault(place, 'the file ends within this record', item.sha256);
}

/** Whether an answer is a page. What names no type is looked at. */
function isPage({ headers, body }: HttpMessage): boolean {
  const type = headers.get('content-type');
  return type === undefined || type === '' ? sniffFormat(body) === 'html' : HTML_TYPE.test(type);
}

const isRedirect = (status: number | null): boolean => status !== null && status >= 300 && status < 400;

function readPage(
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  item: Extract<WarcItem, { kind: 'record' }>,
  limits: ReadLimits,
  passOver: PassOver,
): ReadItem | null {
  const { headers, block, offset } = item;
  const isHttp = kindOf(headers) === 'response';
  const type = headers.get('content-type');
  const message = isHttp
    ? splitHttp(block)
    : { status: null, headers: new Map([['content-type', type ?? '']]), body: block };
  if (isHttp && isRedirect(message.status)) {
    passOver('redirect');
    return null;
  }
  const place = placeOf(shard, headers, offset, 'html', message.headers.get('content-type'));
  try {
    // A packed body without a type has to be unpacked to be looked at.
    const body =
      isPage(message) || message.headers.get('content-type') === undefined
        ? decodeBody(message, limits.maxBytes)
        : null;
    if (body !== null && isPage({ ...message, body })) return { ...place, payload: body };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    if (error.tooLarge) return { ...place, ...tooLarge(limits), sha256: sha256(block) };
    return fault(place, `the HTTP body cannot be read: ${error.message}`, sha256(block));
  }
  passOver('not HTML');
  return null;
}

/** Whether a record that is too large to be held could have been a page. */
function mayBePage(headers: Headers, start: Buffer): boolean {
  if (kindOf(headers) === 'resource') return HTML_TYPE.test(headers.get('content-type') ?? '');
  const message = splitHttp(start);
  return !isRedirect(message.status) && isPage(message);
}

/** The pages of a WARC file: responses, and resources stored without HTTP, that are HTML. Null for other records, which are told. */
export function pageOf(
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  item: WarcItem,
  limits: ReadLimits,
  passOver: PassOver,
): ReadItem | null {
  if (item.kind === 'junk' || item.kind === 'cut') return faultOf(item, shard, limits, 'html');
  const kind = kindOf(item.headers);
  if (kind !== 'response' && kind !== 'resource') {
    passOver(KNOWN_KINDS.has(kind) ? kind : 'other record');
    return null;
  }
  if (item.kind === 'record') return readPage(shard, item, limits, passOver);
  if (mayBePage(item.headers, item.start)) return faultOf(item, shard, limits, 'html');
  passOver('not HTML');
  return null;
}

/** The texts of a WET file: conversions to plain text. Null for other records, which are told. */
export function textOf(
  shard: Pick<Shard, 'rawPath' | 'hints'>,
  item: WarcItem,
  limits: ReadLimits,
  passOver: PassOver,
): ReadItem | null {
  if (item.kind === 'junk') return faultOf(item, shard, limits, 'text');
  const kind = kindOf(item.headers);
  const type = item.headers.get('content-type');
  const isText = kind === 'conversion' && (type === undefined || TEXT_TYPE.test(type));
  if (!isText && item.kind !== 'cut') {
    passOver(kind === 'conversion' ? 'not text' : KNOWN_KINDS.has(kind) ? kind : 'other record');
    return null;
  }
  if (item.kind !== 'record') return faultOf(item, shard, limits, 'text');
  return { ...placeOf(shard, item.headers, item.offset, 'text', type), payload: item.block };
}
