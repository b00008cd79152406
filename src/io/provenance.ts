import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CleanOptions } from '../core/options.js';
import type { Provenance } from '../pipeline.js';
import { sha256 } from '../stages/record/identity.js';
import { shortHash } from './hash.js';
import { byCodeUnit } from '../core/order.js';
import type { ReadLimits } from './reader.js';

/** Folder of the running code: dist/, or src/ under a test runner. */
const CODE = fileURLToPath(new URL('..', import.meta.url));

/** What decides what becomes of a document: the pure floors, as far as they do, and the readers, which say what a document is. */
const DECIDING = ['core', 'stages', 'rules', 'corpus/lines', 'io/readers', 'pipeline.js', 'pipeline.ts'];
const IS_CODE = /(?<!\.d)\.(?:js|ts|json)$/;
/** `from 'cheerio'`, `from '@exodus/bytes/encoding.js'`: the package's name; not relative paths, not node's own. */
const IMPORT = /\bfrom ['"]((?:@[^/'"]+\/)?[^./'"][^/'":]*)['"/]/g;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function decidingFiles(): string[] {
  const files: string[] = [];
  const entries = readdirSync(CODE, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !IS_CODE.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name).slice(CODE.length).replaceAll('\\', '/').replace(/^\//, '');
    if (DECIDING.some((start) => path === start || path.startsWith(start + '/'))) files.push(path);
  }
  return files.sort(byCodeUnit);
}

/** The package as node would find it from a folder. */
function findPackage(name: string, from: string): { folder: string; manifest: Package } | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    try {
      const manifest = JSON.parse(readFileSync(join(candidate, 'package.json'), 'utf8')) as Package;
      return { folder: realpathSync(candidate), manifest };
    } catch {
      if (folder === dirname(folder)) return undefined;
    }
  }
}

/** `name@version` of the packages and of all that these depend on, sorted. */
function versionsOf(names: Iterable<string>, from: string): string[] {
  const versions = new Set<string>();
  const add = (name: string, folder: string): void => {
    const found = findPackage(name, folder);
    const version = `${name}@${found?.manifest.version ?? 'unknown'}`;
    if (versions.has(version)) return;
    versions.add(version);
    for (const dependency of Object.keys(found?.manifest.dependencies ?? {})) add(dependency, found?.folder ?? folder);
  };
  for (const name of names) add(name, from);
  return [...versions].sort(byCodeUnit);
}

let knownRules: string | undefined;

/**
 * Hash of what decides: the files of the pure floors with their data and weights, and the versions of the packages that they import.
 * Read once a process.
 */
export function rulesHash(): string {
  if (knownRules !== undefined) return knownRules;
  const packages = new Set<string>();
  const hashes: Record<string, string> = {};
  for (const path of decidingFiles()) {
    const content = readFileSync(join(CODE, path), 'utf8');
    hashes[path] = sha256(content);
    for (const [, name] of content.matchAll(IMPORT)) if (name !== undefined) packages.add(name);
  }
  return (knownRules = shortHash({ files: hashes, packages: versionsOf(packages, CODE) }));
}

let knownVersion: string | undefined;

/** Version of copydesk, from its own package.json. */
export function copydeskVersion(): string {
  if (knownVersion !== undefined) return knownVersion;
  const manifest = JSON.parse(readFileSync(join(CODE, '..', 'package.json'), 'utf8')) as Package;
  return (knownVersion = manifest.version);
}

/** Hash of the options that change the outcome. */
export function optionsHash(options: CleanOptions, limits: ReadLimits): string {
  return shortHash({ ...options, ...limits });
}

/** Hash of a document's inputs beside its own bytes, by their names; absent ones are left out. */
export function inputsHash(inputs: Readonly<Record<string, string | undefined>>): string {
  return shortHash(inputs);
}

/** What a run knows about itself before it sees a document. */
export function runProvenance(options: CleanOptions, limits: ReadLimits): Omit<Provenance, 'inputs'> {
  return { copydesk: copydeskVersion(), rules: rulesHash(), options: optionsHash(options, limits) };
}
