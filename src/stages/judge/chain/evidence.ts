import type { Block, Mark, Page } from '../../../core/types.js';
import { Vocabulary } from '../../../core/vocabulary.js';
import { isDatedLine } from '../dated.js';
import { mainScript, type Facts } from '../facts.js';
import type { Observation } from '../observe.js';
import { STRUCK } from './chain.js';
import { readShape } from './shape.js';
import { guessTitle } from '../title.js';

/** The evidence on one block: names of what was seen. The judge's weights are per name; a name without a weight says nothing. */
export type Evidence = readonly string[];

const FAR = 6;
/** Words of the paragraph that opens the text; a standfirst is often shorter. */
const OPENING = 18;

const bucket = (value: number, bounds: readonly number[]): number => bounds.filter((bound) => value > bound).length;

/** Distance to the nearest block that satisfies `test`, looking backwards (-1) or forwards (+1), as a small number or 'none'. */
function distances(length: number, step: 1 | -1, test: (i: number) => boolean): (number | 'none')[] {
  const out = new Array<number | 'none'>(length).fill('none');
  let last = -1;
  for (let k = 0; k < length; k++) {
    const i = step === 1 ? length - 1 - k : k;
    if (last >= 0) {
      const distance = Math.abs(i - last);
      out[i] = distance <= 3 ? distance : distance <= FAR ? 5 : 9;
    }
    if (test(i)) last = i;
  }
  return out;
}

/** Names under which the marks of one block are known to the judge: each mark's own, its kind without the reason, and that there is one. */
function markNames(marks: readonly Mark[]): string[] {
  const names = new Set<string>();
  for (const mark of marks) {
    const name = mark.feature ?? mark.rule;
    names.add(name);
    const kind = name.split(':')[0] ?? name;
    names.add(`kind:${kind}`);
    if (mark.claim === 'drop' && FIRM.has(kind)) names.add('firm');
  }
  return [...names];
}

/** Kinds of phrases that can hardly be the article's own words. */
const FIRM = new Set(['label', 'lead-in', 'notice', 'ending', 'list-head']);

/**
 * Everything the judge looks at, block by block: the block's own shape, what rules marked, what stands around it, where in the
 * document it is and what words it shares with the rest. Linear in the page.
 */
export function gatherEvidence({ page, facts, prose, marks, struck }: Observation): Evidence[] {
  // What a sure mark takes out still says much about its neighbours, but it is no running text of the article.
  const seen = facts.map((fact, i) => (fact.prose === prose[i] ? fact : { ...fact, prose: false }));
  return gatherRows(page, seen, marks).map((row, i) => (struck[i] === true ? [STRUCK, ...row] : row));
}

function gatherRows(page: Page, facts: readonly Facts[], marks: readonly (readonly Mark[])[]): Evidence[] {
  const { blocks } = page;
  const count = blocks.length;
  const shapes = blocks.map((block, i) => readShape(block, facts[i] as Facts, page));
  const names = marks.map(markNames);
  const isProse = (i: number): boolean => facts[i]?.prose ?? false;
  const isFurniture = (i: number): boolean => (marks[i] ?? []).some((mark) => mark.claim === 'drop');
  const proseBefore = distances(count, -1, isProse);
  const proseAfter = distances(count, 1, isProse);
  const furnitureBefore = distances(count, -1, isFurniture);
  const furnitureAfter = distances(count, 1, isFurniture);
  const vocabulary = new Vocabulary(facts);
  const totalProse = facts.reduce((sum, fact) => sum + (fact.prose ? fact.size : 0), 0);
  const furnitureShare = count === 0 ? 0 : blocks.filter((_, i) => isFurniture(i)).length / count;
  const proseShare = count === 0 ? 0 : facts.filter((fact) => fact.prose).length / count;
  const main = mainScript(facts, (i) => facts[i]?.prose === true);
  const documentKind = `doc:${bucket(furnitureShare, [0, 0.1, 0.3])}:${bucket(proseShare, [0.15, 0.35, 0.6])}`;

  const opening = facts.findIndex((fact) => fact.prose && fact.size >= OPENING);
  const title = guessTitle(page, facts, marks, opening, isProse);

  const rows: string[][] = [];
  let proseSoFar = 0;
  let head = 'none';
  let headAt = -1;
  let headProse = 0;
  let openers = new Set<string>();
  for (let i = 0; i < count; i++) {
    const block = blocks[i] as Block;
    const fact = facts[i] as Facts;
    const own = shapes[i] as string[];
    const row = ['bias', ...own];
    const size = bucket(fact.size, [1, 3, 6, 12, 25, 50]);
    const seen = totalProse === 0 ? 0 : proseSoFar / totalProse;
    const left = totalProse === 0 ? 0 : 1 - (proseSoFar + (fact.prose ? fact.size : 0)) / totalProse;
    const before = proseBefore[i];
    const after = proseAfter[i];
    const where = `${bucket(seen, [0, 0.05, 0.3, 0.7, 0.95, 0.999])}${bucket(left, [0, 0.05, 0.3, 0.7])}`;
    const gap = i === 0 ? 'first' : block.line - (blocks[i - 1] as Block).line > 1 ? 'gap' : 'tight';
    row.push(
      `size:${size}`,
      `where:${where}`,
      `before:${before}`,
      `after:${after}`,
      `around:${before}/${after}`,
      documentKind,
      `gap:${gap}`,
    );
    row.push(
      `size:${size}|around:${before}/${after}`,
      `size:${size}|${documentKind}`,
      `prose:${fact.prose}|where:${where}`,
    );
    row.push(
      `furniture:${furnitureBefore[i]}/${furnitureAfter[i]}`,
      `size:${size}|furniture:${furnitureBefore[i]}/${furnitureAfter[i]}`,
    );
    if (fact.script !== 'None' && fact.script !== main) row.push('script:foreign', `script:foreign|size:${size}`);
    if (title >= 0) {
      const place =
        i === title ? 'is' : i < title ? 'above' : i >= opening ? 'text' : i - title <= 2 ? 'right-below' : 'below';
      row.push(
        `title:${place}`,
        `title:${place}|size:${size}`,
        `title:${place}|terminal:${fact.terminal}`,
        `title:${place}|stop:${fact.stopShare > 0.1}|size:${size}`,
      );
    }
    // Words shared with the other running text: the surest sign that a short line belongs to it.
    const shared = vocabulary.shared(i);
    row.push(
      `shared:${shared}`,
      `shared:${shared}|size:${size}`,
      `shared:${shared}|prose:${fact.prose}|where:${where}`,
    );
    if (vocabulary.continues(i)) row.push('continues', `continues|size:${size}`);
    for (const name of names[i] ?? []) {
      row.push(name, `${name}|around:${before}/${after}`, `${name}|where:${where}`, `${name}|size:${size}`);
      if (vocabulary.continues(i)) row.push(`${name}|continues`);
    }
    for (const [offset, side] of [
      [-1, 'prev'],
      [1, 'next'],
    ] as const) {
      const other = facts[i + offset];
      row.push(`${side}:size:${other === undefined ? 'none' : bucket(other.size, [3, 12, 25])}`);
      for (const name of names[i + offset] ?? []) row.push(`${side}:${name}`, `${side}:${name}|size:${size}`);
      for (const name of shapes[i + offset] ?? [])
        if (NEIGHBOURLY.has(name)) row.push(`${side}:${name}`, ...(own.includes(name) ? [`same:${name}`] : []));
    }
    // What head was last seen: lists and threads run on below it until running text that shares the article's words.
    if (head !== 'none') {
      const run = `under:${head}:${bucket(i - headAt, [1, 3, 8, 20])}`;
      row.push(
        run,
        `${run}|prose:${fact.prose}`,
        `under:${head}|size:${size}`,
        `under:${head}|shared:${shared}|prose:${fact.prose}`,
        `under:${head}|proses:${bucket(headProse, [0, 1, 3])}|prose:${fact.prose}`,
      );
    }
    for (const opener of openers)
      row.push(`since:${opener}`, `since:${opener}|prose:${fact.prose}`, `since:${opener}|shared:${shared}`);
    if (isDatedLine(block.text)) row.push('dated', `dated|size:${size}`);
    rows.push(row);
    if (fact.prose) {
      proseSoFar += fact.size;
      headProse++;
    }
    for (const mark of marks[i] ?? []) {
      if (mark.claim !== 'drop' || mark.feature === undefined) continue;
      if (mark.feature.startsWith('list-head')) {
        head = mark.reason;
        headAt = i;
        headProse = 0;
      }
      // Only what comes after running text can close the article.
      if (proseSoFar > 0) openers = new Set([...openers, mark.reason]);
    }
  }
  return rows;
}

const NEIGHBOURLY = new Set([
  'bullet',
  'numbered',
  'terminal',
  'quoted',
  'caps',
  'dash-start',
  'columns',
  'counter',
  'colon-end',
  'question',
  'handle-time',
  'title-case',
]);
