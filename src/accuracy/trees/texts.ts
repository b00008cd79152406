import type { Page } from '../../core/types.js';
import { separateGlued } from '../../rules/glued/separate.js';
import { RULES } from '../../rules/index.js';
import { observe } from '../../stages/judge/observe.js';
import { layoutOf } from '../../stages/judge/trees/layout.js';
import { gatherColumns } from '../../stages/judge/trees/read-trees.js';
import { mojibakeEdits } from '../../stages/mojibake.js';
import { parseText } from '../../stages/parse-text.js';
import { rawTextOf, readExtractedTexts, readLabelled } from '../corpora.js';
import { familyOf, groupOf } from '../groups.js';
import { labelsFromLines } from '../labels.js';
import { labelsFromText } from '../labels-from-text.js';
import type { CorpusSet } from '../sets.js';
import type { LabelledPage } from './pages.js';

/** Pages with more blocks teach little and cost much. */
const MOST_BLOCKS = 1_500;

function labelTextPage(
  page: Page,
  keep: readonly (boolean | null)[],
  meta: { id: string; set: string; group: string; url: string | null },
): LabelledPage {
  const { url, ...named } = meta;
  const observation = observe(page, RULES, { source: 'local', url, fetchedAt: null, profiles: [] });
  const layout = layoutOf(page, observation.facts);
  return {
    ...named,
    format: page.format,
    columns: gatherColumns(observation, layout, false),
    layout,
    keep: keep.map((label) => label === true),
    // Nothing is to be learned from what is a matter of taste, either.
    struck: observation.struck.map((struck, i) => struck || keep[i] === null),
    tokens: observation.facts.map((fact) => fact.tokens.length),
  };
}

/** The documents of a set of labelled lines. */
export function readLabelledLines(set: CorpusSet): LabelledPage[] {
  return readLabelled(set.folder).map((document) => {
    const page = parseText(rawTextOf(document), mojibakeEdits, Infinity, document.url);
    return labelTextPage(page, labelsFromLines(page, document), {
      id: `${set.name}/${document.id}`,
      set: set.name,
      group: familyOf(document),
      url: document.url,
    });
  });
}

/** Texts that other tools extracted from pages, labelled by those pages' gold text. */
export function readLabelledTexts(set: CorpusSet): LabelledPage[] {
  return readExtractedTexts(set.folder).flatMap(({ set: name, id, url, text, gold }) => {
    const page = separateGlued(parseText(text, mojibakeEdits, Infinity, url), url);
    if (page.blocks.length > MOST_BLOCKS || typeof gold.text !== 'string') return [];
    return [
      labelTextPage(page, labelsFromText(page, gold.text), {
        id: `${name}/${id}`,
        set: name,
        group: groupOf(gold),
        url,
      }),
    ];
  });
}
