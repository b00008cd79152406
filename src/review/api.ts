import type { Decision, DocumentPlace, Passage, Scope } from '../core/decision.js';
import type { ArticleRecord } from '../core/record.js';
import type { KeptRole, MovedRole, Reason } from '../core/types.js';

/**
 * What the review page and its server say to each other, as JSON; the static report holds the same. Everything in here that comes out of a
 * document is text for people and never markup.
 */

/** A record by its place: clean file below clean/, with '/', and number of the record in it, from 0. */
export interface Ref {
  readonly path: string;
  readonly at: number;
}

export const SORTS = ['risk', 'removed', 'confidence', 'changed', 'path'] as const;
export type Sort = (typeof SORTS)[number];

/** Which documents: all that agree with everything that is given. In a query string the names are the same, lists are repeated. */
export interface Filter {
  readonly source?: string;
  readonly language?: string;
  readonly status?: ArticleRecord['status'];
  readonly reason?: Reason;
  readonly rule?: string;
  readonly flag?: string;
  /** With a removal of at most this confidence, 0 to 1. */
  readonly unsure?: number;
  /** Written by the last run. */
  readonly changed?: boolean;
  /** With decisions, or without. */
  readonly decided?: boolean;
  /**
   * Words that all stand in the headline, the authors, the path, the text or what was struck; in quotation marks, as one phrase. Case does
   * not count.
   */
  readonly q?: string;
}

export interface Count {
  readonly name: string;
  readonly documents: number;
}
/** Characters are UTF-16 units. */
export interface StrikeCount extends Count {
  readonly strikes: number;
  readonly characters: number;
}
export interface SourceCount extends Count {
  readonly review: number;
  readonly rejected: number;
  readonly kept: number;
  readonly removed: number;
}

/** GET api/overview?FILTER (without q). Lists are the largest first, cut to what can be read; `…Count` says how many there are. */
export interface Overview {
  readonly documents: {
    readonly total: number;
    readonly accepted: number;
    readonly review: number;
    readonly rejected: number;
    /** Written by the last run. */
    readonly changed: number;
  };
  readonly characters: { readonly kept: number; readonly removed: number };
  readonly reasons: readonly (Omit<StrikeCount, 'name'> & { readonly name: Reason })[];
  readonly rules: readonly StrikeCount[];
  readonly ruleCount: number;
  readonly sources: readonly SourceCount[];
  readonly sourceCount: number;
  readonly languages: readonly Count[];
  readonly flags: readonly Count[];
  /** The last run, and the one before it; null where there is none. */
  readonly run: RunSummary | null;
  readonly before: RunSummary | null;
  readonly decisions: { readonly active: number; readonly stale: number };
  /** The index is being brought up to date: figures are of what was read last. */
  readonly indexing: boolean;
}

export interface RunSummary {
  readonly id: string;
  /** ISO 8601. */
  readonly started: string;
  readonly durationMs: number;
  readonly documents: {
    readonly total: number;
    readonly cleaned: number;
    readonly accepted: number;
    readonly review: number;
    readonly rejected: number;
  };
  readonly characters: { readonly kept: number; readonly removed: number };
  /** A sentence for each source whose documents have changed. */
  readonly drift: readonly string[];
}

/** One document in a list. */
export interface Row {
  readonly ref: Ref;
  readonly rawPath: string;
  readonly key: string | null;
  readonly headline: string | null;
  readonly source: string;
  readonly language: string;
  readonly status: ArticleRecord['status'];
  readonly rejection: string | null;
  readonly flags: readonly string[];
  /** 0 to 1, and what makes it so, worst first: "142 words of prose struck as related". */
  readonly risk: number;
  readonly risks: readonly string[];
  readonly kept: number;
  readonly removed: number;
  readonly strikes: number;
  /** Lowest confidence of a removal; null without removals. */
  readonly confidence: number | null;
  readonly decisions: number;
  /** Where the words that were searched for stand. */
  readonly excerpt?: string;
}

/** GET api/documents?FILTER&sort=risk&from=0&limit=50 */
export interface Documents {
  /** How many there are; with a search, how many were found up to here. */
  readonly total: number;
  readonly rows: readonly Row[];
  /** What to give as `from` for more; null: these are the last. */
  readonly next: number | null;
}

/** One stretch of a document, in the order of the source. */
export type Piece = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Stands in the same paragraph or line as the piece before it. */
  readonly inline?: boolean;
} & (
  | { readonly is: 'kept'; readonly role: KeptRole }
  | { readonly is: 'moved'; readonly to: MovedRole }
  | {
      readonly is: 'struck';
      readonly reason: Reason;
      readonly rule: string;
      readonly evidence: string | null;
      readonly confidence: number;
      /** Documents that have the same strike (same rule, same text), this one counted. */
      readonly copies: number;
      /** Number of its group. */
      readonly group: string;
    }
);

/** A decision as it concerns a document. */
export interface DecisionView {
  readonly decision: Decision;
  /** Stale: its text does not stand in the document any more. Pending: the next run will obey it. */
  readonly standing: 'obeyed' | 'pending' | 'stale';
  /** Numbers of the pieces that its passage runs over. */
  readonly pieces: readonly number[];
}

/** GET api/document?path=…&at=… */
export interface DocumentView {
  readonly row: Row;
  /** Without what stands in `pieces`. */
  readonly record: Omit<ArticleRecord, 'text' | 'blocks' | 'moves' | 'removals'>;
  readonly place: DocumentPlace;
  readonly pieces: readonly Piece[];
  /** Names the pieces as they are now: what is selected is selected among these. */
  readonly version: string;
  readonly decisions: readonly DecisionView[];
  /** The raw document is HTML and can be shown as it looked: GET api/page?path=…&at=… */
  readonly hasPage: boolean;
}

/** Strikes of one rule and one text, across documents. */
export interface Group {
  readonly group: string;
  readonly rule: string;
  readonly reason: Reason;
  readonly text: string;
  readonly documents: number;
  readonly sources: number;
  /** Lowest confidence. */
  readonly confidence: number;
  /** One of the documents, its name for a decision, and the passage in it. */
  readonly example: Ref;
  readonly place: DocumentPlace;
  readonly passage: Passage;
  readonly source: string;
  readonly decision: Decision | null;
}

/**
 * GET api/groups?FILTER&from=0&limit=50, the most frequent first; those that stand in one document only are none. With `group=…` only the
 * one of that number.
 */
export interface Groups {
  readonly total: number;
  readonly groups: readonly Group[];
  readonly next: number | null;
}

/** Where a passage stands: from a character of one piece to one of the same or a later one. */
export interface Selection {
  readonly from: { readonly piece: number; readonly offset: number };
  readonly to: { readonly piece: number; readonly offset: number };
}

/**
 * POST api/decisions, with the session's token as X-Copydesk-Token. The server names who, when, source and passage. `version` is that of the
 * document as it was shown: a run may have written it anew since.
 */
export type DecisionRequest = { readonly ref: Ref; readonly note?: string; readonly version?: string } & (
  | { readonly action: 'accept' | 'keep'; readonly scope: Scope; readonly selection: Selection }
  | { readonly action: 'strike'; readonly scope: Scope; readonly selection: Selection; readonly reason: Reason }
  | { readonly action: 'correct'; readonly field: 'headline' | 'datePublished'; readonly value: string | null }
  | { readonly action: 'correct'; readonly field: 'authors'; readonly value: readonly string[] }
);
/** Its answer. */
export interface Decided {
  readonly decision: Decision;
}
/** POST api/retire, with the token: takes a decision back. Answers {}. */
export interface RetireRequest {
  readonly decision: string;
}

/** GET api/decisions: those that hold, newest first. */
export interface Decisions {
  readonly decisions: readonly { readonly decision: Decision; readonly ref: Ref | null; readonly standing: string }[];
}

/** GET api/state: asked every few seconds. Another version: what the page shows may have changed, by a run or by somebody's decisions. */
export interface State {
  readonly version: string;
  /** As in the overview. */
  readonly indexing: boolean;
}

/** What is answered with a status of 400 and more: one line for the person. */
export interface Problem {
  readonly problem: string;
}

/** The static report: one page, which holds all that it shows. */
export interface Report {
  readonly title: string;
  /** ISO 8601. */
  readonly made: string;
  readonly copydesk: string;
  readonly overview: Overview;
  /** The riskiest first. */
  readonly documents: readonly DocumentView[];
}
