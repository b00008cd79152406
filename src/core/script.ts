import { eachMember, SURROGATE, KINDS } from './characters.js';

/** Scripts told apart. */
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Thai',
  'Hangul',
  'Han',
  'Kana',
  'Armenian',
  'Georgian',
  'Tamil',
] as const;
const KANA = SCRIPTS.indexOf('Kana');
const MEMBERS = SCRIPTS.map((script) =>
  script === 'Kana' ? '\\p{Script=Hiragana}\\p{Script=Katakana}' : `\\p{Script=${script}}`,
);
const TESTS = MEMBERS.map((members) => new RegExp(`[${members}]`, 'u'));

/** Number in SCRIPTS, from 1, of the script of each character of the basic plane; 0 for all others. */
const SCRIPT_OF: Readonly<Uint8Array> = (() => {
  const scripts = new Uint8Array(0x10000);
  MEMBERS.forEach((members, i) => {
    eachMember(members, (code) => (scripts[code] = i + 1));
  });
  return scripts;
})();

const SAMPLE = 400;

/** The script of most letters of a text; 'None' where it has no letters. Japanese counts as Kana as soon as kana are a tenth. */
export function scriptOf(text: string): string {
  const end = Math.min(text.length, SAMPLE);
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    let script = SCRIPT_OF[code] as number;
    if (script === 0 && ((KINDS[code] as number) & SURROGATE) !== 0 && i + 1 < end) {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) script = TESTS.findIndex((test) => test.test(String.fromCodePoint(point))) + 1;
    }
    counts[script] = (counts[script] as number) + 1;
  }
  let best = 'None';
  let most = 0;
  SCRIPTS.forEach((script, i) => {
    const count = (counts[i + 1] as number) * (i === KANA ? 9 : 1);
    if (count > most) {
      most = count;
      best = script;
    }
  });
  return best;
}
