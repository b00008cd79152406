import type { CleanOptions } from '../../core/options.js';
import type { ArticleRecord, Rejection } from '../../core/record.js';
import { countWords } from '../../core/text.js';
import type { Page, Reason } from '../../core/types.js';
import { shippedPhrases } from '../../rules/phrases/index.js';
import { isDecided } from '../judge/obey.js';
import { chooseHeadline } from '../meta/headline.js';
import { SEPARATOR } from '../meta/site.js';
import { isListing, isWall } from './no-article.js';
import type { PieceOfText } from './pieces.js';

export interface Standing {
  readonly status: ArticleRecord['status'];
  readonly rejection: Rejection | null;
}

/** What makes a person look at a document that is accepted otherwise; each is a flag of the record. */
type Doubt = 'short-text' | 'error-page-header' | 'doubtful-text' | 'doubtful-strikes' | 'list-page';

/** Mean confidence of the kept characters below which a person should look. */
const UNSURE = 0.7;
/** Confidence below which striking a piece of so many words makes a person look. */
const DOUBTFUL = 0.75;
const DOUBTFUL_WORDS = 50;
/** Words that an error page may have beside its message ("Go back to the home page or try a search"); the shortest briefs have more. */
const LEFTOVER = 15;
/** Words of kept text below which a page that calls itself an error page is one. */
const ERROR_MOST = 80;
/** Accepts, sends to review or rejects, by what was kept of what there was and by what the page calls itself. */
export function standingOf(
  page: Page,
  pieces: readonly PieceOfText[],
  text: string,
  options: CleanOptions,
): Standing & { readonly doubts: readonly Doubt[] } {
  if (page.blocks.every((block) => block.text === '')) return rejected('empty', 'the document holds no text');
  // A person says that something here is an article's.
  const isKept = pieces.some(({ verdict }) => verdict.decision === 'keep' && isDecided(verdict));
  const error = pieces.find((piece) => piece.verdict.reason === 'error-page');
  const words = countWords(text);
  if (error !== undefined && words <= LEFTOVER && !isKept) return rejected('error-page', error.text.slice(0, 120));
  if (text === '') return rejected('not-an-article', 'no block reads like an article');
  const called = calls(page);
  if (words < ERROR_MOST && called.has('error-page') && !isKept)
    return rejected('error-page', `the page calls itself "${chooseHeadline(page.meta)?.value ?? ''}"`);
  const kept = pieces.filter((piece) => piece.verdict.decision === 'keep');
  const characters = kept.reduce((sum, piece) => sum + piece.text.length, 0);
  const confidence = kept.reduce((sum, piece) => sum + piece.verdict.confidence * piece.text.length, 0) / characters;
  const tests: readonly (readonly [Doubt, boolean])[] = [
    ['short-text', words < options.minWords],
    // An error page with more than a line of apology: a person can tell it from a brief below an error header.
    ['error-page-header', error !== undefined && words < ERROR_MOST],
    ['doubtful-text', confidence < UNSURE],
    ['doubtful-strikes', pieces.some(isDoubtful)],
    ['list-page', page.format === 'html' && (called.size > 0 || isListing(page, kept) || isWall(page, kept, words))],
  ];
  const doubts = tests.filter(([, holds]) => holds).map(([doubt]) => doubt);
  return { status: doubts.length > 0 ? 'review' : 'accepted', rejection: null, doubts };
}

/** Long prose that was struck though it may be the article's: whoever reads the text alone would not know. */
const isDoubtful = ({ verdict, text }: PieceOfText): boolean =>
  verdict.decision === 'drop' && verdict.confidence < DOUBTFUL && countWords(text) >= DOUBTFUL_WORDS;

const rejected = (reason: Rejection['reason'], detail: string): ReturnType<typeof standingOf> => ({
  status: 'rejected',
  rejection: { reason, detail },
  doubts: [],
});

const OF_TITLES: ReadonlySet<Reason> = new Set(['error-page', 'legal', 'ui', 'navigation', 'comments']);
/** Those for which the first part of <title> would be: sections stand there before the headlines of articles, too. */
const OF_FIRST_PARTS: ReadonlySet<Reason> = new Set(['error-page', 'ui']);

/** Reasons for which a page's own title would be struck as a line: "Privacy policy", "Log in", "Page not found". */
function calls(page: Page): Set<Reason> {
  const titles = [chooseHeadline(page.meta)?.value, page.blocks.find((block) => block.markup?.tag === 'h1')?.text];
  const parts = page.meta.headlines.flatMap(({ value, from }) => (from === 'title' ? value.split(SEPARATOR)[0] : []));
  return new Set([
    ...titles.flatMap((title) => reasonsOf(title, OF_TITLES)),
    ...parts.flatMap((part) => reasonsOf(part, OF_FIRST_PARTS)),
  ]);
}

const reasonsOf = (title: string | undefined, wanted: ReadonlySet<Reason>): Reason[] =>
  (title === undefined ? [] : shippedPhrases().match(title))
    .filter(({ phrase }) => phrase.kind !== 'lead-in' && phrase.kind !== 'notice')
    .map(({ phrase }) => phrase.reason)
    .filter((reason) => wanted.has(reason));
