import type { Chance } from './chance.js';

/** Invented vocabularies: what decides whether copies are found is how words repeat, not what they mean. */
export interface Script {
  readonly name: string;
  /** What stands between words. */
  readonly space: string;
  readonly stop: string;
  readonly comma: string;
  /** Makes a word of so many syllables. */
  word(chance: Chance, syllables: number): string;
}

const pick = (list: readonly string[]) => (chance: Chance) => chance.of(list);
const chars = (text: string): string[] => Array.from(text);
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));

function syllabic(parts: readonly ((chance: Chance) => string)[]): Script['word'] {
  return (chance, syllables) =>
    Array.from({ length: syllables }, () => parts.map((part) => part(chance)).join('')).join('');
}

const SPACED = { space: ' ', stop: '.', comma: ',' };
const UNSPACED = { space: '', stop: '。', comma: '、' };

const hiragana = syllabic([pick(range(0x3042, 0x3093).filter((_, i) => i % 2 === 0 || i > 40))]);
const katakana = syllabic([pick(range(0x30a2, 0x30ed).filter((_, i) => i % 2 === 0 || i > 40))]);
const kanji = syllabic([pick(range(0x4e00, 0x4e00 + 1500))]);

export const SCRIPTS: readonly Script[] = [
  {
    name: 'latin',
    ...SPACED,
    word: syllabic([pick(chars('bcdfghklmnprstvw').concat(['', 'st', 'tr', 'ch'])), pick(chars('aeiou'))]),
  },
  {
    name: 'accented',
    ...SPACED,
    word: syllabic([pick(chars('bcčdfghklłmnprsštvzž')), pick(chars('aáeéiíoóöuüů'))]),
  },
  { name: 'cyrillic', ...SPACED, word: syllabic([pick(chars('бвгдзклмнпрст')), pick(chars('аеиоуяй'))]) },
  { name: 'greek', ...SPACED, word: syllabic([pick(chars('βγδκλμνπρστ')), pick(chars('αάεέιίοόυω'))]) },
  {
    name: 'arabic',
    ...SPACED,
    comma: '،',
    word: syllabic([pick(chars('بتجحدرسشعفقكلمن')), pick(['', '', 'ا', 'ي', 'و'])]),
  },
  {
    name: 'devanagari',
    ...SPACED,
    stop: '।',
    word: syllabic([pick(chars('कखगचजतदनपबमयरलवसह')), pick(['', 'ा', 'ि', 'ी', 'ु', 'े', 'ो'])]),
  },
  { name: 'hangul', ...SPACED, word: syllabic([pick(range(0xac00, 0xac00 + 600))]) },
  { name: 'han', ...UNSPACED, comma: '，', word: (chance, syllables) => kanji(chance, Math.min(syllables, 2)) },
  {
    name: 'japanese',
    ...UNSPACED,
    word: (chance, syllables) => {
      const kind = chance.below(10);
      if (syllables === 1 || kind < 3) return hiragana(chance, syllables);
      if (kind < 5) return katakana(chance, syllables + 1);
      return kanji(chance, Math.min(syllables, 2)) + (kind < 8 ? hiragana(chance, 1) : '');
    },
  },
  {
    name: 'thai',
    space: '',
    stop: ' ',
    comma: ' ',
    word: syllabic([
      pick(['', '', 'เ', 'แ', 'ไ']),
      pick(chars('กขคงจชดตทนบปผพมยรลวสหอ')),
      pick(['', '', 'า', 'ิ', 'ี', 'ุ', 'ั']),
      pick(['', '', 'น', 'ง', 'ก', 'ม']),
    ]),
  },
];
