import { writeFileSync } from 'node:fs';
import type { Weights } from '../stages/judge/chain/chain.js';
import type { Looks } from '../stages/judge/trees/read-trees.js';

const HEAD = '// Written by `npm run fit`. Do not edit: fit again.';

/**
 * Writes weights as a module of data. A module and not a .json: Node 20 still warns of JSON imports, and the pure floors may not read
 * files. One name a line, so that a new fit can be read as a diff.
 */
export function writeWeights(path: string, weights: Weights): void {
  const { evidence, ...head } = weights;
  const lines = Object.entries(evidence).map(
    ([key, values]) => `    ${JSON.stringify(key)}: ${JSON.stringify(values)},`,
  );
  const text = [
    HEAD,
    `import type { Weights } from '../chain/chain.js';`,
    ``,
    `export const textWeights: Weights = {`,
    ...Object.entries(head).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`),
    `  evidence: {`,
    ...lines,
    `  },`,
    `};`,
    ``,
  ].join('\n');
  writeFileSync(path, text);
}

/** Writes both looks at HTML in the same way, one list a line. */
export function writeLooks(path: string, looks: Looks): void {
  const forest = (name: 'first' | 'second'): string[] => [
    `  ${name}: {`,
    ...Object.entries(looks[name]).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`),
    `  },`,
  ];
  const text = [
    HEAD,
    `import type { Looks } from '../trees/read-trees.js';`,
    ``,
    `export const htmlLooks: Looks = {`,
    `  about: ${JSON.stringify(looks.about)},`,
    `  threshold: ${looks.threshold},`,
    ...forest('first'),
    ...forest('second'),
    `};`,
    ``,
  ].join('\n');
  writeFileSync(path, text);
}
