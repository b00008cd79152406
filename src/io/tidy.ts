import { sha256 } from '../stages/record/identity.js';

/** Keys longer than this are cut and get a hash. */
const MAX_KEY = 1000;

/** Control characters, lone surrogates and what turns the direction of text around: they would let a name pass for another. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name that a container gives a document, fit to be shown and written. Never a path to anything. */
export function tidyKey(name: string): string {
  const tidy = name.replace(UNSEEN, '\ufffd').trim();
  return tidy.length <= MAX_KEY
    ? tidy
    : `${tidy.slice(0, MAX_KEY).replace(/[\ud800-\udbff]$/, '')}~${sha256(name).slice(0, 16)}`;
}

/** The path of a member of an archive, as a key: with '/', below the archive, whatever it pretends to be. */
export function memberKey(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^[a-zA-Z]:(?=\/|$)/, '')
    .split('/');
  return tidyKey(parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/'));
}
