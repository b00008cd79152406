import { kindAt, LETTER, SURROGATE } from '../../core/characters.js';
import { lowerWords } from '../../core/text.js';
import { votesByFunctionWords } from './stopwords.js';
import { countScripts, SCRIPT_LANGUAGE, SHARED_SCRIPTS, type SharedScript } from './scripts.js';
import { TrigramRanking } from './trigrams.js';
import { areTwins, tellTwins } from './twins.js';

/** franc sees at most so many characters: its cost is linear, its answer is settled long before. */
const SAMPLE = 2_500;
/** Letters below which no language is named: "Ja." is German, Danish, Polish … */
const LEAST_LETTERS = 24;
/** franc is weak below about a hundred characters (.40 right under 30, by its own benchmark data and ours). */
const FRANC_LEAST = 120;
/** franc's score for the runner-up is relative to the winner's 1.0; so close, other evidence may decide. */
const CLOSE = 0.93;

/** Characters that may be of a script that settles the language: all but Latin, Cyrillic, Arabic and common punctuation. */
const TELLING = /[\u0370-\u03ff\u0530-\u05ff\u0700-\u1dff\u1f00-\u1fff\u2070-\uffff]/;

/**
 * The language of a text as a BCP 47 primary tag, or 'und'.
 *
 * The script decides first: most scripts mean one language. For the shared ones (Latin, Cyrillic, Arabic, Devanagari) franc is asked,
 * restricted to languages of the script that is really there. Where franc is weak, i.e. in short texts and between near relatives,
 * function words of our phrase lists decide among the candidates, then the page's own `lang`.
 */
export function detectLanguage(text: string, hint: string | null): string {
  const sample = spread(text);
  const own = hint === null ? null : primary(hint);
  const scripts = countScripts(sample);
  const counts = SCRIPT_LANGUAGE.map(([, language], i) => [language, scripts.single[i] as number] as [string, number]);
  // Japanese mixes kana with many more Han characters; a tenth is telling.
  const kana = counts.find(([language]) => language === 'ja');
  const han = counts.find(([language]) => language === 'zh');
  if (kana !== undefined && han !== undefined && kana[1] * 10 > han[1]) {
    kana[1] += han[1];
    han[1] = 0;
  }
  const shared = SHARED_SCRIPTS.map((script, i) => [script, scripts.shared[i] as number] as const);
  const total =
    counts.reduce((sum, [, count]) => sum + count * 2, 0) + shared.reduce((sum, [, count]) => sum + count, 0);
  if (total < LEAST_LETTERS) return total > 0 && own !== null ? own : 'und';
  const [single] = [...counts].sort((a, b) => b[1] - a[1]);
  const [group] = [...shared].sort((a, b) => b[1] - a[1]);
  // A character of an unspaced or syllabic script says as much as two letters.
  if (single !== undefined && single[1] * 2 >= (group?.[1] ?? 0))
    return single[0] === 'zh' && own === 'yue' ? own : single[0];
  if (group === undefined) return 'und';
  return fromShared(sample, group[0], own);
}

function fromShared(sample: string, script: SharedScript, own: string | null): string {
  const words = lowerWords(sample);
  const language = bestOf(sample, words, script, own);
  return own !== null && areTwins(own, language) ? own : tellTwins(language, words);
}

/** The best of a script's languages, but for its twins. */
function bestOf(sample: string, words: readonly string[], script: SharedScript, own: string | null): string {
  const { languages, others = [] } = script;
  const allowed = new Set([...Object.values(languages), ...others]);
  const votes = [...votesByFunctionWords(words)]
    .filter(([language]) => allowed.has(language))
    .sort((a, b) => b[1] - a[1]);
  const [first] = votes;
  const second = votes.find(([language]) => language !== first?.[0] && !areTwins(language, first?.[0] ?? ''));
  const clear = first !== undefined && first[1] >= 3 && first[1] >= (second?.[1] ?? 0) * 1.35;
  if (sample.length < FRANC_LEAST) {
    if (clear) return first[0];
    if (own !== null && allowed.has(own)) return own;
    if (first !== undefined && first[1] >= 2 && first[1] > (second?.[1] ?? 0)) return first[0];
  }
  const ranked = rankingOf(script)
    .rank(sample)
    .map(([code, score]) => [languages[code] ?? 'und', score] as const);
  const [best] = ranked;
  if (best === undefined || best[0] === 'und') return clear ? first[0] : (own ?? 'und');
  const close = new Set(ranked.filter(([, score]) => score >= CLOSE).map(([language]) => language));
  if (clear && (close.has(first[0]) || others.includes(first[0]))) return first[0];
  if (own !== null && close.has(own) && (!clear || !allowed.has(first[0]))) return own;
  // Bokmål is written ten times as often; Nynorsk is named where the page says so.
  return best[0] === 'nn' && close.has('nb') ? 'nb' : best[0];
}

const rankings = new Map<SharedScript, TrigramRanking>();

/** Made when first asked for: most runs see one script or two. */
function rankingOf(script: SharedScript): TrigramRanking {
  let ranking = rankings.get(script);
  if (ranking === undefined) {
    ranking = new TrigramRanking(script.name, Object.keys(script.languages));
    rankings.set(script, ranking);
  }
  return ranking;
}

/** Beginning, middle and end of a long text: a quotation in another language must not stand for the whole. */
function spread(text: string): string {
  if (text.length <= SAMPLE) return text;
  const third = Math.floor(SAMPLE / 3);
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}

/** The primary subtag of a language tag as sites write it ("en_US", "EN-gb", "iw"); null where it is none. */
export function primary(tag: string): string | null {
  const match = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag);
  const code = match?.[1]?.toLowerCase();
  if (code === undefined) return null;
  return (
    (
      { iw: 'he', in: 'id', ji: 'yi', no: 'nb', jp: 'ja', kr: 'ko', cn: 'zh', gr: 'el', ua: 'uk' } as Record<
        string,
        string
      >
    )[code] ?? code
  );
}

/** Characters from which a paragraph's language is asked for by itself. */
const PARAGRAPH_LEAST = 40;

/** Shares of languages, by characters, over the kept paragraphs; the main language first. Short paragraphs count for the main one. */
export function languageShares(paragraphs: readonly string[], main: string): { language: string; share: number }[] {
  if (main === 'und') return [];
  const sums = new Map<string, number>([[main, 0]]);
  let total = 0;
  for (const paragraph of paragraphs) {
    total += paragraph.length;
    const language = paragraph.length < PARAGRAPH_LEAST ? main : paragraphLanguage(paragraph, main);
    sums.set(language, (sums.get(language) ?? 0) + paragraph.length);
  }
  if (total === 0) return [];
  return [...sums]
    .map(([language, sum]) => ({ language, share: Math.round((sum / total) * 1000) / 1000 }))
    .filter((entry) => entry.share > 0)
    .sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
}

/** A paragraph is in another language only if its script or its function words say so plainly. */
function paragraphLanguage(paragraph: string, main: string): string {
  const language = detectScriptLanguage(paragraph);
  if (language !== null) return main === 'ja' && language === 'zh' ? 'ja' : language;
  const votes = [...votesByFunctionWords(lowerWords(paragraph))].sort((a, b) => b[1] - a[1]);
  const [first] = votes;
  const own = votes.find(([code]) => code === main)?.[1] ?? 0;
  return first !== undefined && first[1] >= 4 && first[1] >= own * 3 ? first[0] : main;
}

function detectScriptLanguage(text: string): string | null {
  if (!TELLING.test(text)) return null;
  const { single } = countScripts(text);
  const letters = countLetters(text);
  for (const [i, [, language]] of SCRIPT_LANGUAGE.entries())
    if ((single[i] as number) > letters / (language === 'ja' ? 8 : 2)) return language;
  return null;
}

function countLetters(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kindAt(text, i);
    if ((kind & LETTER) !== 0) letters++;
    if ((kind & SURROGATE) !== 0) i++;
  }
  return letters;
}
