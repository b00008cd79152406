import { KnownNames } from './known-names.js';

/** Names and values of an element's attributes in turn, names in lower case; of two of a name the first counts. Few have more than two or three. */
export type Attributes = readonly string[];

export const NO_ATTRIBUTES: Attributes = [];

/** Those that are read. All others are left in the source, where a selector may ask for them. */
const NAMES = [
  'aria-expanded',
  'aria-hidden',
  'class',
  'content',
  'data-component',
  'data-testid',
  'datetime',
  'fallback',
  'hidden',
  'href',
  'http-equiv',
  'id',
  'itemprop',
  'itemtype',
  'lang',
  'name',
  'open',
  'placeholder',
  'property',
  'rel',
  'role',
  'style',
  'type',
  'value',
  'xml:lang',
] as const;

export type AttributeName = (typeof NAMES)[number];

export const READ_ATTRIBUTES = new KnownNames(NAMES);

/** An attribute's value; undefined where the element has none of that name. */
export function attributeOf(attributes: Attributes, name: AttributeName): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}
