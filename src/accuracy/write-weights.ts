import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Forest } from '../stages/judge/trees/forest.js';
import type { Looks } from '../stages/judge/trees/read-trees.js';
import type { Reader } from './trees/fold-files.js';

const HEAD = '// Written by `npm run fit`. Do not edit: fit again.';

/**
 * Writes looks as a module of data, one list a line, and the forests for fields as another beside it. Modules and not .json: Node 20 still
 * warns of JSON imports, and the pure floors may not read files.
 */
export function writeLooks(folder: string, reader: Reader, { about, threshold, first, second, fields }: Looks): void {
  mkdirSync(folder, { recursive: true });
  writeModule(join(folder, `${reader}.ts`), `${reader}Looks`, 'Looks', [
    `  about: ${JSON.stringify(about)},`,
    `  threshold: ${threshold},`,
    ...forest('first', first),
    ...forest('second', second),
  ]);
  if (fields !== undefined)
    writeModule(join(folder, `${reader}-fields.ts`), `${reader}Fields`, 'FieldForests', [
      ...forest('title', fields.title),
      ...forest('byline', fields.byline),
    ]);
}

const forest = (name: string, own: Forest): string[] => [
  `  ${name}: {`,
  ...Object.entries(own).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`),
  `  },`,
];

/** A module of one value. */
function writeModule(path: string, name: string, type: 'Looks' | 'FieldForests', lines: readonly string[]): void {
  const head = [
    HEAD,
    `import type { ${type} } from '../trees/read-trees.js';`,
    '',
    `export const ${name}: ${type} = {`,
  ];
  writeFileSync(path, [...head, ...lines, '};', ''].join('\n'));
}
