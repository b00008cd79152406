import { KINDS, SURROGATE } from '../../core/characters.js';
import type { FrancScript } from './trigrams.js';

/** Which languages are written in which script, by ISO 639-3 as franc names them, and their BCP 47 tags. */

/** Scripts that settle the language, or nearly: a news text in Hangul is Korean. */
export const SCRIPT_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Ethiopic}/u, 'am'],
];

export interface SharedScript {
  readonly name: FrancScript;
  readonly test: RegExp;
  /** BCP 47 tags by franc's codes. */
  readonly languages: Readonly<Record<string, string>>;
  /** Tags of others, which franc does not know and function words tell. */
  readonly others?: readonly string[];
}

/** Scripts shared by several languages, with the languages news is written in and franc knows. */
export const SHARED_SCRIPTS: readonly SharedScript[] = [
  {
    name: 'Latin',
    test: /\p{Script=Latin}/u,
    languages: {
      eng: 'en',
      spa: 'es',
      por: 'pt',
      fra: 'fr',
      deu: 'de',
      ita: 'it',
      nld: 'nl',
      pol: 'pl',
      tur: 'tr',
      ind: 'id',
      zlm: 'ms',
      vie: 'vi',
      ron: 'ro',
      ces: 'cs',
      slk: 'sk',
      slv: 'sl',
      hrv: 'hr',
      bos: 'bs',
      srp: 'sr',
      hun: 'hu',
      fin: 'fi',
      ekk: 'et',
      lit: 'lt',
      swe: 'sv',
      dan: 'da',
      nob: 'nb',
      nno: 'nn',
      cat: 'ca',
      glg: 'gl',
      als: 'sq',
      afr: 'af',
      swh: 'sw',
      tgl: 'tl',
      azj: 'az',
      uzn: 'uz',
      som: 'so',
      hau: 'ha',
    },
    others: ['lv', 'is', 'eu'],
  },
  {
    name: 'Cyrillic',
    test: /\p{Script=Cyrillic}/u,
    languages: {
      rus: 'ru',
      ukr: 'uk',
      bel: 'be',
      bul: 'bg',
      mkd: 'mk',
      srp: 'sr',
      kaz: 'kk',
      kir: 'ky',
      tgk: 'tg',
      khk: 'mn',
      uzn: 'uz',
      tat: 'tt',
    },
  },
  {
    name: 'Arabic',
    test: /\p{Script=Arabic}/u,
    languages: { arb: 'ar', pes: 'fa', urd: 'ur', pbu: 'ps', ckb: 'ckb', uig: 'ug', skr: 'skr' },
  },
  {
    name: 'Devanagari',
    test: /\p{Script=Devanagari}/u,
    languages: { hin: 'hi', mar: 'mr', npi: 'ne', bho: 'bho', mag: 'mag' },
  },
];

/** No character is of two of them. */
const TESTS: readonly RegExp[] = [...SCRIPT_LANGUAGE.map(([test]) => test), ...SHARED_SCRIPTS.map(({ test }) => test)];

/** The place in TESTS, from 1, of the script of each character of the basic plane that was asked about; TESTS.length + 1 for all others. */
const SCRIPT_OF = new Uint8Array(0x10000);

const findScript = (character: string): number => {
  const at = TESTS.findIndex((test) => test.test(character));
  return at < 0 ? TESTS.length + 1 : at + 1;
};

/** How many characters of a text are of each script of SCRIPT_LANGUAGE, and of each of SHARED_SCRIPTS. */
export function countScripts(text: string): { single: number[]; shared: number[] } {
  const counts = new Array<number>(TESTS.length + 2).fill(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let script = SCRIPT_OF[code] as number;
    if (((KINDS[code] as number) & SURROGATE) !== 0) {
      const point = text.codePointAt(i) as number;
      script = findScript(String.fromCodePoint(point));
      if (point > 0xffff) i++;
    } else if (script === 0) SCRIPT_OF[code] = script = findScript(String.fromCharCode(code));
    counts[script] = (counts[script] as number) + 1;
  }
  const [start, border] = [1, SCRIPT_LANGUAGE.length + 1];
  return { single: counts.slice(start, border), shared: counts.slice(border, border + SHARED_SCRIPTS.length) };
}
