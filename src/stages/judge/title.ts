import type { Mark, Page } from '../../core/types.js';
import type { Facts } from './facts.js';
import { SlugReader } from './slug.js';

/** Words a title has; longer ones exist (Korean and Indian papers), but those are told by what stands around them. */
const LEAST = 3;
const MOST = 40;
/** Lines above the text that are looked at. */
const REACH = 40;
/** Score from which a line is taken for the title. */
const ENOUGH = 0.5;
/**
 * A standfirst under the title scores like one, and often higher, as it is longer and shares more words with the text. So the line right above the
 * best one is the title if it comes near (within this score), has more words than a kicker and no more than a fifth more than the line below, and no
 * third such line follows, as in a list. Measured on whole pages as text (Nov 2026): titles right .541 to .550 (`pages`), .523 to .538 (`news`).
 */
const NEAR = 0.6;
const KICKER = 4;
const LONGER = 1.2;
/** A byline or date right below says that the line is a title, be it as short and share as little as it likes. */
const SIGNED = 0.5;
/** … and so they do below the one standfirst that may stand between. */
const SIGNED_BELOW = 0.3;
/** Words from which a sentence is too long for a title, and likeness to the address from which it is one all the same. */
const LONG = 12;
const ALIKE = 0.4;
/** "17:30 Metro line resumes": an entry of a ticker. */
const TIMED = /^\W{0,3}\d{1,2}[:.]\d{2}(?:\s?(?:Uhr|[ap]\.?m\.?))?[\s|–-]+\S/iu;
/** Letters by which inflected forms are taken for one word, and letters a content word has. */
const STEM = 6;
const CONTENT = 4;

/**
 * The line above block `first` that looks most like the title of the blocks that `isBody` names: of a title's length, in no rule's way,
 * sharing its words with the body and with the page's address, if its words are given. -1 where no line does.
 */
export function guessTitle(
  page: Page,
  facts: readonly Facts[],
  marks: readonly (readonly Mark[])[],
  first: number,
  isBody: (block: number) => boolean,
  slug: ReadonlySet<string> | null = null,
): number {
  if (first <= 0) return -1;
  const body = new Set<string>();
  for (let i = first; i < facts.length; i++)
    if (isBody(i))
      for (const token of facts[i]?.tokens ?? []) if (token.length >= CONTENT) body.add(token.slice(0, STEM));
  const reader = slug === null ? null : new SlugReader(slug);
  const scores = new Map<number, number>();
  let best = -1;
  let most = 0;
  for (let i = Math.max(0, first - REACH); i < first; i++) {
    const fact = facts[i];
    const own = marks[i] ?? [];
    if (fact === undefined || fact.size < 2 || fact.size > MOST || isTaken(own)) continue;
    const text = page.blocks[i]?.text ?? '';
    const named = reader?.read(fact.tokens).likeness ?? 0;
    if (reader !== null && isOtherSentence(text, fact, named)) continue;
    if (named < ALIKE && TIMED.test(text)) continue;
    const score = scoreTitle(text, fact, own, body) + named;
    scores.set(i, score);
    const signed = score + signature(facts, marks, i);
    // Of two lines that say the address alike, the one above is a page's name or a path.
    if (signed > most || (named > 0 && signed === most)) {
      most = signed;
      best = i;
    }
  }
  if (most < ENOUGH) return aboveSignature(facts, marks, first);
  const above = facts[best - 1]?.size ?? 0;
  const isTitled =
    (!scores.has(best + 1) || signsIt(marks[best + 1] ?? [])) &&
    (scores.get(best - 1) ?? 0) >= Math.max(ENOUGH, (scores.get(best) ?? 0) - NEAR) &&
    above >= KICKER &&
    above < LONGER * (facts[best]?.size ?? 0);
  return endOfPath(page, facts, isTitled ? best - 1 : best, first);
}

/** The line that says by itself what the end of a path to it says: "Home/Metro/Court orders tailor …". */
function endOfPath({ blocks }: Page, facts: readonly Facts[], path: number, first: number): number {
  const text = blocks[path]?.text ?? '';
  for (let i = path + 1; i < first; i++) {
    const end = blocks[i]?.text ?? '';
    const isEnd = end.length < text.length && text.endsWith(end) && (facts[i]?.size ?? 0) >= LEAST;
    if (isEnd && /[/|>›»:：]\s*$/.test(text.slice(0, -end.length))) return i;
  }
  return path;
}

/**
 * Whether a line is a sentence, or the end of one, that does not say what the address says: a standfirst whose title is not in the text.
 * `likeness` is to the address.
 */
const isOtherSentence = (text: string, fact: Facts, likeness: number): boolean =>
  fact.size >= LONG && (isStatement(text, fact) || text.charAt(0) !== text.charAt(0).toUpperCase()) && likeness < ALIKE;

const isStatement = (text: string, fact: Facts): boolean => fact.terminal && !/[?？!！…]["”’»]?$/.test(text);

/** A byline or a date by its form, be it as weak as a bare name. */
const signsIt = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => mark.claim === 'role' && (mark.role === 'byline' || mark.role === 'date'));

/** A byline or a date, and not only a line of a byline's form. */
export const isSigned = (marks: readonly Mark[]): boolean =>
  marks.some(
    (mark) =>
      mark.claim === 'role' &&
      (mark.role === 'byline' || mark.role === 'date') &&
      mark.feature?.endsWith(':weak') !== true,
  );

/** What a byline and a date below a line say for its being the title. */
function signature(facts: readonly Facts[], marks: readonly (readonly Mark[])[], i: number): number {
  if ((marks[i] ?? []).some((mark) => mark.claim === 'role' && mark.role === 'caption')) return 0;
  if (isSignedBelow(marks, i)) return SIGNED;
  const [fact, next] = [facts[i], facts[i + 1]];
  const isAbove = next !== undefined && fact !== undefined && next.size > fact.size && !isTaken(marks[i + 1] ?? []);
  return isAbove && isSignedBelow(marks, i + 1) ? SIGNED_BELOW : 0;
}

/** Whether a byline or a date stands right below a line, or a bare name with a date under it. */
const isSignedBelow = (marks: readonly (readonly Mark[])[], i: number): boolean =>
  isSigned(marks[i + 1] ?? []) || (signsIt(marks[i + 1] ?? []) && isSigned(marks[i + 2] ?? []));

/** The line right above the last byline or date before the text, whatever it says, if no rule knows it: "Chess". -1 where there is none. */
function aboveSignature(facts: readonly Facts[], marks: readonly (readonly Mark[])[], first: number): number {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--)
    if (
      marks[i]?.length === 0 &&
      (facts[i]?.size ?? 0) > 0 &&
      facts[i]?.terminal === false &&
      isSigned(marks[i + 1] ?? [])
    )
      return i;
  return -1;
}

/** A line that a rule drops or that is surely another field. */
const isTaken = (marks: readonly Mark[]): boolean =>
  marks.some(
    (mark) => (mark.claim === 'drop' && mark.feature !== 'repeated') || (mark.claim === 'role' && mark.sure === true),
  );

/** What parts the items of menus, paths and tickers. */
const PARTING = /[|›»▲▼•·]|\s(?:\/|>|—)\s/g;

/** Words of a line of two sentences from which it is rather a standfirst. */
const STANDFIRST = 15;
/** Share of a title's characters that are letters, at least. */
const LETTERS = 0.4;

/** Letters of a text, with their accents. */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;

function scoreTitle(text: string, fact: Facts, marks: readonly Mark[], body: ReadonlySet<string>): number {
  const content = fact.tokens.filter((token) => token.length >= CONTENT);
  const shared =
    content.length === 0 ? 0 : content.filter((token) => body.has(token.slice(0, STEM))).length / content.length;
  let score = Math.min(fact.size, 14) / 14 + shared;
  if (fact.size < LEAST) score -= 0.6;
  if (isStatement(text, fact) || /[:：]$/.test(text)) score -= 0.7;
  // A standfirst is told from a long title by its second sentence.
  else if (fact.sentences > 1 && fact.size >= STANDFIRST) score -= 0.3;
  if (marks.some((mark) => mark.claim === 'role'))
    score -= marks.some((mark) => mark.feature?.endsWith(':weak') === true) ? 0.2 : 0.8;
  if (fact.stopShare > 0) score += 0.2;
  const parts = text.match(PARTING)?.length ?? 0;
  if (parts > 0) score -= parts > 1 ? 1 : 0.5;
  // Rates, results and the weather.
  if (lettersIn(text) < LETTERS * text.length) score -= 0.5;
  return score;
}
