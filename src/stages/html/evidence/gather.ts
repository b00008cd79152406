import type { BlockKind, PageMeta } from '../../../core/types.js';
import type { NameBook } from '../names.js';
import { tagAt, type Outline } from '../outline.js';
import type { Run } from '../runs.js';
import { putAround, type Sums } from './around.js';
import { putArticles } from './articles.js';
import { BlockEvidence } from './block-evidence.js';
import { findContainers, relationTo } from './containers.js';
import { measure, type Measures } from './measures.js';
import { putMedia } from './media.js';
import { putPositions, putRepetition } from './position.js';
import { likeness } from './siblings.js';
import { likenessToMeta } from './similarity.js';
import { SubtreeSums } from './subtree-sums.js';
import { Surroundings } from './surroundings.js';

const TAGS: Readonly<Record<string, string>> = {
  ...{
    p: 'tagP',
    li: 'tagLi',
    h1: 'tagH1',
    h2: 'tagH2',
    h3: 'tagH3',
    h4: 'tagH4',
    h5: 'tagH4',
    h6: 'tagH4',
    div: 'tagDiv',
    td: 'tagTd',
    th: 'tagTd',
  },
  ...{
    tr: 'tagTr',
    blockquote: 'tagQuote',
    figcaption: 'tagCaption',
    dd: 'tagDd',
    dt: 'tagDd',
    pre: 'tagPre',
    section: 'tagSection',
    article: 'tagSection',
  },
  ...{ body: 'tagBody', label: 'tagLabel' },
};
const HOLDERS: Readonly<Record<string, string>> = {
  ...{
    a: 'holderA',
    span: 'holderSpan',
    em: 'holderEm',
    i: 'holderEm',
    strong: 'holderB',
    b: 'holderB',
    time: 'holderTime',
    cite: 'holderCite',
  },
};
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
export function gatherEvidence({ outline, runs, texts, kinds, names, meta }: Cut): BlockEvidence[] {
  const all = runs.map(() => new BlockEvidence());
  const measures = runs.map((run, i) => measure(run, texts[i] as string, kinds[i] as BlockKind));
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
  const relations = (['half', 'most', 'dense', 'article'] as const).map((name) =>
    relationTo(outline, sums.prose, name, containers[name]),
  );
  const putLikeness = likeness(outline, elements, shown);
  const putMetaLikeness = likenessToMeta(meta);
  const surroundings = new Surroundings(outline, names);
  putPositions(all, outline, runs, shown);
  putRepetition(all, texts);
  putArticles(all, outline, runs, sums.prose);
  putMedia(all, outline, runs);
  all.forEach((evidence, i) => {
    const run = runs[i] as Run;
    const item = measures[i] as Measures;
    putOwn(evidence, outline, run, item);
    const parent = outline.parent[run.element] ?? -1;
    putAround(evidence, [run.element, parent, outline.parent[parent] ?? -1], item, sums);
    putLikeness(i, evidence);
    putMetaLikeness(texts[i] as string, evidence);
    surroundings.put(evidence, run.element, run.holder);
    for (const put of relations) put(evidence, run.holder);
  });
  return all;
}

function putOwn(evidence: BlockEvidence, outline: Outline, run: Run, item: Measures): void {
  evidence.words = log(item.words);
  evidence.links = item.characters === 0 ? 0 : item.linked / item.characters;
  evidence.bold = item.characters === 0 ? 0 : item.bold / item.characters;
  evidence.sentences = log(item.sentences);
  evidence.ends = item.ends ? 1 : 0;
  evidence.prose = item.prose > 0 ? 1 : 0;
  evidence.hidden = run.hidden === null ? 0 : 1;
  evidence.apart = run.layout === 'apart' ? 1 : 0;
  evidence.inline = run.holder === run.element ? 0 : 1;
  evidence.depth = Math.min(1, (outline.depth[run.holder] ?? 0) / 40);
  const tag = TAGS[tagAt(outline, run.element)];
  const holder = HOLDERS[run.holder === run.element ? '' : tagAt(outline, run.holder)];
  if (tag !== undefined) evidence[tag] = 1;
  if (holder !== undefined) evidence[holder] = 1;
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
