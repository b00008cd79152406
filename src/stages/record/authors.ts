import type { ArticleRecord } from '../../core/record.js';
import type { Origin } from '../../core/types.js';
import { uniqueBy } from '../../core/unique.js';
import { LISTS } from '../../rules/phrases/lists.js';
import { readByline } from '../fields/byline.js';
import { readCaption } from '../fields/caption.js';
import { dayFirstFor, findDates } from '../fields/dates.js';
import { filedBy } from '../fields/filed-by.js';
import { isSignature } from '../fields/signature.js';
import { BYLINE } from '../judge/opinions.js';
import { nameKey } from '../meta/names.js';
import { houseOf } from '../meta/site.js';
import type { Sources } from './metadata.js';
import { aroundHeadline, headlineAt, type PieceOfText } from './pieces.js';

/** Pieces from the headline, a date or the article's beginning at which a bare name is the author's. */
const CLOSE = 3;
/** Pieces by which a standfirst and a caption put the date farther off. */
const STANDFIRST = 2;
/** Characters of a job or place below a name. */
const JOB_LONGEST = 60;
/** Pieces behind the article in which its author may still be named. */
const BEHIND = 4;
/** Pieces of the article, a standfirst among them, that may begin with their reporter's name. */
const FILED = 3;
/** Of a byline that says so itself: "By Ann Lee", "Ann Lee, 3 March 2024". Measured on 963 pages: 92 of 100 such lines around the headline are right. */
const SURE = 0.7;
const LIKELY = 0.5;
/** Of a bare name in a script with capitals; of one without, four lines of five name something else. */
const BARE = 0.4;
/** Lines this close in certainty name authors together. */
const EQUAL = 0.15;

/** "Posted:" before a date. */
const DATE_LABEL = /\s\p{L}{2,20}(?: \p{L}{2,4})?\s?[:：]\s*$/u;

interface Named {
  readonly names: readonly string[];
  readonly certainty: number;
  readonly isEditor: boolean;
  /** A place stands behind the name: "NAME - Tangier". */
  readonly isPlaced: boolean;
}

/**
 * Authors: what the page's metadata say, unless that is only the site itself and a byline names a person; else the bylines: those
 * around the headline before others, announced ones before bare names, those in the text's dateline and right behind it after these, an editor only where nobody
 * else is named. Names stand once, in their order.
 */
export function resolveAuthors(sources: Sources): ArticleRecord['authors'] {
  const { meta } = sources.page;
  const isHouse = houseOf(meta);
  const isCommon = commonWords(sources);
  const lines = readLines(sources).filter((line) => line.certainty >= SURE || !line.names.some(isCommon));
  const written = lines.filter(({ isEditor }) => !isEditor);
  const declared = meta.authors.filter(
    ({ value, from }) => value.length > 0 && !(from === 'byline' && value.every(isCommon)),
  );
  const person = declared.find(({ value }) => !value.every(isHouse));
  const choice = person ?? declared[0];
  if (choice === undefined)
    return together(written) ?? filed(sources) ?? behind(sources) ?? told(sources) ?? together(lines) ?? [];
  const sure = together(written.filter(({ certainty }) => certainty >= SURE)) ?? [];
  const isWeak = person === undefined || isLoose(person, declared);
  // A list that goes on has a reviewer, a section or a job at its end.
  if (haveOneInCommon(sure, choice.value))
    return unique(isWeak && sure.length < choice.value.length ? sure : choice.value);
  const isHandle = choice.value.every((name) => !name.includes(' '));
  if ((isWeak || isHandle) && sure.length > 0 && !sure.every(isHouse)) return sure;
  const bare = person === undefined && isSingle(choice, declared) ? (together(written) ?? []) : [];
  return bare.length > 0 && !bare.every(isHouse) ? bare : unique(choice.value);
}

/** True where a name of one list is one of the other, or begins it: "A. J. Neal" and "A. J. Neal in Bergen". */
function haveOneInCommon(a: readonly string[], b: readonly string[]): boolean {
  const keys = b.map(nameKey);
  return a.map(nameKey).some((name) => keys.some((key) => key.startsWith(name) || name.startsWith(key)));
}

/** Tells whether all words of a name are written small in the article, as those of headings are: "Cautionary Tale". */
function commonWords({ pieces }: Sources): (name: string) => boolean {
  let small: Set<string> | null = null;
  return (name) => {
    small ??= new Set(
      pieces
        .filter(({ verdict }) => verdict.decision === 'keep')
        .flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}{3,}/gu) ?? []),
    );
    const own = name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    return own.length > 0 && own.every((word) => small?.has(word));
  };
}

/** True for what one class name or link alone says: it is as often a section, a reviewer or a team. */
const isLoose = (origin: Origin<readonly string[]>, all: readonly Origin<readonly string[]>[]): boolean =>
  (origin.from === 'byline' || origin.from === 'rel:author') && isSingle(origin, all);

/** True for names that no other place confirms. */
function isSingle(origin: Origin<readonly string[]>, all: readonly Origin<readonly string[]>[]): boolean {
  const key = ({ value }: Origin<readonly string[]>): string => value.map(nameKey).sort().join(' ');
  return !all.some((other) => other !== origin && key(other) === key(origin));
}

/**
 * The bylines around the headline; a bare name only where it is close below it, to the article or to a date, and where the judge has not told
 * another line.
 */
function readLines(sources: Sources): Named[] {
  const { page, pieces, language } = sources;
  const isText = page.format === 'text';
  const first = pieces.findIndex(({ verdict }) => verdict.decision === 'keep');
  const top = headlineAt(pieces);
  const places = [top, first, ...pieces.flatMap(({ verdict }, i) => (verdict.role === 'date' ? [i] : []))];
  const start = pieces.indexOf(aroundHeadline(pieces)[0] as PieceOfText);
  const headed = namedAbove(pieces, top);
  const over = namedOver(pieces, top);
  const isSettled = told(sources) !== null;
  return aroundHeadline(pieces).flatMap((piece, nth) => {
    const line = isField(piece) ? readName(piece, language) : null;
    if (line === null || line.certainty >= LIKELY) return line ?? [];
    const at = start + nth;
    const isClose = at > top && places.some((place) => Math.abs(at - place) <= CLOSE);
    const isDated = [at - 1, at + 1].some((beside) => pieces[beside]?.verdict.role === 'date');
    const isSure =
      isText &&
      line.names.length === 1 &&
      ((line.isPlaced && isDated) || at === headed || at === over || isCredited(line.names[0], pieces));
    if (isTold(piece)) return line;
    if (isSettled) return [];
    return (isClose || (isText && at === over)) && (line.certainty >= BARE || isSure) ? line : [];
  });
}

/**
 * The first of the lines between a headline and its date that reads like a name, if there is nothing else between the two but a standfirst or a
 * caption above it, and a job or a place below; -1 where there is none. A section stands above the headline.
 */
function namedAbove(pieces: readonly PieceOfText[], top: number): number {
  if (pieces[top]?.verdict.role !== 'headline') return -1;
  const date = pieces.findIndex(({ verdict }, i) => i > top && verdict.role === 'date');
  if (date < 0 || date > top + CLOSE + STANDFIRST) return -1;
  const between = pieces.slice(top + 1, date);
  const first = between.findIndex((piece) => isField(piece) && WORDS.test(piece.text));
  if (first < 0) return -1;
  const above = between.slice(0, first).filter((piece) => !isField(piece));
  const below = between.slice(first + 1).filter((piece) => !isField(piece));
  const isAlone =
    above.filter(({ verdict }) => verdict.decision === 'keep').length <= 1 &&
    above.every(({ verdict }) => verdict.decision !== 'drop') &&
    below.every(({ verdict, text }) => verdict.decision === 'drop' && text.length <= JOB_LONGEST) &&
    below.length <= 1;
  return isAlone ? top + 1 + first : -1;
}

/** The name right above a date which stands right above the headline, as blogs have it; -1 where there is none. */
function namedOver(pieces: readonly PieceOfText[], top: number): number {
  if (pieces[top]?.verdict.role !== 'headline') return -1;
  for (let at = top - 2; at >= Math.max(0, top - CLOSE); at--) {
    const [name, date] = [pieces[at], pieces[at + 1]];
    if (name === undefined || date?.verdict.role !== 'date') continue;
    return isField(name) && name.verdict.role === 'byline' && WORDS.test(name.text) ? at : -1;
  }
  return -1;
}

/** Two words, or characters of a script that has no spaces between words. */
const WORDS = /\S\s\S|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u;

/** True for a name that a picture's credit says, too: local reporters take their pictures themselves. */
const isCredited = (name = '', pieces: readonly PieceOfText[]): boolean =>
  pieces.some(
    ({ text, verdict }) =>
      (verdict.role === 'caption' || verdict.role === 'credit') &&
      nameKey(readCaption(text, LISTS)?.credit ?? '') === nameKey(name),
  );

const isField = ({ verdict, block }: PieceOfText): boolean =>
  verdict.decision === 'move' &&
  (verdict.role === 'byline' || verdict.role === 'date') &&
  block.markup?.visible !== false;

/** A line's names; of a line that is a date for the most part ("By Ann Lee Posted: 3 March 2024"), those before the date and its label. */
function readName({ text, verdict }: PieceOfText, language: string): Named | null {
  let byline = readByline(text, LISTS, { language });
  if ((byline === null || byline.authors.length === 0) && verdict.role === 'date') {
    const date = findDates(text, { dayFirst: dayFirstFor(language, null) })[0];
    const before = text.slice(0, date?.start ?? 0).replace(DATE_LABEL, '');
    byline = before === '' ? null : readByline(before, LISTS, { language });
    if (byline !== null && byline.certainty < SURE) return null;
  }
  if (byline === null || byline.authors.length === 0) return null;
  return {
    names: byline.authors,
    certainty: byline.certainty,
    isEditor: byline.role === 'editor',
    isPlaced: byline.place !== null,
  };
}

/** Names of the lines that are as certain as the most certain one. */
function together(lines: readonly Named[]): string[] | null {
  const best = Math.max(0, ...lines.map(({ certainty }) => certainty));
  const names = unique(lines.filter(({ certainty }) => certainty >= best - EQUAL).flatMap((line) => line.names));
  return names.length > 0 ? names : null;
}

/** Reporters in the dateline of the article's first pieces. */
function filed({ pieces }: Sources): string[] | null {
  const first = pieces.filter(({ verdict }) => verdict.decision === 'keep').slice(0, FILED);
  const names = first.map(({ text }) => filedBy(text, LISTS)).find((found) => found.length > 0);
  return names === undefined ? null : [...names];
}

/** Bylines right behind the article. */
function behind({ pieces, language }: Sources): string[] | null {
  const last = pieces.findLastIndex((piece) => piece.verdict.decision === 'keep');
  const lines = pieces.slice(last + 1, last + 1 + BEHIND).flatMap((piece, nth) => {
    const line = isField(piece) ? readName(piece, language) : null;
    if (line === null || line.isEditor) return [];
    return line.certainty >= LIKELY || (nth === 0 && isSignature(piece.text)) ? [line] : [];
  });
  return together(lines);
}

/** Lines anywhere that the judge takes for the article's bylines: blogs and magazines sign in a box below. */
function told({ pieces, language }: Sources): string[] | null {
  return together(pieces.flatMap((piece) => (isTold(piece) ? (readName(piece, language) ?? []) : [])));
}

const isTold = ({ verdict }: PieceOfText): boolean => verdict.role === 'byline' && verdict.rule === BYLINE;

const unique = (names: readonly string[]): string[] =>
  uniqueBy(
    names.filter((name) => name !== ''),
    (name) => name.toLowerCase(),
  );
