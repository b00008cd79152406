import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The house: imports go down only, there are no circles, and the lower floors know nothing of the outside. */

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Floors from the ground up; folders and files of one floor may use each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['core/'],
  ['stages/', 'rules/'],
  ['pipeline.ts'],
  ['corpus/'],
  ['io/'],
  ['engines/', 'review/', 'accuracy/', 'bench/'],
  ['commands/'],
  ['index.ts', 'cli.ts'],
];
const PURE = ['core/', 'stages/', 'rules/', 'pipeline.ts', 'corpus/'];

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

const sources = new Map(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(SRC, path), readFileSync(path, 'utf8')] as const),
);

const IMPORT =
  /^(?:import|export)\s(type\s)?(?:[^\s'";][^'";]*?)?\sfrom\s'([^']+)';?$|^import\s+'([^']+)';?$|\bimport\('([^']+)'\)/gm;

const importsOf = (source: string): Import[] =>
  [...source.matchAll(IMPORT)].map((match) => ({
    target: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));

const inside = (file: string, target: string): string => posix.join(dirname(file), target).replace(/\.js$/, '.ts');

const floorOf = (file: string): number =>
  FLOORS.findIndex((parts) => parts.some((part) => file === part || (part.endsWith('/') && file.startsWith(part))));

/** Source without comments and strings, roughly: enough to look for names. */
const codeOf = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

const isPure = (file: string): boolean =>
  PURE.some((part) => file === part || (part.endsWith('/') && file.startsWith(part)));

/** All that is loaded with a file, what it asks for later left out. */
function loadedWith(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  const source = (sources.get(file) ?? '').replace(/\bimport\('[^']+'\)/g, '');
  for (const { target, typeOnly } of importsOf(source))
    if (!typeOnly && target.startsWith('.')) loadedWith(inside(file, target), known);
  return known;
}

describe('the floors', () => {
  it("are not loaded by a run's own thread: it only plans", () => {
    const loaded = loadedWith('commands/clean.ts');
    expect(loaded.has('io/plan.ts')).toBe(true);
    expect(
      [...loaded].filter((file) => ['pipeline.ts', 'stages/read-page.ts', 'rules/index.ts'].includes(file)),
    ).toEqual([]);
    expect(loadedWith('engines/thread.ts').has('pipeline.ts')).toBe(true);
  });

  it('hold every file', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect([...sources.keys()].filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('are built of files that are there', () => {
    const missing = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter(({ target }) => target.startsWith('.') && !sources.has(inside(file, target)))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('are imported from above only', () => {
    const upward = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter(({ target }) => target.startsWith('.') && floorOf(inside(file, target)) > floorOf(file))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('have no circles', () => {
    const edges = new Map(
      [...sources].map(([file, source]) => [
        file,
        importsOf(source)
          .filter(({ target, typeOnly }) => target.startsWith('.') && !typeOnly)
          .map(({ target }) => inside(file, target)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of edges.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the pure floors', () => {
  const pure = [...sources].filter(([file]) => isPure(file));

  it('use nothing of Node but hashes', () => {
    const outside = pure.flatMap(([file, source]) =>
      importsOf(source)
        .filter(({ target }) => target.startsWith('node:') && target !== 'node:crypto')
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(outside).toEqual([]);
  });

  it.each([
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bset(?:Timeout|Interval)\b/],
    ['chance', /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b/],
    ['the environment', /\bprocess\.|\bglobalThis\b|\bconsole\./],
    ['the place', /\btoLocale\w*\(|\blocaleCompare\(|\bIntl\./],
  ])('do not ask for %s', (_what, name) => {
    expect(pure.filter(([, source]) => name.test(codeOf(source))).map(([file]) => file)).toEqual([]);
  });
});

describe('every file', () => {
  it('names its imports as compiled code needs them', () => {
    const bare = [...sources].flatMap(([file, source]) =>
      importsOf(source)
        .filter(({ target }) => target.startsWith('.') && !target.endsWith('.js'))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(bare).toEqual([]);
  });

  it('is small, but for lists of data', () => {
    const isData = (file: string): boolean => file.startsWith('rules/phrases/') || file.includes('/weights/');
    const long = [...sources].filter(([file, source]) => !isData(file) && source.split('\n').length > 300);
    expect(long.map(([file]) => file)).toEqual([]);
  });
});
