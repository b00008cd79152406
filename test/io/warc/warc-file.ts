/** Web archives, made in code. */

export interface WarcFixture {
  readonly type?: string;
  readonly id?: string;
  readonly uri?: string;
  readonly date?: string;
  readonly contentType?: string;
  readonly block: string | Uint8Array;
  /** Instead of the right one; null: none. */
  readonly length?: number | null;
  /** Line ends of the record's own headers. */
  readonly newline?: string;
}

export function warcRecord({
  type = 'response',
  id = 'urn:uuid:1',
  uri = 'https://a.example/1',
  date = '2031-05-03T10:00:00Z',
  contentType = 'application/http; msgtype=response',
  newline = '\r\n',
  ...rest
}: WarcFixture): Buffer {
  const block = Buffer.from(rest.block);
  const length = rest.length === undefined ? block.length : rest.length;
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <${id}>`,
    `WARC-Date: ${date}`,
    `WARC-Target-URI: ${uri}`,
    `Content-Type: ${contentType}`,
    ...(length === null ? [] : [`Content-Length: ${length}`]),
  ];
  const head = Buffer.from(lines.join(newline) + newline + newline);
  return Buffer.concat([head, block, Buffer.from(newline + newline)]);
}

/** An HTTP answer; `headers` are lines. */
export function httpResponse(
  body: string | Uint8Array,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Buffer {
  return Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')), Buffer.from(body)]);
}

/** A body as a server sends it in chunks. */
export function chunked(body: Uint8Array, size = 7): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)};x=y\r\n`), Buffer.from(piece), Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}
