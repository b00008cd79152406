import { lineKey } from '../../core/text.js';
import type { Page } from '../../core/types.js';
import { separateGlued } from '../../rules/glued/separate.js';
import { RULES } from '../../rules/index.js';
import { LISTS } from '../../rules/phrases/index.js';
import { readByline } from '../../stages/fields/byline.js';
import { nameKey } from '../../stages/meta/names.js';
import { observe } from '../../stages/judge/observe.js';
import { namingOf, type Naming } from '../../stages/judge/trees/byline-look.js';
import { layoutOf } from '../../stages/judge/trees/layout.js';
import { gatherColumns } from '../../stages/judge/trees/read-trees.js';
import { mojibakeEdits } from '../../stages/mojibake.js';
import { parseText } from '../../stages/parse-text.js';
import { rawTextOf, readExtractedTexts, readLabelled, type ExtractedText, type LabelledDocument } from '../corpora.js';
import { familyOf, groupOf } from '../groups.js';
import { labelsFromLines } from '../labels.js';
import { labelsFromText } from '../labels-from-text.js';
import type { CorpusSet } from '../sets.js';
import { isWholePage, twinsOf } from '../twins.js';
import type { LabelledPage } from './pages.js';

/** Pages with more blocks teach little and cost much. */
const MOST_BLOCKS = 1_500;
/** What a labelled document's twins count for beside it, and a page's article alone beside the page. */
const TWIN = 0.25;
const ALONE = 0.5;

/** What is known of a page's fields; null where nothing is. */
interface Golds {
  readonly titles: readonly boolean[] | null;
  readonly authors: readonly string[] | null;
}

function labelTextPage(
  page: Page,
  keep: readonly (boolean | null)[],
  meta: { id: string; set: string; group: string; url: string | null } & Golds,
): LabelledPage {
  const { url, authors, ...named } = meta;
  const observation = observe(page, RULES, { source: 'local', url, fetchedAt: null, profiles: [] });
  const layout = layoutOf(page, observation.facts);
  const naming = namingOf(page, observation.facts, observation.marks, layout.tokens);
  return {
    ...named,
    share: 1,
    format: page.format,
    columns: gatherColumns(observation, layout, false),
    layout,
    naming,
    bylines: authors === null ? null : bylinesOf(page, naming, authors, observation.language),
    keep: keep.map((label) => label === true),
    // Nothing is to be learned from what is a matter of taste, either.
    struck: observation.struck.map((struck, i) => struck || keep[i] === null),
  };
}

/** Which blocks name some of the authors, and nobody else. */
function bylinesOf({ blocks }: Page, { lines }: Naming, authors: readonly string[], language: string): boolean[] {
  const known = new Set(authors.map(nameKey));
  const labels = blocks.map(() => false);
  for (const i of lines) {
    const names = readByline(blocks[i]?.text ?? '', LISTS, { language })?.authors ?? [];
    labels[i] = names.length > 0 && names.every((name) => known.has(nameKey(name)));
  }
  return labels;
}

/** Which blocks say a headline, be it with other signs or another case. */
function titlesOf(page: Page, headline: string | null): boolean[] {
  const key = headline === null ? null : lineKey(headline);
  return page.blocks.map(({ text }) => lineKey(text) === key);
}

/** A page without some of what is not its article; its fields are not asked for again. */
const asTwin = (page: LabelledPage, share: number): LabelledPage => ({ ...page, share, titles: null, bylines: null });

/** The documents of a set of labelled lines, and their twins. */
export function readLabelledLines(set: CorpusSet): LabelledPage[] {
  return readLabelled(set.folder).flatMap((document) => [
    labelDocument(set.name, document),
    ...Object.values(twinsOf(document.lines)).map((lines) =>
      asTwin(labelDocument(set.name, { ...document, lines }), TWIN),
    ),
  ]);
}

function labelDocument(set: string, document: LabelledDocument): LabelledPage {
  const page = parseText(rawTextOf(document), mojibakeEdits, Infinity, document.url);
  return labelTextPage(page, labelsFromLines(page, document), {
    id: `${set}/${document.id}`,
    set,
    group: familyOf(document),
    url: document.url,
    titles: titlesOf(page, document.meta.headline),
    authors: document.meta.author ?? [],
  });
}

/** Texts that other tools extracted from pages, labelled by those pages' gold text, and of whole pages' texts the article alone. */
export function readLabelledTexts(set: CorpusSet): LabelledPage[] {
  return readExtractedTexts(set.folder).flatMap((extracted) => {
    const { url, text, gold } = extracted;
    const page = separateGlued(parseText(text, mojibakeEdits, Infinity, url), url);
    if (page.blocks.length > MOST_BLOCKS) return [];
    const keep = labelsFromText(page, gold.text);
    const labelled = labelExtracted(extracted, page, keep);
    if (!isWholePage(extracted.set)) return [labelled];
    const { bare, ended } = twinsOf(
      page.blocks.map((block, i) => ({ t: block.text, l: keep[i] === true ? 'keep' : 'drop' })),
    );
    const lines = bare ?? ended;
    if (lines === undefined) return [labelled];
    const alone = parseText(lines.map(({ t }) => t).join('\n'), mojibakeEdits, Infinity, url);
    const isText = alone.blocks.map((block) => block.text !== '');
    return [asTwin(labelExtracted(extracted, alone, isText), ALONE), labelled];
  });
}

const labelExtracted = (
  { set, id, url, gold }: ExtractedText,
  page: Page,
  keep: readonly (boolean | null)[],
): LabelledPage =>
  labelTextPage(page, keep, {
    id: `${set}/${id}`,
    set,
    group: groupOf(gold),
    url,
    titles: typeof gold.title === 'string' ? titlesOf(page, gold.title) : null,
    authors: gold.authors === undefined || gold.authors === null ? null : [gold.authors].flat(),
  });
