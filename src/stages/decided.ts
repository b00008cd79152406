import { placeKey, type Decision, type DocumentPlace, type PassageDecision } from '../core/decision.js';
import { PassageText, squeeze } from '../core/passage.js';
import { normalize } from '../core/text.js';
import type { DecidedPassage, Page } from '../core/types.js';
import { sha256 } from './record/identity.js';

/** What people decided, as cleaning asks for it: by document, by source, and by the lines that a page holds. */

type Strike = Extract<PassageDecision, { action: 'keep' | 'strike' }>;

/** What a record hangs on of a decision. */
const effectOf = ({ id, note, ...decision }: Decision): unknown =>
  decision.action === 'correct'
    ? [id, decision.field, decision.value]
    : [id, decision.action, decision.scope, decision.passage, decision.action === 'strike' && decision.reason, note];

const digest = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** '' for none. */
const versionOf = (decisions: readonly Decision[]): string =>
  decisions.length === 0 ? '' : digest(decisions.map(effectOf));

/** Decisions of one reach beyond a document, found by the first of their lines: what they cost hangs on the page, not on their number. */
class Wide {
  readonly version: string;
  private readonly byFirstLine = new Map<string, { readonly decision: Strike; readonly lines: readonly string[] }[]>();

  constructor(private readonly decisions: readonly Strike[]) {
    this.version = versionOf(decisions);
    for (const decision of decisions) {
      const lines = decision.passage.text.split('\n').flatMap((line) => squeeze(line) || []);
      const [first] = lines;
      if (first === undefined) continue;
      const known = this.byFirstLine.get(first);
      if (known === undefined) this.byFirstLine.set(first, [{ decision, lines }]);
      else known.push({ decision, lines });
    }
  }

  get isEmpty(): boolean {
    return this.byFirstLine.size === 0;
  }

  /** Those whose lines stand on a page as whole blocks, one after another, each with all its places, in the order in which they were made. */
  findIn(page: Page, lines: readonly Line[]): Found[] {
    const places = new Map<Strike, DecidedPassage['parts'][number][]>();
    lines.forEach(({ squeezed }, at) => {
      for (const { decision, lines: wanted } of this.byFirstLine.get(squeezed) ?? []) {
        if (!wanted.every((line, i) => lines[at + i]?.squeezed === line)) continue;
        const parts = places.get(decision) ?? [];
        for (const { block } of lines.slice(at, at + wanted.length))
          parts.push({ block, start: 0, end: page.blocks[block]?.text.length ?? 0 });
        places.set(decision, parts);
      }
    });
    return this.decisions.flatMap((decision) => {
      const parts = places.get(decision);
      return parts === undefined ? [] : [{ decision, parts }];
    });
  }
}

interface Line {
  readonly block: number;
  readonly squeezed: string;
}

interface Found {
  readonly decision: Strike;
  readonly parts: DecidedPassage['parts'];
}

const toPassage = ({ decision, parts }: Found): DecidedPassage => ({
  id: decision.id,
  reason: decision.action === 'strike' ? decision.reason : null,
  note: normalize((decision.note ?? '').replace(/\p{Cs}/gu, '')) || null,
  parts,
});

/** What decisions have to say of one page. */
export interface PageDecisions {
  /** The nearer reach behind the wider, the later behind the earlier: where two speak of the same words, the last is right. */
  readonly passages: readonly DecidedPassage[];
  /** Names those of wide reach that the page holds; '' for none. */
  readonly held: string;
}

const NOTHING_SAID: PageDecisions = { passages: [], held: '' };

/** The decisions that reach beyond a document, of a whole run: to be made once and used for many documents. */
export class WideDecisions {
  private readonly sources = new Map<string, Wide>();
  private readonly everywhere: Wide;
  /** In the order in which they were made. */
  readonly list: readonly Decision[];

  /** Takes those of wide reach out of some decisions. */
  constructor(decisions: readonly Decision[]) {
    const list = decisions.filter(isWide);
    const sources = new Map<string, Strike[]>();
    for (const decision of list) if (decision.scope === 'source') push(sources, decision.source, decision);
    for (const [source, own] of sources) this.sources.set(source, new Wide(own));
    this.everywhere = new Wide(list.filter(({ scope }) => scope === 'everywhere'));
    this.list = list;
  }

  /** Names those that reach documents of some sources; of all where it is not known of which. '' for none. */
  versionOf(sources: readonly string[] | null): string {
    const names = sources ?? [...this.sources.keys()].sort();
    const versions = [this.everywhere.version, ...names.map((source) => this.sources.get(source)?.version ?? '')];
    return versions.every((version) => version === '') ? '' : digest(versions);
  }

  /** Those that a page of a source holds, the nearer reach behind the wider. */
  heldBy(page: Page, source: string): Found[] {
    const own = this.sources.get(source);
    if (this.everywhere.isEmpty && own === undefined) return [];
    const lines = linesOf(page);
    return [...this.everywhere.findIn(page, lines), ...(own?.findIn(page, lines) ?? [])];
  }
}

const isWide = (decision: Decision): decision is Strike =>
  (decision.action === 'keep' || decision.action === 'strike') && decision.scope !== 'document';

/** All decisions that a run goes by. Those that only say that all is well change nothing, and are left out. */
export class Decided {
  private readonly documents = new Map<string, Decision[]>();
  private readonly files = new Map<string, Decision[]>();

  constructor(
    decisions: readonly Decision[],
    readonly wide = new WideDecisions(decisions),
  ) {
    for (const decision of decisions) {
      if (decision.action === 'accept' || isWide(decision)) continue;
      push(this.documents, placeKey(decision.document), decision);
      push(this.files, decision.document.rawPath, decision);
    }
  }

  static readonly NOTHING = new Decided([]);

  /** Those about one document alone, in the order in which they were made. */
  onDocument(place: DocumentPlace): readonly Decision[] {
    return this.documents.size === 0 ? [] : (this.documents.get(placeKey(place)) ?? []);
  }

  /** Those about single documents of a raw file. */
  onFile(rawPath: string): readonly Decision[] {
    return this.files.get(rawPath) ?? [];
  }

  /** Names the decisions about single documents of a raw file; '' for none. */
  versionOfFile(rawPath: string): string {
    return versionOf(this.onFile(rawPath));
  }

  /** What is decided of a page. */
  onPage(page: Page, source: string, place: DocumentPlace): PageDecisions {
    const own = this.onDocument(place).filter((decision) => decision.action === 'keep' || decision.action === 'strike');
    const held = this.wide.heldBy(page, source);
    if (own.length + held.length === 0) return NOTHING_SAID;
    const text = new PassageText(own.length === 0 ? [] : page.blocks.map((block) => block.text));
    const found = own.map((decision): Found => {
      const parts = text.find(decision.passage);
      return { decision, parts: parts.map(({ text: block, start, end }) => ({ block, start, end })) };
    });
    return {
      passages: [...held, ...found].filter(({ parts }) => parts.length > 0).map(toPassage),
      held: versionOf(held.map(({ decision }) => decision)),
    };
  }
}

function push<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

const linesOf = (page: Page): Line[] =>
  page.blocks.flatMap(({ text }, block) => {
    const squeezed = squeeze(text);
    return squeezed === '' ? [] : [{ block, squeezed }];
  });

/** Between what a document's inputs were before a person decided about it, and what names the decisions. */
const DECIDED = '+';

/** Hash of a document's inputs, with the decisions about it alone. */
export const inputsDecided = (inputs: string, own: readonly Decision[]): string =>
  own.length === 0 ? inputs : `${inputs}${DECIDED}${versionOf(own)}`;

/** The inputs without the decisions about the document alone: the file's, and the repeated lines and wide decisions that it holds. */
export const inputsUndecided = (inputs: string): string => inputs.split(DECIDED, 1)[0] ?? inputs;
