import { setTimeout } from 'node:timers/promises';
import type { Decision } from '../../core/decision.js';
import type { ArticleRecord } from '../../core/record.js';
import type {
  Decided,
  DecisionRequest,
  Decisions,
  Documents,
  DocumentView,
  Filter,
  Groups,
  Overview,
  Piece,
  Ref,
  Row,
  Sort,
  State,
} from '../api.js';
import { segmentPath } from '../catalogue/build.js';
import { findRow, type Catalogue } from '../catalogue/catalogue.js';
import { countRows } from '../catalogue/count.js';
import { placeHash, placeOf, strikeHash } from '../catalogue/facts.js';
import { StrikeGroups } from '../catalogue/groups.js';
import { search } from '../catalogue/search.js';
import { orderOf, rowFilter, type Surroundings } from '../catalogue/select.js';
import { cutOut, piecesOf } from '../../core/record-pieces.js';
import { sortStale } from '../../core/stale.js';
import { rowOf } from '../row.js';
import { listRuns } from '../../io/run-reports.js';
import { lastRuns } from '../runs.js';
import { viewDecisions } from '../standing.js';
import { without } from '../without.js';
import { makeDecision, touchesCut, versionOf, type Author } from './decide.js';
import type { DecisionLog } from './decision-log.js';
import { listGroups, nameOf } from './list-groups.js';
import type { Holdings } from './holdings.js';
import { RequestProblem } from './problem.js';
import { Standings } from './standings.js';

/** So long a search may look before it shows what it has found, in milliseconds. */
const SEARCH_MS = 600;

/** So long a record that is not where it was may be looked for, in milliseconds. */
const REFRESH_MS = 2000;

export interface Page {
  /** Number of the first that is wanted. */
  readonly from: number;
  readonly limit: number;
}

export interface DeskSettings {
  readonly clean: string;
  readonly holdings: Holdings;
  readonly log: DecisionLog;
  readonly author: Author;
  /** The blocks of a record's raw document, as cleaning reads them; null where it is not there any more. */
  readonly readBlocks?: (record: ArticleRecord) => Promise<readonly string[] | null>;
}

/** What the review page asks, answered from the catalogue, the records and the log of decisions. */
export class Desk {
  private lastRun: string | null | undefined;
  private readonly standings: Standings;

  constructor(private readonly settings: DeskSettings) {
    this.standings = new Standings(settings.holdings);
  }

  /** Counts of the documents that a filter asks for; the words of a search are left aside. */
  async overview(filter: Filter): Promise<Overview> {
    const { holdings, clean } = this.settings;
    const runs = await lastRuns(clean);
    const decisions = await this.settings.log.read();
    const around = this.surroundings(runs.run?.started ?? null, decisions);
    const { catalogue } = holdings;
    return {
      ...countRows(catalogue, rowFilter(catalogue, filter, around), around),
      ...runs,
      decisions: { active: decisions.length, stale: await this.countStale(decisions) },
      indexing: holdings.isRefreshing,
    };
  }

  /** Looks whether a run has ended, and if so, has the records read again. */
  async state(): Promise<State> {
    const { holdings, clean, log } = this.settings;
    const run = (await listRuns(clean)).at(-1) ?? null;
    if (this.lastRun !== undefined && this.lastRun !== run) void holdings.refresh();
    this.lastRun = run;
    const decisions = await log.read();
    const version = `${holdings.version} ${decisions.length} ${decisions.at(-1)?.id ?? ''}`;
    return { version, indexing: holdings.isRefreshing };
  }

  async documents(filter: Filter, sort: Sort, { from, limit }: Page): Promise<Documents> {
    const { holdings, clean } = this.settings;
    const decisions = await this.settings.log.read();
    const around = await this.around(decisions);
    const { catalogue } = holdings;
    const isWanted = rowFilter(catalogue, filter, around);
    if (filter.q !== undefined && filter.q.trim() !== '') {
      const { now } = this.settings.author;
      const bound = now() + SEARCH_MS;
      const bounds = { from, limit, isLate: () => now() > bound };
      const found = await search(catalogue, filter.q, isWanted, (segment) => segmentPath(clean, segment), bounds);
      return {
        total: found.rows.length,
        rows: await this.rows(catalogue, found.rows, decisions, filter.q),
        next: found.next,
      };
    }
    const wanted = orderOf(catalogue, sort).filter(isWanted);
    const rows = await this.rows(catalogue, wanted.subarray(from, from + limit), decisions);
    return { total: wanted.length, rows, next: from + limit < wanted.length ? from + limit : null };
  }

  private async rows(
    catalogue: Catalogue,
    numbers: Iterable<number>,
    decisions: readonly Decision[],
    words?: string,
  ): Promise<Row[]> {
    const { holdings } = this.settings;
    const counts = new Map<number, number>();
    for (const { document } of decisions) {
      const hash = placeHash(document);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    const rows: Row[] = [];
    for (const row of numbers) {
      const record = await holdings.read(row, catalogue);
      if (record === null) continue;
      rows.push(rowOf(record, holdings.refOf(row, catalogue), counts.get(placeHash(placeOf(record))) ?? 0, words));
    }
    return rows;
  }

  /** @throws RequestProblem where no such record is known */
  async document(ref: Ref): Promise<DocumentView> {
    const record = await this.record(ref);
    const decisions = await this.settings.log.read();
    const groups = StrikeGroups.of(this.settings.holdings.catalogue);
    const found = piecesOf(record);
    const views = viewDecisions(decisions, record, found);
    const isCut = cutOut(found);
    const pieces = found.map((piece, i): Piece => {
      const inline = isCut[i] ?? false;
      if (piece.is !== 'struck') return { ...piece, inline };
      const hash = strikeHash(piece.rule, piece.text);
      return { ...piece, inline, copies: groups.documentsOf(hash), group: nameOf(hash) };
    });
    return {
      row: rowOf(record, ref, views.length),
      record: without(record, ['text', 'blocks', 'moves', 'removals']),
      place: placeOf(record),
      pieces,
      version: versionOf(found),
      decisions: views,
      hasPage: record.provenance.format === 'html',
    };
  }

  /** `only`: one group, by its name. */
  async groups(filter: Filter, page: Page, only: string | null): Promise<Groups> {
    const decisions = await this.settings.log.read();
    return listGroups(this.settings.holdings, filter, await this.around(decisions), decisions, page, only);
  }

  /** Those that hold, the newest first, each with its document where that is still there. */
  async decisions(): Promise<Decisions> {
    const decisions = await this.settings.log.read();
    const views: Decisions['decisions'][number][] = [];
    for (const decision of decisions.toReversed()) views.push({ decision, ...(await this.standings.find(decision)) });
    return { decisions: views };
  }

  /** @throws RequestProblem where the request is not about a known document, or holds no text */
  async decide(request: DecisionRequest): Promise<Decided> {
    const record = await this.record(request.ref);
    const pieces = piecesOf(record);
    const decision = makeDecision(request, record, pieces, this.settings.author);
    if (request.action !== 'correct' && touchesCut(request.selection, pieces)) await this.checkPlace(decision, record);
    await this.settings.log.append({ event: 'decided', decision });
    return { decision };
  }

  /** A record shows a paragraph without what was cut out of it: what runs over the cut stands nowhere in the document. */
  private async checkPlace(decision: Decision, record: ArticleRecord): Promise<void> {
    const blocks = (await this.settings.readBlocks?.(record)) ?? null;
    if (blocks !== null && sortStale(blocks, [decision]).stale.length > 0)
      throw new RequestProblem(
        400,
        'something was struck in the midst of this: choose what stands before or behind it',
      );
  }

  /** @throws RequestProblem where the decision is not known, or was taken back already */
  async retire(id: string): Promise<void> {
    const { log, author } = this.settings;
    if (!(await log.read()).some((decision) => decision.id === id))
      throw new RequestProblem(409, 'this decision is not there any more: somebody took it back');
    await log.append({ event: 'retired', decision: id, at: new Date(author.now()).toISOString(), by: author.by });
  }

  /** @throws RequestProblem where no such record is known */
  async record({ path, at }: Ref): Promise<ArticleRecord> {
    const { holdings } = this.settings;
    const read = async (): Promise<ArticleRecord | null> => {
      const row = findRow(holdings.catalogue, path, at);
      return row < 0 ? null : await holdings.read(row);
    };
    const record = await read();
    if (record !== null) return record;
    // A run has just written it anew: in most folders the catalogue knows within a moment where it stands now.
    const wait = new AbortController();
    await Promise.race([holdings.refresh(), setTimeout(REFRESH_MS, null, { signal: wait.signal }).catch(() => null)]);
    wait.abort();
    const now = await read();
    if (now !== null) return now;
    throw new RequestProblem(404, 'there is no such document, or it has changed: try again in a moment');
  }

  private async around(decisions: readonly Decision[]): Promise<Surroundings> {
    return this.surroundings((await lastRuns(this.settings.clean)).run?.started ?? null, decisions);
  }

  private surroundings(started: string | null, decisions: readonly Decision[]): Surroundings {
    const places = decisions.length === 0 ? new Map<number, number>() : this.standings.places;
    const rows = decisions.map(({ document }) => places.get(placeHash(document)) ?? -1);
    return { lastRunMs: started === null ? null : Date.parse(started), decided: new Set(rows) };
  }

  private async countStale(decisions: readonly Decision[]): Promise<number> {
    let stale = 0;
    for (const decision of decisions) if ((await this.standings.find(decision)).standing === 'stale') stale += 1;
    return stale;
  }
}
