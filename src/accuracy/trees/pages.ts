import { DEFAULT_OPTIONS } from '../../core/options.js';
import type { Page } from '../../core/types.js';
import { RULES } from '../../rules/index.js';
import { decode } from '../../stages/decode.js';
import { observe } from '../../stages/judge/observe.js';
import type { Naming } from '../../stages/judge/trees/byline-look.js';
import type { Columns } from '../../stages/judge/trees/columns.js';
import { layoutOf, type Layout } from '../../stages/judge/trees/layout.js';
import { gatherColumns } from '../../stages/judge/trees/read-trees.js';
import { mojibakeEdits } from '../../stages/mojibake.js';
import { parseHtml } from '../../stages/parse-html.js';
import { readGoldPages, type GoldArticle } from '../corpora.js';
import { groupOf } from '../groups.js';
import { labelsFromText } from '../labels-from-text.js';
import type { CorpusSet } from '../sets.js';

/** A page with a gold article: what the trees see of it, and what is right. */
export interface LabelledPage {
  readonly id: string;
  readonly set: string;
  /** What the page counts for beside others of its set. */
  readonly share: number;
  readonly format: Page['format'];
  /** Pages of one group are never on both sides of a fold. */
  readonly group: string;
  readonly columns: Columns;
  readonly layout: Layout;
  /** Whether each block is the article's. */
  readonly keep: readonly boolean[];
  readonly struck: readonly boolean[];
  /** Whether each block says the headline; null where it is not known, or told by markup. */
  readonly titles: readonly boolean[] | null;
  /** Whether each block names authors of the page, and nobody else; null as with `titles`. */
  readonly bylines: readonly boolean[] | null;
  readonly naming: Naming;
}

/** Sets whose gold keeps some of what a strict one drops: lists of key points, quotations set apart, teasers in the text. */
const LOOSE: ReadonlySet<string> = new Set(['pages']);
/** Pages with more blocks teach little and cost much. */
const MOST_BLOCKS = 2_000;
/** Running text of the article's own kind that a gold leaves out, by its share of words and its blocks, from which the gold is cut off. */
const CUT_SHARE = 0.25;
const CUT_BLOCKS = 5;

/** The pages of a set that have a gold text. */
export function readLabelledPages(set: CorpusSet): LabelledPage[] {
  return readGoldPages(set.folder).flatMap(({ gold, file, read }) => {
    if (file === null || typeof gold.text !== 'string') return [];
    const page = labelPage(set.name, gold, gold.text, read());
    return page.keep.length > MOST_BLOCKS || isCutOff(page) ? [] : [page];
  });
}

/**
 * Whether the gold stops, or skips, in the midst of paragraphs that are alike and lie side by side: it would teach to do the same.
 */
function isCutOff({ layout, columns, keep }: LabelledPage): boolean {
  const groups = new Map<string, { kept: number; left: number; blocks: number }>();
  const [prose, hidden] = [columns.get('prose'), columns.get('hidden')];
  keep.forEach((kept, i) => {
    if (prose[i] !== 1 || hidden[i] === 1) return;
    const key = `${layout.looks[i] ?? ''} ${layout.tree.parent[layout.elements[i] as number] ?? -1}`;
    const group = groups.get(key) ?? { kept: 0, left: 0, blocks: 0 };
    const size = (layout.tokens[i] as Int32Array).length;
    if (kept) group.kept += size;
    else {
      group.left += size;
      group.blocks++;
    }
    groups.set(key, group);
  });
  const most = [...groups.values()].reduce((a, b) => (b.kept > a.kept ? b : a), { kept: 0, left: 0, blocks: 0 });
  return most.blocks >= CUT_BLOCKS && most.left > CUT_SHARE * (most.kept + most.left);
}

function labelPage(set: string, gold: GoldArticle, text: string, bytes: Uint8Array): LabelledPage {
  const page = parseHtml(decode(bytes, { format: 'html' }).text, DEFAULT_OPTIONS, mojibakeEdits, gold.url);
  const observation = observe(page, RULES, { source: 'local', url: gold.url ?? null, fetchedAt: null, profiles: [] });
  const layout = layoutOf(page, observation.facts);
  const columns = gatherColumns(observation, layout, !LOOSE.has(set));
  const { parent, last, depth } = layout.tree;
  return {
    id: `${set}/${gold.id}`,
    set,
    share: 1,
    format: page.format,
    group: groupOf(gold),
    columns,
    // A copy without the page's own tree, which would keep the whole document in memory.
    layout: { ...layout, tree: { parent: [...parent], last: [...last], depth: [...depth] } },
    keep: labelsFromText(page, text),
    struck: observation.struck,
    titles: null,
    bylines: null,
    naming: { lines: [], times: new Float32Array(0), small: new Float32Array(0) },
  };
}
