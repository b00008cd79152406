import { createHash } from 'node:crypto';
import type { FoundFile } from '../../io/look-at.js';
import {
  fillRows,
  fillStrikes,
  type RowColumns,
  type RowValues,
  type StrikeColumns,
  type StrikeValues,
} from './columns.js';
import type { RecordFacts, StrikeFacts } from './facts.js';

/** The names that columns hold the numbers of. */
export interface ColumnNames {
  readonly files: readonly FoundFile[];
  readonly sources: readonly string[];
  readonly languages: readonly string[];
  readonly flags: readonly string[];
  readonly rules: readonly string[];
}

/** A part of the catalogue: some clean files and what is known of their records. Names are numbered within the segment. */
export interface Segment extends ColumnNames {
  readonly rows: RowColumns;
  readonly strikes: StrikeColumns;
  /** Bytes of all that is searched. */
  readonly textSize: number;
  /** … and their digest: another process may write the same segment anew, and would find the same texts or others. */
  readonly textDigest: string;
}

/** Where a record stands in its file, in bytes. */
export interface RecordPlace {
  readonly at: number;
  readonly begin: number;
  readonly length: number;
}

/** More flags than bits: the last ones cannot be filtered by. There are a dozen. */
const FLAG_BITS = 32;

/** Numbers names in the order in which they come. */
class Names {
  private readonly numbers = new Map<string, number>();
  number(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) this.numbers.set(name, (number = this.numbers.size));
    return number;
  }
  get all(): string[] {
    return [...this.numbers.keys()];
  }
}

/** Gathers a segment, file by file. */
export class SegmentBuilder {
  private readonly files: FoundFile[] = [];
  private readonly sources = new Names();
  private readonly languages = new Names();
  private readonly flags = new Names();
  private readonly rules = new Names();
  private readonly rows: RowValues[] = [];
  private readonly strikes: StrikeValues[] = [];
  private readonly searched: Uint8Array[] = [];
  private textSize = 0;
  private readonly digest = createHash('sha256');

  addFile(file: FoundFile): void {
    this.files.push(file);
  }

  /** Adds a record of the file that was added last. */
  add(place: RecordPlace, facts: RecordFacts): void {
    const { strikes, searched } = facts;
    this.rows.push({
      begin: place.begin,
      place: facts.place,
      text: this.textSize,
      file: this.files.length - 1,
      length: place.length,
      at: place.at,
      source: this.sources.number(facts.source),
      language: this.languages.number(facts.language),
      flags: facts.flags.reduce((bits, flag) => bits | this.flagBit(flag), 0) >>> 0,
      reasons: strikes.reduce((bits, { reason }) => bits | (1 << reason), 0),
      kept: facts.kept,
      removed: facts.removed,
      strike: this.strikes.length,
      risk: facts.risk,
      status: facts.status,
      least: facts.least,
    });
    for (const strike of strikes) this.strikes.push({ ...strike, rule: this.rules.number(strike.rule) });
    this.searched.push(searched);
    this.textSize += searched.length;
    this.digest.update(searched);
  }

  private flagBit(flag: string): number {
    const number = this.flags.number(flag);
    return number < FLAG_BITS ? 1 << number : 0;
  }

  finish(): { segment: Segment; texts: readonly Uint8Array[] } {
    const { files, textSize } = this;
    const names = {
      sources: this.sources.all,
      languages: this.languages.all,
      flags: this.flags.all,
      rules: this.rules.all,
    };
    const columns = { rows: fillRows(this.rows), strikes: fillStrikes(this.strikes) };
    const segment = { files, ...names, ...columns, textSize, textDigest: this.digest.digest('hex') };
    return { segment, texts: this.searched };
  }
}

/** What a segment knows of the records of one file, in their order; `texts` are all that is searched in the segment. */
export function* recordsOf(
  segment: Segment,
  file: number,
  texts: Uint8Array,
): Generator<{ readonly place: RecordPlace; readonly facts: RecordFacts }> {
  const { rows, textSize } = segment;
  const value = (column: keyof RowColumns, row: number): number => rows[column][row] ?? 0;
  for (let row = firstAtLeast(rows.file, file); rows.file[row] === file; row++) {
    const place = { at: value('at', row), begin: value('begin', row), length: value('length', row) };
    const bits = value('flags', row);
    yield {
      place,
      facts: {
        place: value('place', row),
        status: value('status', row),
        source: segment.sources[value('source', row)] ?? '',
        language: segment.languages[value('language', row)] ?? '',
        flags: segment.flags.filter((_, i) => i < FLAG_BITS && (bits & (1 << i)) !== 0),
        kept: value('kept', row),
        removed: value('removed', row),
        risk: value('risk', row),
        least: value('least', row),
        strikes: strikesOf(segment, row),
        searched: texts.subarray(value('text', row), rows.text[row + 1] ?? textSize),
      },
    };
  }
}

/** Place of the first number that is no less, in numbers that only grow. */
export function firstAtLeast(numbers: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function strikesOf({ rows, strikes, rules }: Segment, row: number): StrikeFacts[] {
  const found: StrikeFacts[] = [];
  for (let i = rows.strike[row] ?? 0; i < (rows.strike[row + 1] ?? strikes.rule.length); i++)
    found.push({
      hash: strikes.hash[i] ?? 0,
      rule: rules[strikes.rule[i] ?? 0] ?? '',
      reason: strikes.reason[i] ?? 0,
      characters: strikes.characters[i] ?? 0,
      confidence: strikes.confidence[i] ?? 0,
    });
  return found;
}
