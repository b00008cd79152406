import { decodeHTML } from 'entities';
import type { ArticleRecord } from '../core/record.js';
import type { LabelledDocument } from './corpora.js';
import { matchingBlocks, similarity } from './matching-blocks.js';

/** What is counted of one line-labelled document. Tokens are words after NFKC, entities decoded, lower case; CJK and Thai by the character. */
export interface LinesScore {
  readonly id: string;
  readonly language: string;
  readonly keep: number;
  readonly lost: number;
  readonly cut: number;
  readonly invented: number;
  readonly filled: number;
  readonly drop: number;
  readonly left: number;
  readonly noise: number;
  readonly out: number;
  readonly lostLines: readonly string[];
  readonly leftLines: readonly { readonly text: string; readonly reason: string }[];
  readonly metas: number;
  readonly metaInText: number;
  readonly fields: {
    readonly headline: boolean | null;
    readonly authors: boolean | null;
    readonly date: boolean | null;
    readonly language: boolean;
  };
}

const WORDISH = /[\p{L}\p{Nd}\p{Nl}\p{No}]+/gu;
const SINGLE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]/;
const ZERO = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g;

/** Tokens as the measure counts them. */
export function lineTokens(text: string): string[] {
  const plain = decodeHTML(decodeHTML(text)).normalize('NFKC').toLowerCase().replace(ZERO, '');
  return (plain.match(WORDISH) ?? []).flatMap((word) => (SINGLE.test(word) ? Array.from(word) : word));
}

const folded = (text: string | null | undefined): string => lineTokens(text ?? '').join(' ');
const DUPLICATE = 0.85;

/** Scores a record against its labelled document; a missing or rejected record counts as an empty one. */
export function scoreLines(document: LabelledDocument, record: ArticleRecord | null): LinesScore {
  const { lines, meta } = document;
  const text = record === null || record.status === 'rejected' ? '' : record.text;
  const source: string[] = [];
  const owner: number[] = [];
  const size = lines.map((line, i) => {
    const tokens = lineTokens(line.t);
    for (const token of tokens) {
      source.push(token);
      owner.push(i);
    }
    return tokens.length;
  });
  const out = lineTokens(text);
  const hit = lines.map(() => 0);
  for (const block of matchingBlocks(source, out))
    for (let k = block.a; k < block.a + block.size; k++)
      hit[owner[k] as number] = (hit[owner[k] as number] as number) + 1;
  const present = lines.map((_, i) => (size[i] as number) > 0 && (hit[i] as number) * 2 >= (size[i] as number));
  forgiveLaterCopies(lines, present, size);
  const sum = (test: (i: number) => boolean, value: (i: number) => number): number =>
    lines.reduce((total, _, i) => total + (test(i) ? value(i) : 0), 0);
  const isLost = (i: number): boolean => lines[i]?.l === 'keep' && (size[i] as number) > 0 && present[i] !== true;
  const isLeft = (i: number): boolean => lines[i]?.l === 'drop' && (size[i] as number) > 0 && present[i] === true;
  const fields = record === null || record.status === 'rejected' ? null : record;
  const authors = (meta.author ?? []).map(folded).sort();
  const given = (fields?.authors ?? []).map(folded).sort();
  const day = fields?.datePublished?.value.slice(0, 10) ?? null;
  return {
    id: document.id,
    language: document.lang,
    keep: sum(
      (i) => lines[i]?.l === 'keep',
      (i) => size[i] as number,
    ),
    lost: sum(isLost, (i) => size[i] as number),
    cut: sum(
      (i) =>
        lines[i]?.l === 'keep' &&
        present[i] === true &&
        (hit[i] as number) > 0 &&
        (hit[i] as number) < (size[i] as number),
      (i) => (size[i] as number) - (hit[i] as number),
    ),
    invented: out.length - hit.reduce((a, b) => a + b, 0),
    filled:
      Number(authors.length === 0 && given.length > 0) + Number((meta.datePublished ?? '') === '' && day !== null),
    drop: lines.filter((line) => line.l === 'drop').length,
    left: lines.filter((_, i) => isLeft(i)).length,
    noise: sum(isLeft, (i) => hit[i] as number),
    out: out.length,
    lostLines: lines.filter((_, i) => isLost(i)).map((line) => line.t),
    leftLines: lines.filter((_, i) => isLeft(i)).map((line) => ({ text: line.t, reason: line.r })),
    metas: lines.filter((line) => line.l === 'meta').length,
    metaInText: lines.filter(
      (line, i) => line.l === 'meta' && line.r !== 'caption' && (size[i] as number) > 0 && present[i] === true,
    ).length,
    fields: {
      headline: meta.headline === null ? null : folded(meta.headline) === folded(fields?.headline),
      authors: authors.length === 0 ? null : authors.join('\n') === given.join('\n'),
      date: (meta.datePublished ?? '') === '' ? null : day === meta.datePublished?.slice(0, 10),
      language: (fields?.inLanguage ?? '').split('-')[0] === document.lang,
    },
  };
}

/** A kept later copy in place of a dropped first one is no error. */
function forgiveLaterCopies(lines: LabelledDocument['lines'], present: boolean[], size: readonly number[]): void {
  lines.forEach((line, i) => {
    if (line.l !== 'drop' || line.r !== 'duplicate' || present[i] !== true) return;
    const j = lines.findIndex(
      (other, k) =>
        other.l === 'keep' &&
        present[k] !== true &&
        (size[k] as number) > 0 &&
        similarity(lineTokens(other.t), lineTokens(line.t)) > DUPLICATE,
    );
    if (j >= 0) {
      present[j] = true;
      present[i] = false;
    }
  });
}

/** The figures of a set of documents. Shares are of tokens, as score_lines counts them; fields are "right of known". */
export function summarizeLines(scores: readonly LinesScore[]) {
  const total = (value: (score: LinesScore) => number): number => scores.reduce((sum, score) => sum + value(score), 0);
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 10_000) / 10_000;
  const field = (name: keyof LinesScore['fields']): [number, number] => {
    const known = scores.map((score) => score.fields[name]).filter((value) => value !== null);
    return [known.filter(Boolean).length, known.length];
  };
  const keep = total((score) => score.keep);
  const out = total((score) => score.out);
  return {
    documents: scores.length,
    lost: share(
      total((score) => score.lost),
      keep,
    ),
    cut: share(
      total((score) => score.cut),
      keep,
    ),
    noise: share(
      total((score) => score.noise),
      out,
    ),
    dropLinesLeft: [total((score) => score.left), total((score) => score.drop)] as [number, number],
    perfect: share(
      scores.filter((score) => score.lostLines.length === 0 && score.leftLines.length === 0).length,
      scores.length,
    ),
    invented: share(
      total((score) => score.invented),
      out,
    ),
    metaInText: [total((score) => score.metaInText), total((score) => score.metas)] as [number, number],
    filled: total((score) => score.filled),
    headline: field('headline'),
    authors: field('authors'),
    date: field('date'),
    language: field('language'),
  };
}
