import type { FrancScript } from './trigrams.js';

/** Which languages are written in which script, by ISO 639-3 as franc names them, and their BCP 47 tags. */

/** Scripts that settle the language, or nearly: a news text in Hangul is Korean. */
export const SCRIPT_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Ethiopic}/gu, 'am'],
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
    test: /\p{Script=Latin}/gu,
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
    test: /\p{Script=Cyrillic}/gu,
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
    test: /\p{Script=Arabic}/gu,
    languages: { arb: 'ar', pes: 'fa', urd: 'ur', pbu: 'ps', ckb: 'ckb', uig: 'ug', skr: 'skr' },
  },
  {
    name: 'Devanagari',
    test: /\p{Script=Devanagari}/gu,
    languages: { hin: 'hi', mar: 'mr', npi: 'ne', bho: 'bho', mag: 'mag' },
  },
];
