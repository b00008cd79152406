import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Looks } from '../stages/judge/trees/read-trees.js';
import type { Reader } from './trees/fold-files.js';

const HEAD = '// Written by `npm run fit`. Do not edit: fit again.';

/**
 * Writes both looks as a module of data, one list a line. A module and not a .json: Node 20 still warns of JSON imports, and the pure floors
 * may not read files.
 */
export function writeLooks(path: string, reader: Reader, looks: Looks): void {
  const forest = (name: 'first' | 'second'): string[] => [
    `  ${name}: {`,
    ...Object.entries(looks[name]).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`),
    `  },`,
  ];
  const text = [
    HEAD,
    `import type { Looks } from '../trees/read-trees.js';`,
    ``,
    `export const ${reader}Looks: Looks = {`,
    `  about: ${JSON.stringify(looks.about)},`,
    `  threshold: ${looks.threshold},`,
    ...forest('first'),
    ...forest('second'),
    `};`,
    ``,
  ].join('\n');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
