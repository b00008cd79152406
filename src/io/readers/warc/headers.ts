/** Header lines as WARC and HTTP have them: names in lower case, of equal names the first. */
export type Headers = ReadonlyMap<string, string>;

const LINE_FEED = 0x0a;

/** Where the headers end, behind their blank line; -1 if they do not end in these bytes. Line ends may lack their carriage return. */
export function endOfHeaders(bytes: Buffer): number {
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    if (bytes[at + 1] === LINE_FEED) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === LINE_FEED) return at + 3;
  }
  return -1;
}

/** UTF-8 where it is, as WARC has it, else Latin-1, as HTTP has it. */
function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

/** The headers below a first line that is passed over. A line that begins with a space continues the one above; others without a colon are none. */
export function parseHeaders(bytes: Buffer): Headers {
  const headers = new Map<string, string>();
  let name: string | null = null;
  for (const line of decode(bytes).split(/\r?\n/).slice(1)) {
    if (/^[ \t]/.test(line)) {
      if (name !== null) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const found = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    name = found !== '' && !headers.has(found) ? found : null;
    if (name !== null) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}
