/** Which signs a line has: one look tells that most readings of it need not be tried. */

export const BRACKET = 1;
/** What announces: a colon, a sign of equality, a slash or a bar. */
export const ANNOUNCING = 2;
/** What may part a line: bars, bullets, dots, dashes and tabs. */
export const PARTING = 4;
/** What may part names: commas, semicolons, ampersands, slashes and signs of equality. */
export const LISTING = 8;
export const DASH = 16;
/** What stands in addresses: @, a colon, a dot. */
export const ADDRESSING = 32;
export const DIGIT = 64;
/** Behind what a new piece of a text begins: full stops, closing brackets and quotation marks, digits. */
export const CLOSING = 128;

const SIGNS = new Uint8Array(0x10000);
for (const [sign, characters] of [
  [BRACKET, '(（'],
  [ANNOUNCING, ':：=＝/／|'],
  [PARTING, '|•∙●▪\t·-–—―'],
  [LISTING, ',;，、،&＆/／=＝'],
  [DASH, '-–'],
  [ADDRESSING, '@:.'],
  [DIGIT, '0123456789'],
  [CLOSING, '.!?…。)”"»0123456789'],
] as const)
  for (const character of characters) {
    const code = character.charCodeAt(0);
    SIGNS[code] = (SIGNS[code] as number) | sign;
  }

let lastText = '';
let lastSigns = 0;

/** The signs of a text, as a sum of the above. */
export function signsOf(text: string): number {
  if (text === lastText) return lastSigns;
  let signs = 0;
  for (let i = 0; i < text.length; i++) signs |= SIGNS[text.charCodeAt(i)] as number;
  lastText = text;
  lastSigns = signs;
  return signs;
}
