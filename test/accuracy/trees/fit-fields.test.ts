import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldOf } from '../../../src/accuracy/groups.js';
import { fitFields } from '../../../src/accuracy/trees/fit-fields.js';
import type { LabelledPage } from '../../../src/accuracy/trees/pages.js';
import { readLabelledLines } from '../../../src/accuracy/trees/texts.js';
import { chancesOf, type Forest } from '../../../src/stages/judge/trees/forest.js';
import type { Looks } from '../../../src/stages/judge/trees/read-trees.js';
import { scratchFolder, writeTree } from '../../io/scratch.js';

const FOLDS = 3;
const PAPERS = ['Ardle Times', 'Tarn Herald', 'Quay Post', 'Moor Gazette', 'Fen Courier', 'Isle Record'];
const THINGS = ['ferry', 'bell', 'crane', 'quarry', 'harbour', 'mill', 'bridge', 'tower'];
const NAMES = ['Ida Brannigan', 'Tom Roe', 'Ada Quist', 'Nell Farrow', 'Per Lund', 'Una Keats'];

/** Forty-eight documents: a menu, a headline, a bare name, two paragraphs, and a list of names that signs nothing. */
function corpus(): string {
  const documents = Array.from({ length: 48 }, (_, at) => {
    const thing = THINGS[at % THINGS.length] as string;
    const other = THINGS[(at + 3) % THINGS.length] as string;
    const name = NAMES[at % NAMES.length] as string;
    const lines = [
      ['Home', 'drop', 'navigation'],
      [PAPERS[at % PAPERS.length], 'drop', 'navigation'],
      [`The ${thing} and the ${other} will both be repaired by spring`, 'meta', 'headline'],
      [name, 'meta', 'byline'],
      [
        `The ${thing} is old, and the ${other} is older; in year ${at} the town has said that it will mend them.`,
        'keep',
        '',
      ],
      [
        `Nobody has asked who pays for the ${thing}, said the clerk, and the ${other} must wait for its turn.`,
        'keep',
        '',
      ],
      ['Most read', 'drop', 'related'],
      [NAMES[(at + 2) % NAMES.length], 'drop', 'related'],
    ].map(([t, l, r]) => ({ t, l, r }));
    const headline = lines[2]?.t;
    const meta = { headline, author: [name], datePublished: null, publisher: null, agency: null };
    return [`lines/town${at}-x-01.json`, { id: `town${at}-x-01`, lang: 'en', url: null, lines, meta }] as const;
  });
  const root = scratchFolder();
  writeTree(root, Object.fromEntries(documents.map(([path, document]) => [path, JSON.stringify(document)])));
  return root;
}

/** Keeps what reads like running text. */
const READS: Forest = {
  features: ['reads'],
  base: 0,
  sizes: [3],
  feature: [0, -1, -1],
  threshold: [0.5, 0, 0],
  right: [2, 0, 0],
  value: [0, -4, 4],
};

const LOOKS: Looks = { about: 'running text', threshold: 0.4, first: READS, second: READS };

function fitted(): { pages: readonly LabelledPage[]; folds: readonly Required<Looks>[]; shipped: Looks } {
  const pages = readLabelledLines({ name: 'own', kind: 'lines', folder: join(corpus(), 'lines') });
  const folds = Array.from({ length: FOLDS }, () => LOOKS);
  const fields = fitFields(pages, { shipped: LOOKS, folds }, () => undefined);
  return { pages, folds: fields.folds as readonly Required<Looks>[], shipped: fields.shipped };
}

const best = (chances: Float64Array): number => chances.indexOf(Math.max(...chances));

describe('what tells a text’s fields', () => {
  it('is fitted without each fold, and finds headline and byline in what it has not seen', () => {
    const { pages, folds } = fitted();
    // Of twins the fields are not asked for.
    for (const { group, columns, layout, naming } of pages.filter(({ bylines }) => bylines !== null)) {
      const { title, byline } = (folds[foldOf(group, FOLDS)] as Required<Looks>).fields;
      const all = layout.sizes.map((_, i) => i);
      expect(best(chancesOf(title, columns, all))).toBe(2);
      expect(best(chancesOf(byline, columns, naming.lines))).toBe(3);
    }
  });

  it('leaves the looks as they are', () => {
    const { folds, shipped } = fitted();
    expect(shipped).toMatchObject(LOOKS);
    expect(folds.map(({ first }) => first)).toEqual(folds.map(() => READS));
  });
});
