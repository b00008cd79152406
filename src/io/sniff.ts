import type { RawDocument } from '../core/types.js';

const START = 2048;
const MARKUP = /^(?:<!doctype\b|<\?xml\b|<!--|<[a-z][a-z0-9]*[\s/>])/i;
const PAGE_TAG = /<(?:html|head|body|article|main|div|p|script|meta|title)[\s/>]/i;

/** Whether bytes or text of unknown origin are an HTML page or plain text: by the content type, else by how they begin. */
export function sniffFormat(raw: Uint8Array | string, contentType?: string): RawDocument['format'] {
  if (contentType !== undefined) {
    if (/\b(?:html|xml)\b/i.test(contentType)) return 'html';
    if (/^\s*text\/plain\b/i.test(contentType)) return 'text';
  }
  // Latin-1 without the zero bytes shows the ASCII of every encoding that news comes in, UTF-16 included.
  const start = typeof raw === 'string' ? raw.slice(0, START) : Buffer.from(raw.subarray(0, START)).toString('latin1');
  const text = start.replace(/[\0\ufeff]|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/g, '').trimStart();
  return MARKUP.test(text) || PAGE_TAG.test(text) ? 'html' : 'text';
}
