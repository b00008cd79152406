import type { CleanOptions } from '../../core/options.js';
import type { ArticleRecord, Rejection } from '../../core/record.js';
import { countWords } from '../../core/text.js';
import type { Page, Reason } from '../../core/types.js';
import { shippedPhrases } from '../../rules/phrases/index.js';
import { TERMINAL } from '../judge/facts.js';
import { isDecided } from '../judge/obey.js';
import { chooseHeadline } from '../meta/headline.js';
import { SEPARATOR } from '../meta/site.js';
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
/** A kept block of so many words is a paragraph; where words are long, some of so many characters are. */
const PARAGRAPH_WORDS = 20;
const LINE_CHARACTERS = 75;
const LINES = 3;
/** A page with so many linked headings and fewer words in paragraphs is a list of articles. */
const LISTED_HEADINGS = 4;
const LINK = 0.8;
/** The same of a kept line, which a date may stand beside. */
const LINKED_LINE = 0.6;
const LISTED_WORDS = 150;
/** Kept lines that are links, and their share of all, from which what was kept is a list of other pages. */
const LINKED_LINES = 2;
const LINKED_SHARE = 0.3;
/** Words of a sentence, and so many of them one below the other that they are an article's. */
const SENTENCE = 5;
const TOGETHER = 3;

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

/** Types by which a page says that it is no article: a front page, a section, a profile, a shop. */
const LISTING_TYPES = new Set([
  'collectionpage',
  'searchresultspage',
  'profilepage',
  'contactpage',
  'aboutpage',
  'itemlist',
  'product',
  'videoobject',
]);
const ARTICLE_TYPES = /article|posting|report|review|opinion/i;
const isArticle = ({ meta }: Page): boolean => meta.types.some((type) => ARTICLE_TYPES.test(type));

/** Words of kept text from which a page is no wall, and the share of its characters that stand in lines with words of prompts. */
const WALL_MOST = 250;
const PROMPTS = 0.3;
const PASSWORD = /<input\b[^>]{0,500}\btype\s*=\s*["']?password\b/i;

/** What stands before an article: a form for a password in the midst of what was kept, or prompts for consent or a subscription. */
function isWall(page: Page, kept: readonly PieceOfText[], words: number): boolean {
  const [first, last] = [kept[0], kept.at(-1)];
  if (words >= WALL_MOST || first === undefined || last === undefined || isArticle(page)) return false;
  if (PASSWORD.test(page.source.slice(first.source.start, last.source.end))) return true;
  const prompts = kept.filter(({ text }) => shippedPhrases().match(text).length > 0 || asksConsent(text));
  const sum = (pieces: readonly PieceOfText[]): number => pieces.reduce((all, { text }) => all + text.length, 0);
  return sum(prompts) >= PROMPTS * sum(kept);
}

/** Words of consent texts, as stems. */
const CONSENT =
  /cookie|partner|consent|consens|toestemming|einwillig|zustimm|samtyck|samtykke|suostumus|souhlas|zgod[aęy]|ciastecz|согласи|згод|onay|çerez|privacy|privaci|datenschutz|confidentialit|tietosuoja|integritet|gizlilik|geolocali[sz]|クッキー|쿠키|同意/giu;
/** Different ones in a paragraph that asks for consent. */
const CONSENT_WORDS = 2;

const asksConsent = (text: string): boolean => new Set(text.toLowerCase().match(CONSENT)).size >= CONSENT_WORDS;

/** Whether some sentences were kept one below the other, with no link between them: teasers have their titles there. */
function standsTogether({ blocks }: Page, kept: readonly PieceOfText[]): boolean {
  const sentences = new Set(
    kept.flatMap(({ verdict, text }) =>
      verdict.role !== 'heading' && TERMINAL.test(text) && countWords(text) >= SENTENCE ? verdict.block : [],
    ),
  );
  let run = 0;
  for (let i = 0; i < blocks.length && run < TOGETHER; i++) {
    if (sentences.has(i)) run++;
    else if ((blocks[i]?.markup?.linkDensity ?? 0) > LINKED_LINE) run = 0;
  }
  return run >= TOGETHER;
}

function isListing(page: Page, kept: readonly PieceOfText[]): boolean {
  const types = page.meta.types.map((type) => type.toLowerCase());
  const paragraphs = kept.filter(({ text }) => countWords(text) >= PARAGRAPH_WORDS);
  const lines = kept.filter(({ text }) => text.length >= LINE_CHARACTERS).length;
  if (isArticle(page)) return false;
  if (types.some((type) => LISTING_TYPES.has(type))) return true;
  const running = paragraphs.reduce((sum, piece) => sum + countWords(piece.text), 0);
  const linked = page.blocks.filter(
    (block) => block.kind === 'heading' && (block.markup?.linkDensity ?? 0) > LINK,
  ).length;
  const own = kept.filter(({ verdict }) => (page.blocks[verdict.block]?.markup?.linkDensity ?? 0) > LINKED_LINE).length;
  if (own >= LINKED_LINES && own >= LINKED_SHARE * kept.length) return true;
  return (
    (paragraphs.length < 2 && lines < LINES) ||
    (linked >= LISTED_HEADINGS && running < LISTED_WORDS && !standsTogether(page, kept))
  );
}
