import type { Phrase } from './phrase.js';

/** The nouns of the pipeline. Spans are half-open and in UTF-16 units throughout. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why a piece of the source is not in the article. */
export const REASONS = [
  'error-page',
  'ui',
  'navigation',
  'related',
  'subscription',
  'social',
  'comments',
  'advertisement',
  'legal',
  'translation-note',
  'appended',
  'duplicate',
  'template',
  'noise',
  'outside-article',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a piece is, when it is not simply a paragraph. Moved roles leave the text for a field of the record. */
export const MOVED_ROLES = ['headline', 'byline', 'date', 'caption', 'credit', 'dateline'] as const;
export type MovedRole = (typeof MOVED_ROLES)[number];
export type KeptRole = 'standfirst' | 'heading' | 'paragraph' | 'quote' | 'list-item' | 'table';
export type Role = MovedRole | KeptRole;

const MOVED: ReadonlySet<string> = new Set(MOVED_ROLES);
export const isMoved = (role: Role): role is MovedRole => MOVED.has(role);

export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'table' | 'caption' | 'preformatted' | 'line';

/** What the markup knew about a block. Only HTML pages have it. */
export interface MarkupFacts {
  /** Tag of the block's own element, lower case. */
  readonly tag: string;
  /** Tags from the root down to the block's element. */
  readonly path: readonly string[];
  /** Words of class, id, role and itemprop of the block's element and its ancestors, nearest first. */
  readonly names: readonly string[];
  /** Share of the block's characters that stand in links, 0 to 1. */
  readonly linkDensity: number;
  /** False where the markup hides the block (hidden, display:none, aria-hidden, noscript, template). */
  readonly visible: boolean;
  /** Evidence from structure and from the tree around the block, by name; numbers are roughly 0 to 1. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Tag and classes of the block's element and of the one above: blocks with the same are of one kind to a style sheet. */
  readonly look: string;
  /** Node in Page.tree of the block's element, -1 for the page itself, and of the smallest element that holds the whole block. */
  readonly element: number;
  readonly holder: number;
}

/** A markup tree as flat lists in document order: node i holds the nodes i + 1 … last[i]; its parent is -1 at the top. */
export interface MarkupTree {
  readonly parent: readonly number[];
  readonly last: readonly number[];
  readonly depth: readonly number[];
}

/**
 * One line, paragraph or block element. The blocks of a page tile it: every character that is not white space or markup is
 * in exactly one block, in document order.
 */
export interface Block {
  /** In Page.text. */
  readonly span: Span;
  /** In the decoded source, from the first to the last character of the block's text. */
  readonly source: Span;
  readonly kind: BlockKind;
  /** The block as rules read it: repaired and normalized, on one line. Offsets in it are mapped by Page.locate. */
  readonly text: string;
  /** Number of the block's first line among the page's lines, blank lines counted; gaps show where blank lines were. */
  readonly line: number;
  readonly markup?: MarkupFacts;
}

/** A date or time as found somewhere in the document; `from` says where ("json-ld", "meta:article:published_time", "byline"). */
export interface DateValue {
  /** ISO 8601 as written, never shifted; an offset only if the source gives one. */
  readonly value: string;
  readonly precision: 'day' | 'minute' | 'second';
  readonly from: string;
  readonly raw: string;
}

/** A value and the place it was read from. */
export interface Origin<T> {
  readonly value: T;
  readonly from: string;
}

/** What the page says of itself. Lists are in order of trust, best first; nothing in here is verified. */
export interface PageMeta {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly lang: string | null;
  readonly publishers: readonly Origin<string>[];
  readonly headlines: readonly Origin<string>[];
  readonly descriptions: readonly Origin<string>[];
  readonly authors: readonly Origin<readonly string[]>[];
  readonly published: readonly Origin<string>[];
  readonly modified: readonly Origin<string>[];
  readonly articleBody: string | null;
  /** schema.org type of the main entity, og:type: "NewsArticle", "article", "website" … */
  readonly types: readonly string[];
  /** It calls itself news: by the type of the article or of its publisher, or by keywords for news searches. */
  readonly isNews: boolean;
  readonly flags: readonly string[];
}

export const EMPTY_META: PageMeta = {
  url: null,
  canonicalUrl: null,
  lang: null,
  publishers: [],
  headlines: [],
  descriptions: [],
  authors: [],
  published: [],
  modified: [],
  articleBody: null,
  types: [],
  isNews: false,
  flags: [],
};

/** A parsed document: immutable text and the blocks that tile it. HTML and plain text give the same shape. */
export interface Page {
  readonly format: 'html' | 'text';
  /** The decoded source, nothing changed. */
  readonly source: string;
  /** What the judge reads: for HTML the visible text laid out, for text the source itself. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly meta: PageMeta;
  readonly flags: readonly string[];
  /** Only HTML pages have it. */
  readonly tree?: MarkupTree;
  /** Indices of the blocks inside the elements that match a CSS selector; none for plain text. */
  select(css: string): readonly number[];
  /** The span in Page.text of the characters start..end of blocks[block].text. */
  locate(block: number, start: number, end: number): Span;
  /** The span in the decoded source of a span in Page.text. */
  sourceOf(span: Span): Span;
}

export type Mark = {
  readonly span: Span;
  readonly rule: string;
  readonly evidence?: string;
  /** Name of the evidence feature this mark feeds to the judge; the rule's name if absent. */
  readonly feature?: string;
  /** A sure mark decides by itself; others are weighed by the judge. */
  readonly sure?: boolean;
  /** Log odds against the block that the mark adds to what the judge makes of the block otherwise: no weight is fitted for it. */
  readonly odds?: number;
} & (
  | { readonly claim: 'drop'; readonly reason: Reason }
  | { readonly claim: 'keep' }
  | { readonly claim: 'role'; readonly role: Role }
);

/** Of the lines that documents of one source repeat, by number (core/line-hash.ts): the share of those documents that hold each, rounded down. */
export interface SourceLines {
  readonly size: number;
  get(line: number): number | undefined;
}
/** The published lines of all sources, by source. */
export interface RepeatedLines {
  readonly size: number;
  get(source: string): SourceLines | undefined;
}

/** A passage of which a person decided what it is. */
export interface DecidedPassage {
  /** Of the decision. */
  readonly id: string;
  /** Why it is not the article's; null: it is. */
  readonly reason: Reason | null;
  readonly note: string | null;
  /** Where it stands: offsets in blocks' texts. */
  readonly parts: readonly { readonly block: number; readonly start: number; readonly end: number }[];
}

/** What is known about where a document comes from, before it is read. */
export interface SourceContext {
  /** Registrable domain, else the first folder under raw/, else 'local'. */
  readonly source: string;
  readonly url: string | null;
  /** Guess of the page's language from its longest lines, or 'und'. Rules use it to choose data, never to decide. */
  readonly language: string;
  /** ISO 8601; dates after it are refused. */
  readonly fetchedAt: string | null;
  /** The person's own phrases and profiles. */
  readonly profiles: readonly SiteProfile[];
  /** The lines of this document that its source repeats. */
  readonly repeated?: SourceLines | undefined;
  /** What people decided of this document; of two about the same words, the later in the list is right. */
  readonly decided?: readonly DecidedPassage[] | undefined;
}

export interface Rule {
  readonly name: string;
  readonly reason?: Reason;
  readonly examples?: { readonly drops: readonly string[]; readonly keeps: readonly string[] };
  mark(page: Page, context: SourceContext): Iterable<Mark>;
}

/** What the judge decided about a piece of the page. Verdicts tile the page's blocks, in order. */
export interface Verdict {
  readonly span: Span;
  readonly block: number;
  readonly decision: 'keep' | 'drop' | 'move';
  /** Set for 'move' (where to) and, for 'keep', what kind of block it becomes. */
  readonly role: Role | null;
  readonly reason: Reason | null;
  readonly rule: string;
  readonly evidence: string | null;
  /** Probability of the decision, 0 to 1. */
  readonly confidence: number;
}

/** One raw document as a reader hands it on: bytes, or text where the container already decoded it. */
export interface RawDocument {
  /** Below --raw, with '/'. */
  readonly rawPath: string;
  /** Its own id inside a container. */
  readonly key: string | null;
  /** Offset in the container, as stored. */
  readonly offset: number | null;
  readonly format: 'html' | 'text';
  readonly payload: Uint8Array | string;
  readonly hints: DocumentHints;
}

/** What a sidecar or a container said about a document. */
export interface DocumentHints {
  readonly url?: string | undefined;
  readonly fetchedAt?: string | undefined;
  readonly contentType?: string | undefined;
  readonly source?: string | undefined;
  readonly language?: string | undefined;
}

/** A source's own selectors and phrases: data, one file a site, ours or the user's. */
export interface SiteProfile {
  readonly name: string;
  /** Registrable domains or source names the profile is for; absent: every source. */
  readonly sources?: readonly string[] | undefined;
  readonly language?: string | undefined;
  /** ISO 8601 days between which documents were fetched that the profile is for, the last not included: sites change their layout. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly body?: readonly string[] | undefined;
  readonly drop?:
    | readonly { readonly select?: string | undefined; readonly line?: string | undefined; readonly reason: Reason }[]
    | undefined;
  readonly keep?: readonly { readonly select?: string | undefined; readonly line?: string | undefined }[] | undefined;
  readonly phrases?: readonly Phrase[] | undefined;
}
