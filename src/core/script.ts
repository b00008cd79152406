/** Scripts told apart, and the tests for their letters. */
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
const SCRIPT_TESTS = SCRIPTS.map(
  (script) =>
    new RegExp(script === 'Kana' ? '[\\p{Script=Hiragana}\\p{Script=Katakana}]' : `\\p{Script=${script}}`, 'gu'),
);

/** The script of most letters of a text; 'None' where it has no letters. Japanese counts as Kana as soon as kana are a tenth. */
export function scriptOf(text: string): string {
  const sample = text.slice(0, 400);
  let best = 'None';
  let most = 0;
  SCRIPT_TESTS.forEach((test, i) => {
    const count = (sample.match(test)?.length ?? 0) * (SCRIPTS[i] === 'Kana' ? 9 : 1);
    if (count > most) {
      most = count;
      best = SCRIPTS[i] ?? best;
    }
  });
  return best;
}
