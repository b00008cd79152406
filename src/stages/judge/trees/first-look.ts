import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';
import { TITLE_COLUMNS } from './title-columns.js';

/** Columns of which a block's neighbours' values are features, too. */
const NEIGHBOURLY = [
  'words',
  'links',
  'ends',
  'prose',
  'stop',
  'bold',
  'hidden',
  'halfIn',
  'mostIn',
  'denseIn',
  'denseDepth',
  'articleIn',
  'alikeProse',
  'besideProse',
  'ownLinks',
  'parentLinks',
  'parentProse',
  'tagP',
  'tagLi',
  'tagH2',
  'tagH3',
  'heading',
  'inHeadline',
  'inBody',
  'furniture',
  'struck',
  'role:byline',
  'role:date',
  'nameCaption',
  'nameMedia',
  'mediaBefore',
  'echo',
  'nameRelated',
  'inFigure',
  'inList',
  'shared',
  'capital',
  'depth',
];
/** The same for plain text. */
const NEIGHBOURLY_LINES = [
  'size',
  'reads',
  'stop',
  'ends',
  'endsColon',
  'startsQuote',
  'startsBullet',
  'capital',
  'upper',
  'digit',
  'dated',
  'foreign',
  'repeated',
  'echo',
  'shared',
  'gapBefore',
  'furniture',
  'struck',
  'role:byline',
  'role:date',
  'role:credit',
  'role:caption',
  'mark:list-head',
  'mark:button',
];
/**
 * Whether captions, boxes and lists beside the text are held to be no part of the article. Labelled sets differ in that, and are fitted
 * on together; of other pages their own word decides.
 */
export const STRICT = 'strict';
/** Share of a block's runs of words that stand in the page's description, from which it is a standfirst rather than the body. */
export const DESCRIBED = 0.8;
const STEPS = ['@-1', '@+1', '@-2', '@+2'];

/** What the page as a whole says: the same for all of its blocks. */
export function putPage(columns: Columns, page: Page, facts: readonly Facts[], isStrict: boolean): void {
  const { blocks, meta, tree } = page;
  const prose = columns.get('prose');
  const words = facts.reduce((sum, fact, i) => sum + (prose[i] === 1 ? fact.size : 0), 0);
  columns.fill('pageBlocks', Math.log2(1 + blocks.length));
  columns.fill('pageProse', Math.log2(1 + words));
  columns.fill('pageParagraphs', Math.log2(1 + prose.reduce((sum, value) => sum + value, 0)));
  columns.fill('pageBody', meta.articleBody === null ? 0 : 1);
  columns.fill('pageNews', meta.isNews ? 1 : 0);
  columns.fill('pageTyped', meta.types.some((type) => /article|posting/i.test(type)) ? 1 : 0);
  columns.fill('pageHeadlines', blocks.filter((block) => block.markup?.tag === 'h1').length);
  columns.fill(STRICT, isStrict ? 1 : 0);
  putStandfirst(columns, isStrict);
  putStructure(columns, page, tree?.parent ?? []);
}

/**
 * Whether a block between headline and body says what the page's description says, and whether such a block is the article's by the strict
 * idea. They are few, so that trees would hardly find out that nothing else matters where all of that comes together.
 */
function putStandfirst(columns: Columns, isStrict: boolean): void {
  const [under, described, hidden] = ['underHeadline', 'inDescription', 'hidden'].map((name) => columns.get(name));
  const standfirst = columns.add('standfirst');
  const strict = columns.add('standfirstStrict');
  standfirst.forEach((_, i) => {
    if (under?.[i] !== 1 || hidden?.[i] === 1 || (described?.[i] ?? 0) < DESCRIBED) return;
    standfirst[i] = 1;
    strict[i] = isStrict ? 1 : 0;
  });
}

/** How a block's element stands to the ones before and behind it. */
function putStructure(columns: Columns, { blocks }: Page, parents: readonly number[]): void {
  const heading = columns.add('heading');
  const sameBefore = columns.add('sameElementBefore');
  const siblingBefore = columns.add('siblingBefore');
  const siblingAfter = columns.add('siblingAfter');
  const underHeading = columns.add('underHeading');
  const headingWords = columns.add('headingWords');
  let since = 20;
  let size = 0;
  blocks.forEach((block, i) => {
    const element = block.markup?.element ?? -1;
    const before = blocks[i - 1]?.markup?.element ?? -2;
    const after = blocks[i + 1]?.markup?.element ?? -2;
    heading[i] = block.kind === 'heading' ? 1 : 0;
    sameBefore[i] = element === before ? 1 : 0;
    siblingBefore[i] = parents[element] === parents[before] ? 1 : 0;
    siblingAfter[i] = parents[element] === parents[after] ? 1 : 0;
    underHeading[i] = since;
    headingWords[i] = size;
    if (block.kind === 'heading') {
      since = 1;
      size = block.text.length;
    } else since = Math.min(20, since + 1);
  });
}

/** Names of all features of the first look. */
export const firstFeatures = (columns: Columns, format: Page['format']): string[] => [
  ...columns.names.filter((name) => !TITLE_COLUMNS.includes(name)),
  ...(format === 'html' ? NEIGHBOURLY : NEIGHBOURLY_LINES).flatMap((name) => STEPS.map((step) => name + step)),
];
