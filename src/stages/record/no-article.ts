import { countWords } from '../../core/text.js';
import type { Block, Page } from '../../core/types.js';
import { shippedPhrases } from '../../rules/phrases/index.js';
import { TERMINAL } from '../judge/facts.js';
import type { PieceOfText } from './pieces.js';

/** Pages of which something was kept, and which are no articles for all that. */

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
export function isWall(page: Page, kept: readonly PieceOfText[], words: number): boolean {
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

/** A kept block of so many words is a paragraph; where words are long, some of so many characters are. */
const PARAGRAPH_WORDS = 20;
const LINE_CHARACTERS = 75;
const LINES = 3;
/** A page with so many linked headings and fewer words in paragraphs is a list of articles. */
const LISTED_HEADINGS = 4;
const LISTED_WORDS = 150;
/** Share of a heading's characters in links from which it is one; less in a kept line, which a date may stand beside. */
const LINKED_HEADING = 0.8;
const LINKED_LINE = 0.6;
/** Kept lines that are links, and their share of all, from which what was kept is a list of other pages. */
const LINKED_LINES = 2;
const LINKED_SHARE = 0.3;
/** Words of a sentence, and so many of them one below the other that they are an article's. */
const SENTENCE = 5;
const TOGETHER = 3;

const linkDensity = (block: Block | undefined): number => block?.markup?.linkDensity ?? 0;

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
    else if (linkDensity(blocks[i]) > LINKED_LINE) run = 0;
  }
  return run >= TOGETHER;
}

/** A front page, a section, a profile, results of a search, a shop. */
export function isListing(page: Page, kept: readonly PieceOfText[]): boolean {
  const types = page.meta.types.map((type) => type.toLowerCase());
  const paragraphs = kept.filter(({ text }) => countWords(text) >= PARAGRAPH_WORDS);
  const lines = kept.filter(({ text }) => text.length >= LINE_CHARACTERS).length;
  if (isArticle(page)) return false;
  if (types.some((type) => LISTING_TYPES.has(type))) return true;
  const running = paragraphs.reduce((sum, piece) => sum + countWords(piece.text), 0);
  const linked = page.blocks.filter((block) => block.kind === 'heading' && linkDensity(block) > LINKED_HEADING).length;
  const own = kept.filter(({ verdict }) => linkDensity(page.blocks[verdict.block]) > LINKED_LINE).length;
  if (own >= LINKED_LINES && own >= LINKED_SHARE * kept.length) return true;
  return (
    (paragraphs.length < 2 && lines < LINES) ||
    (linked >= LISTED_HEADINGS && running < LISTED_WORDS && !standsTogether(page, kept))
  );
}
