import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { endOfHeaders, parseHeaders, type Headers } from './headers.js';

/** What a server answered, its body as it was before it was packed and cut for the way; or why that cannot be told. */
export interface HttpMessage {
  readonly status: number | null;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** No server packs a body more often; a header that says so is there to keep us busy. */
const MAX_CODINGS = 3;

/** A body that cannot be unpacked; `tooLarge` if it may not be. */
export class BodyError extends Error {
  override readonly name = 'BodyError';
  constructor(
    message: string,
    readonly tooLarge = false,
  ) {
    super(message);
  }
}

/** A body in chunks, put together. As it stands if it is not in chunks, whatever its header says: many archives store it put together. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf(0x0a, at);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(body.toString('latin1', at, Math.min(end, at + 1024)));
    if (end === -1 || size?.[1] === undefined) {
      if (chunks.length === 0) return body;
      throw new BodyError('its chunks are damaged');
    }
    const length = parseInt(size[1], 16);
    if (length === 0) return Buffer.concat(chunks);
    const chunk = body.subarray(end + 1, end + 1 + length);
    if (chunk.length < length) throw new BodyError('it ends within a chunk');
    chunks.push(chunk);
    at = end + 1 + length;
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
  throw new BodyError('its last chunk is missing');
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZlib = (bytes: Buffer): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0;

function unpack(coding: string, body: Buffer, maxOutputLength: number): Buffer {
  const options = { maxOutputLength };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      // Many archives store the body unpacked and the header as it was.
      return isGzip(body) ? gunzipSync(body, options) : body;
    case 'deflate':
      if (isZlib(body)) return inflateSync(body, options);
      try {
        return inflateRawSync(body, options);
      } catch (error) {
        if (isTooLarge(error)) throw error;
        return body;
      }
    case 'br':
      try {
        return brotliDecompressSync(body, options);
      } catch (error) {
        // Brotli has no mark to be known by: what reads as markup was unpacked already.
        if (!isTooLarge(error) && /^[\s\ufeff]*</.test(body.toString('utf8', 0, 64))) return body;
        throw error;
      }
    case 'identity':
    case '':
      return body;
    default:
      throw new BodyError(`its content encoding is not supported: ${coding.slice(0, 20)}`);
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const listOf = (value: string | undefined): string[] =>
  value === undefined ? [] : value.split(',').map((item) => item.trim().toLowerCase());

/** Status, headers and the place of the body of a stored HTTP response; all of it is body where it does not begin as one. */
export function splitHttp(block: Buffer): HttpMessage {
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b/.exec(block.toString('latin1', 0, 32))?.[1];
  if (status === undefined) return { status: null, headers: new Map(), body: block };
  const end = endOfHeaders(block);
  const headers = parseHeaders(end === -1 ? block : block.subarray(0, end));
  return { status: Number(status), headers, body: end === -1 ? Buffer.alloc(0) : block.subarray(end) };
}

/**
 * The body as the server had it before it was sent.
 * @throws BodyError where it cannot be unpacked, or unpacks to more than `maxBytes`
 */
export function decodeBody({ headers, body }: HttpMessage, maxBytes: number): Buffer {
  let decoded = listOf(headers.get('transfer-encoding')).includes('chunked') ? joinChunks(body) : body;
  const codings = listOf(headers.get('content-encoding'));
  if (codings.length > MAX_CODINGS) throw new BodyError('it is packed too often');
  for (const coding of codings.reverse()) {
    if (decoded.length === 0) break;
    try {
      decoded = unpack(coding, decoded, maxBytes);
    } catch (error) {
      if (isTooLarge(error)) throw new BodyError(`more than ${maxBytes} bytes`, true);
      throw error instanceof BodyError ? error : new BodyError(`its ${coding} data is damaged`);
    }
  }
  if (decoded.length > maxBytes) throw new BodyError(`more than ${maxBytes} bytes`, true);
  return decoded;
}
