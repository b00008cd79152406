import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../core/types.js';
import { RULES } from '../rules/index.js';
import { gatherEvidence } from '../stages/judge/chain/evidence.js';
import { observe } from '../stages/judge/observe.js';
import { mojibakeEdits } from '../stages/mojibake.js';
import { parseText } from '../stages/parse-text.js';
import { rawTextOf, readJsonl, readLabelled, type GoldArticle, type LabelledDocument } from './corpora.js';
import { groupOf } from './groups.js';
import { labelsFromLines } from './labels.js';
import { labelsFromText } from './labels-from-text.js';
import type { CorpusSet } from './sets.js';
import type { Example } from './train.js';

/** An example with what cross-validation needs: its source group and how many tokens each of its blocks has. */
export interface Sample extends Example {
  readonly set: string;
  /** Documents of one group are never on both sides of a fold. */
  readonly group: string;
  readonly tokens: readonly number[];
}

/** Line-labelled documents are few and count for more; news gold is strict and hand-checked, the other pages' is loose at its ends. */
const WEIGHT = { lines: 3, news: 0.6, pages: 0.3, other: 1 } as const;
/** Pages with more blocks teach little and cost much. */
const MOST_BLOCKS = 1_500;

function sample(
  page: Page,
  keep: readonly (boolean | null)[],
  meta: { id: string; set: string; group: string; weight: number },
): Sample {
  const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  return {
    ...meta,
    rows: gatherEvidence(observation),
    keep,
    tokens: observation.facts.map((fact) => fact.tokens.length),
  };
}

export function samplesFromLines(set: CorpusSet): Sample[] {
  return readLabelled(set.folder).map((document: LabelledDocument) => {
    const page = parseText(rawTextOf(document), mojibakeEdits);
    return sample(page, labelsFromLines(page, document), {
      id: document.id,
      set: set.name,
      group: document.id.replace(/^dev2?-/, ''),
      weight: WEIGHT.lines,
    });
  });
}

const readGold = (folder: string): GoldArticle[] => readJsonl<GoldArticle>(join(folder, 'gold.jsonl'));

const weightOf = (set: string): number => (set in WEIGHT ? WEIGHT[set as keyof typeof WEIGHT] : WEIGHT.other);

/** Text that other tools extracted from the pages of sibling sets, labelled by those pages' gold text. */
export function samplesFromTexts(set: CorpusSet, pages: readonly CorpusSet[]): Sample[] {
  const golds = new Map(
    pages.flatMap((other) => readGold(other.folder).map((gold) => [gold.id, { gold, set: other.name }] as const)),
  );
  const raw = join(set.folder, 'raw');
  if (!existsSync(raw)) return [];
  return readdirSync(raw)
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) =>
      readJsonl<{ id: string; text: string }>(join(raw, name)).flatMap((row) => {
        const known = golds.get(row.id);
        if (known === undefined || typeof known.gold.text !== 'string') return [];
        const page = parseText(row.text, mojibakeEdits);
        if (page.blocks.length > MOST_BLOCKS) return [];
        return [
          sample(page, labelsFromText(page, known.gold.text), {
            id: `${name}/${row.id}`,
            set: name.split('.')[0] ?? name,
            group: groupOf(known.gold),
            weight: weightOf(known.set),
          }),
        ];
      }),
    );
}
