import type { ArticleRecord } from '../core/record.js';

/** A line with boilerplate glued to article text: which of its pieces must stay and which must go. A trap has nothing to cut. */
export interface GluedLine {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly keep: readonly string[];
  readonly cut: readonly string[];
}

/** How many pieces of a line are as they should be. */
export interface GluedScore {
  readonly id: string;
  readonly language: string;
  readonly cut: readonly [gone: number, all: number];
  readonly kept: readonly [there: number, all: number];
  /** A trap that lost a piece. */
  readonly isTouchedTrap: boolean;
  readonly wrong: readonly string[];
}

/** Blanks do not count: where a piece is cut out, none or one is left. */
const squeeze = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '');

/** Scores the record of a document that is the line alone. */
export function scoreGlued(line: GluedLine, record: ArticleRecord): GluedScore {
  const text = squeeze(record.text);
  const left = line.cut.filter((piece) => (text + squeeze(record.headline)).includes(squeeze(piece)));
  const lost = line.keep.filter((piece) => !text.includes(squeeze(piece)));
  return {
    id: line.id,
    language: line.lang,
    cut: [line.cut.length - left.length, line.cut.length],
    kept: [line.keep.length - lost.length, line.keep.length],
    isTouchedTrap: line.cut.length === 0 && lost.length > 0,
    wrong: [...left.map((piece) => `LEFT ${piece}`), ...lost.map((piece) => `LOST ${piece}`)],
  };
}

/** Shares of the pieces to cut that are gone and of those to keep that are there, 0 to 1, and the number of traps touched. */
export function summarizeGlued(scores: readonly GluedScore[]): Record<string, number> {
  const share = (part: (score: GluedScore) => readonly [number, number]): number => {
    const parts = scores.map(part);
    const right = parts.reduce((sum, [own]) => sum + own, 0);
    const all = parts.reduce((sum, [, own]) => sum + own, 0);
    return Math.round((right / Math.max(1, all)) * 10_000) / 10_000;
  };
  return {
    lines: scores.length,
    cut: share((score) => score.cut),
    kept: share((score) => score.kept),
    'traps touched': scores.filter((score) => score.isTouchedTrap).length,
  };
}
