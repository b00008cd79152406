import { writeFileSync } from 'node:fs';
import type { Weights } from '../stages/judge/chain.js';

/**
 * Writes weights as a module of data. A module and not a .json: Node 20 still warns of JSON imports, and the pure floors may not read
 * files. One name a line, so that a new fit can be read as a diff.
 */
export function writeWeights(path: string, name: string, weights: Weights): void {
  const { evidence, ...head } = weights;
  const lines = Object.entries(evidence).map(
    ([key, values]) => `    ${JSON.stringify(key)}: ${JSON.stringify(values)},`,
  );
  const text = [
    `// Written by \`npm run fit\`. Do not edit: fit again.`,
    `import type { Weights } from '../chain.js';`,
    ``,
    `export const ${name}: Weights = {`,
    ...Object.entries(head).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},`),
    `  evidence: {`,
    ...lines,
    `  },`,
    `};`,
    ``,
  ].join('\n');
  writeFileSync(path, text);
}
