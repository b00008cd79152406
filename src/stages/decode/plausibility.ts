/** How much a text looks as if it had been decoded rightly. Wrong decodings break words: see oddness(). */

interface CharClass {
  readonly kind: 'letter' | 'mark' | 'symbol' | 'joiner' | 'rare' | 'bad' | 'plain';
  readonly script: string;
  readonly letterCase: 'lower' | 'upper' | '';
}

const SCRIPTS: readonly (readonly [name: string, test: RegExp])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  // East Asian text writes Latin letters right beside its own, and has full-width ones.
  [
    'East Asian',
    /[\uff21-\uff5a\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  ],
  ['Latin', /\p{Script=Latin}/u],
];
const BAD = /[\p{Cn}\p{Co}\p{Cs}\ufffd]|[^\P{Cc}\t\n\f\r]/u;
/** Characters that the code pages hold and articles do not: accents without a letter, lines of DOS tables, half-width kana. */
const RARE = /[¤¦¬¶¨¯´¸ˇ˘˙˛˝ƒ\u2500-\u259f\uff61-\uff9f]/u;
/** Stand inside words by right: apostrophes, dashes, the Catalan dot, soft hyphens, joiners of Persian. */
const JOINER = /[’‘·‐-—…\u00ad\u00a0\u200c\u200d]/u;

/** Letters that can be a word alone ("à", "é", "ó", "ő", "å"), whatever their accent. */
const VOWEL = /^[aeiouyæøœ]/i;

function classify(char: string): CharClass {
  if (BAD.test(char)) return { kind: 'bad', script: '', letterCase: '' };
  if (RARE.test(char)) return { kind: 'rare', script: '', letterCase: '' };
  if (JOINER.test(char)) return { kind: 'joiner', script: '', letterCase: '' };
  if (/\p{M}/u.test(char)) return { kind: 'mark', script: '', letterCase: '' };
  if (/\p{L}/u.test(char) && char !== 'ª' && char !== 'º') {
    const script = SCRIPTS.find(([, test]) => test.test(char))?.[0] ?? 'other';
    return { kind: 'letter', script, letterCase: /\p{Lu}/u.test(char) ? 'upper' : /\p{Ll}/u.test(char) ? 'lower' : '' };
  }
  return { kind: char > '\x7f' ? 'symbol' : 'plain', script: '', letterCase: '' };
}

/** Weights of what does not happen in text, or hardly ever. A single C1 control speaks against ISO 8859 for the Windows page. */
const ODD_BAD = 4;
const ODD_RARE = 0.5;
/** Latin letters with accents stand side by side, but not four in a row. */
const MAX_ACCENTED_RUN = 3;

/** The non-ASCII characters of a text: how many, how odd they stand (about 0 to 4 each), and how often each Latin letter occurs. */
export interface Oddness {
  readonly count: number;
  readonly odd: number;
  /** C1 control characters: what ISO 8859 makes of the letters and quotation marks that only the Windows pages have. */
  readonly controls: number;
  readonly latin: ReadonlyMap<string, number>;
  readonly kana: number;
  readonly hangul: number;
}

/**
 * Counts what a wrong decoding leaves: control, unassigned and private characters, symbols between two letters, letters of two
 * scripts in a word, capitals inside words, accents on nothing, long runs of accented letters, words of one consonant. Linear.
 */
export function oddness(text: string): Oddness {
  const classes = new Map<string, CharClass>();
  const latin = new Map<string, number>();
  let count = 0;
  let odd = 0;
  let controls = 0;
  let kana = 0;
  let hangul = 0;
  let run = 0;
  let before: CharClass = { kind: 'plain', script: '', letterCase: '' };
  let last = before;
  let foreign = false; // the last character is not ASCII
  let lone = false; // it is an accented consonant behind no letter
  for (const char of text) {
    let now = classes.get(char);
    if (now === undefined) classes.set(char, (now = classify(char)));
    const high = char > '\x7f';
    if (high) {
      count++;
      if (now.kind === 'bad') odd += ODD_BAD;
      if (now.kind === 'rare') odd += ODD_RARE;
      if (now.kind === 'mark' && last.kind !== 'letter' && last.kind !== 'mark') odd++;
      if (char <= '\u009f') controls++;
      if (char >= '\u3041' && char <= '\u30ff') kana++;
      if (char >= '\uac00' && char <= '\ud7a3') hangul++;
      if (now.script === 'Latin') latin.set(char.toLowerCase(), (latin.get(char.toLowerCase()) ?? 0) + 1);
    }
    if (now.kind === 'letter') {
      if (last.kind === 'letter' && (high || foreign)) {
        const mixed = now.script !== last.script;
        if (
          mixed
            ? now.script !== 'East Asian' && last.script !== 'East Asian'
            : last.letterCase === 'lower' && now.letterCase === 'upper'
        )
          odd++;
      }
      if ((last.kind === 'symbol' || last.kind === 'rare') && before.kind === 'letter') odd++;
    }
    // "Š 2004" was "© 2004", "Ł5m" was "£5m"; "Š. Novák" is a name.
    if (lone && now.kind !== 'letter' && now.kind !== 'mark' && char !== '.') odd++;
    lone = high && now.script === 'Latin' && last.kind !== 'letter' && !VOWEL.test(char.normalize('NFD'));
    run = high && now.script === 'Latin' ? run + 1 : 0;
    if (run > MAX_ACCENTED_RUN) odd++;
    before = last;
    last = now;
    foreign = high;
  }
  return { count, odd, controls, latin, kana, hangul };
}

/** The letters beyond a to z of the languages whose legacy encodings share one script, lower case. */
const ALPHABETS: readonly string[] = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüß', // German
  'áéíñóúü', // Spanish
  'ãáàâçéêíóôõúü', // Portuguese
  'àéèìíòóùú', // Italian
  'æøåé', // Danish, Norwegian
  'åäöé', // Swedish, Finnish
  'áðéíóúýþæö', // Icelandic
  'àçéèíïòóúü', // Catalan
  'ëïéèöüáóê', // Dutch
  'áéíóú', // Irish
  'ëç', // Albanian
  'ñáéíóúü', // Galician, Basque
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'čćđšž', // Croatian, Slovenian, Bosnian
  'ąćęłńóśźż', // Polish
  'áéíóöőúüű', // Hungarian
  'ăâîşţșț', // Romanian
  'äöüõšž', // Estonian
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'çğıöşüâîû', // Turkish
  'ăâđêôơưáàéèíìóòúùýỳãẽĩõũỹ', // Vietnamese, but for what windows-1258 composes
  'ċġħż', // Maltese
  'ĉĝĥĵŝŭ', // Esperanto
];

/** Letters of a middling alphabet: coherence is 1 where all accented letters are of one that size. */
const MIDDLING = 10;
const SIZE_MATTERS = 0.3;
export const MAX_COHERENCE = (MIDDLING / 2) ** SIZE_MATTERS;

/**
 * How well the accented Latin letters fit one language: the square of the share it has, more for a small alphabet that
 * explains them all than for a large one; 1 for no such letters.
 */
export function coherence(latin: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of latin.values()) total += count;
  if (total === 0) return 1;
  let best = 0;
  for (const alphabet of ALPHABETS) {
    let known = 0;
    for (const [letter, count] of latin) if (alphabet.includes(letter)) known += count;
    best = Math.max(best, (known / total) ** 2 * (MIDDLING / alphabet.length) ** SIZE_MATTERS);
  }
  return best;
}
