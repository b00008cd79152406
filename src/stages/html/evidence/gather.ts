import type { BlockKind, PageMeta } from '../../../core/types.js';
import type { NameBook } from '../names.js';
import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import { putAround, type Sums } from './around.js';
import { putArticles } from './articles.js';
import { findContainers, putRelation } from './containers.js';
import { EvidenceColumns, type EvidenceName } from './evidence-columns.js';
import { measure, shareOf, type Measures } from './measures.js';
import { putMedia } from './media.js';
import { putPositions, putRepetition } from './position.js';
import { putLikeness } from './siblings.js';
import { putLikenessToMeta } from './similarity.js';
import { SubtreeSums } from './subtree-sums.js';
import { Surroundings } from './surroundings.js';

const TAGS = new Map<string, EvidenceName>([
  ['p', 'tagP'],
  ['li', 'tagLi'],
  ['h1', 'tagH1'],
  ['h2', 'tagH2'],
  ['h3', 'tagH3'],
  ['h4', 'tagH4'],
  ['h5', 'tagH4'],
  ['h6', 'tagH4'],
  ['div', 'tagDiv'],
  ['td', 'tagTd'],
  ['th', 'tagTd'],
  ['tr', 'tagTr'],
  ['blockquote', 'tagQuote'],
  ['figcaption', 'tagCaption'],
  ['dd', 'tagDd'],
  ['dt', 'tagDd'],
  ['pre', 'tagPre'],
  ['section', 'tagSection'],
  ['article', 'tagSection'],
  ['body', 'tagBody'],
  ['label', 'tagLabel'],
]);
const HOLDERS = new Map<string, EvidenceName>([
  ['a', 'holderA'],
  ['span', 'holderSpan'],
  ['em', 'holderEm'],
  ['i', 'holderEm'],
  ['strong', 'holderB'],
  ['b', 'holderB'],
  ['time', 'holderTime'],
  ['cite', 'holderCite'],
]);
const log = (value: number): number => Math.min(1, Math.log2(1 + value) / 10);

/** A page cut into blocks, as evidence is gathered from it. */
export interface Cut {
  readonly outline: Outline;
  readonly runs: readonly Run[];
  readonly texts: readonly string[];
  readonly kinds: readonly BlockKind[];
  readonly names: NameBook;
  readonly meta: PageMeta;
}

/** What the markup and the tree around them say of a page's blocks, in order. Linear in the page. */
export function gatherEvidence({ outline, runs, texts, kinds, names, meta }: Cut): EvidenceColumns {
  const measures = runs.map((run, i) => measure(run, texts[i] as string, kinds[i] as BlockKind));
  const columns = new EvidenceColumns(runs.length);
  const shown = shownProse(runs, measures);
  const holders = runs.map((run) => run.holder);
  const elements = runs.map((run) => run.element);
  const sum = (value: (item: Measures) => number): SubtreeSums => new SubtreeSums(outline, holders, shown.map(value));
  const sums: Sums = {
    prose: sum(({ prose }) => prose),
    words: sum(({ words }) => words),
    blocks: sum(() => 1),
    linked: sum(({ linked }) => linked),
    characters: sum(({ characters }) => characters),
  };
  const containers = findContainers(outline, sums.prose, elements, shown);
  for (const name of ['half', 'most', 'dense', 'article'] as const)
    putRelation(columns, outline, sums.prose, name, containers[name], holders);
  putPositions(columns, outline, runs, shown);
  const lower = texts.map((text) => text.toLowerCase());
  putRepetition(columns, lower);
  putArticles(columns, outline, runs, sums.prose);
  putMedia(columns, outline, runs);
  putAround(columns, outline, runs, measures, sums);
  putLikeness(columns, outline, elements, shown);
  putLikenessToMeta(columns, lower, meta);
  const surroundings = new Surroundings(outline, names);
  runs.forEach((run, i) => {
    putOwn(columns, i, outline, run, measures[i] as Measures);
    surroundings.put(columns, i, run);
  });
  return columns;
}

function putOwn(columns: EvidenceColumns, i: number, outline: Outline, run: Run, item: Measures): void {
  columns.words[i] = log(item.words);
  columns.links[i] = shareOf(item.linked, item.characters);
  columns.bold[i] = shareOf(item.bold, item.characters);
  columns.sentences[i] = log(item.sentences);
  columns.ends[i] = item.ends ? 1 : 0;
  columns.prose[i] = item.prose > 0 ? 1 : 0;
  columns.hidden[i] = run.hidden === null ? 0 : 1;
  columns.apart[i] = run.layout === 'apart' ? 1 : 0;
  columns.inline[i] = run.holder === run.element ? 0 : 1;
  columns.depth[i] = Math.min(1, (outline.depth[run.holder] ?? 0) / 40);
  const tag = TAGS.get(tagAt(outline, run.element));
  const holder = HOLDERS.get(run.holder === run.element ? '' : tagAt(outline, run.holder));
  if (tag !== undefined) columns[tag][i] = 1;
  if (holder !== undefined) columns[holder][i] = 1;
}

/** Hidden text counts as no prose, unless nearly all of the page's prose is hidden. */
function shownProse(runs: readonly Run[], measures: readonly Measures[]): Measures[] {
  let shown = 0;
  let hidden = 0;
  measures.forEach(({ prose }, i) => {
    if (runs[i]?.hidden === null) shown += prose;
    else hidden += prose;
  });
  return measures.map((item, i) => (runs[i]?.hidden === null || shown < 0.25 * hidden ? item : { ...item, prose: 0 }));
}
