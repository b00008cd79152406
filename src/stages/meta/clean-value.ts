import { decodeHTML } from 'entities';
import { normalize } from '../../core/text.js';

const MAX_CHARACTERS = 2_000;

/** A value out of metadata as text: references decoded (twice: many sites escape twice), tags dropped, on one line; null where nothing is left. */
export function cleanValue(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  let text = String(value).slice(0, MAX_CHARACTERS);
  if (text.includes('&')) text = decodeHTML(decodeHTML(text));
  if (text.includes('<')) text = text.replace(/<\/?[a-zA-Z][^<>]*>/g, ' ');
  text = normalize(text);
  return text === '' || /^(?:null|undefined|none|n\/a|\[object Object\]|\{\{[^{}]*\}\}|%[\w-]+%)$/i.test(text)
    ? null
    : text;
}
