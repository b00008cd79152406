import type { Decision } from '../../core/decision.js';
import { piecesOf } from '../../core/record-pieces.js';
import type { ArticleRecord } from '../../core/record.js';
import type { Ref } from '../api.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { placeHash } from '../catalogue/facts.js';
import { viewDecisions } from '../standing.js';
import type { Holdings } from './holdings.js';

/** Where a decision was made, and how that document stands to it. */
export interface Standing {
  readonly ref: Ref | null;
  readonly standing: string;
}

/**
 * How decisions stand to the documents on which they were made. Found once for each catalogue: the figures are asked for at every step, and
 * must not read the records of a thousand decisions each time.
 */
export class Standings {
  private of: Catalogue | null = null;
  private rows: ReadonlyMap<number, number> = new Map();
  private readonly known = new Map<string, Standing>();

  constructor(private readonly holdings: Holdings) {}

  /** Rows by the hash of their documents' places. */
  get places(): ReadonlyMap<number, number> {
    const { catalogue } = this.holdings;
    if (this.of !== catalogue) {
      this.of = catalogue;
      this.rows = new Map(Array.from(catalogue.rows.place, (place, row) => [place, row]));
      this.known.clear();
    }
    return this.rows;
  }

  async find(decision: Decision): Promise<Standing> {
    const row = this.places.get(placeHash(decision.document));
    const known = this.known.get(decision.id);
    if (known !== undefined) return known;
    const { of } = this;
    const ref = row === undefined ? null : this.holdings.refOf(row);
    const record = row === undefined ? null : await this.holdings.read(row);
    // What cannot be read now may be there again in a moment.
    if (record === null) return { ref, standing: 'gone' };
    const found = { ref, standing: standingOf(decision, record) };
    if (this.of === of) this.known.set(decision.id, found);
    return found;
  }
}

const standingOf = (decision: Decision, record: ArticleRecord): string =>
  viewDecisions([decision], record, piecesOf(record))[0]?.standing ?? 'stale';
