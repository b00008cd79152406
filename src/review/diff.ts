import picocolors from 'picocolors';
import type { ArticleRecord } from '../core/record.js';
import type { Reason } from '../core/types.js';
import type { Standing } from '../corpus/copies/copies-of.js';
import { piecesOf, type DocumentPiece } from '../core/record-pieces.js';

export interface DiffOptions {
  /** Columns to wrap at. */
  readonly width: number;
  /** Colours and strikes by terminal codes; without them the marks at the left margin say the same. */
  readonly colour: boolean;
  /** Also the evidence and confidence of each removal. */
  readonly why: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;

/** Colour by what kind of thing was struck; the reason's name always stands beside it. */
const HUES: Readonly<Record<Reason, 'red' | 'yellow' | 'magenta' | 'blue' | 'gray'>> = {
  'error-page': 'red',
  ui: 'gray',
  navigation: 'gray',
  related: 'blue',
  subscription: 'magenta',
  social: 'magenta',
  comments: 'blue',
  advertisement: 'yellow',
  legal: 'gray',
  'translation-note': 'yellow',
  appended: 'red',
  duplicate: 'red',
  template: 'gray',
  noise: 'gray',
  'outside-article': 'gray',
};

/** Breaks at spaces, in unspaced scripts anywhere; wide characters take two columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const part of text.match(
    /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu,
  ) ?? []) {
    const size = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(part) ? 2 : Array.from(part).length;
    if (columns > 0 && columns + size > width) {
      lines.push(line.trimEnd());
      line = '';
      columns = 0;
    }
    if (columns === 0 && /^\s/.test(part)) continue;
    line += part;
    columns += size;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

const GUTTER = 2;

/**
 * Before and after of one document in one column, in source order: kept text plain, moved lines marked ">" with their field, removals
 * marked "-" with reason and rule; above it what the record says, and what it is a copy of. Every line is at most `width` columns.
 */
export function renderDiff(record: ArticleRecord, options: DiffOptions, standing: Standing | null = null): string {
  const colours = picocolors.createColors(options.colour);
  const out: string[] = [...header(record, standing, colours), ''];
  for (const piece of piecesOf(record)) out.push(...renderPiece(piece, options, colours), '');
  out.push(footer(record, colours));
  return out.join('\n') + '\n';
}

function renderPiece(piece: DocumentPiece, options: DiffOptions, colours: Colours): string[] {
  const lines = wrap(piece.text === '' ? '(no visible text)' : piece.text, Math.max(20, options.width - GUTTER));
  if (piece.is === 'kept') return lines.map((line) => `  ${piece.role === 'heading' ? colours.bold(line) : line}`);
  if (piece.is === 'moved') return [colours.green(`> ${piece.to}`), ...lines.map((line) => colours.green(`> ${line}`))];
  const hue = colours[HUES[piece.reason]];
  const label = `- ${piece.reason} (${piece.rule})`;
  const why = options.why
    ? [`- ${piece.confidence.toFixed(2)} sure${piece.evidence === null ? '' : `; evidence: ${piece.evidence}`}`]
    : [];
  return [
    hue(label),
    ...why.flatMap((text) => wrap(text, options.width)).map((line) => colours.dim(line)),
    ...lines.map((line) => hue(`- ${options.colour ? colours.strikethrough(line) : line}`)),
  ];
}

function copiesLine(standing: Standing): string {
  if (standing.is === 'original') return `original of ${standing.copies} ${standing.copies === 1 ? 'copy' : 'copies'}`;
  const { path, key } = standing.original;
  const likeness = standing.copy === 'exact' ? 'exact' : `near, ${standing.similarity.toFixed(2)}`;
  return `copy of ${key === null ? path : `${path} ${key}`} (${likeness})`;
}

function header(record: ArticleRecord, standing: Standing | null, colours: Colours): string[] {
  const { rawPath, key } = record.provenance;
  const fields: [string, string | null][] = [
    [
      'status',
      record.rejection === null
        ? record.status
        : `${record.status}: ${record.rejection.reason}, ${record.rejection.detail}`,
    ],
    ['headline', record.headline],
    ['authors', record.authors.join('; ') || null],
    [
      'published',
      record.datePublished === null ? null : `${record.datePublished.value} (${record.datePublished.from})`,
    ],
    ['agency', record.agency],
    ['language', record.inLanguage],
    ['flags', record.flags.join(', ') || null],
    ['copies', standing === null ? null : copiesLine(standing)],
  ];
  return [
    colours.bold(key === null ? rawPath : `${rawPath} ${key}`),
    ...fields
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${colours.dim(name.padEnd(10))}${value ?? ''}`),
  ];
}

function footer(record: ArticleRecord, colours: Colours): string {
  const removed = record.removals.reduce((sum, removal) => sum + removal.text.length, 0);
  return colours.dim(
    `kept ${record.text.length} characters in ${record.blocks.length} blocks; removed ${removed} in ${record.removals.length} pieces; moved ${record.moves.length}`,
  );
}
