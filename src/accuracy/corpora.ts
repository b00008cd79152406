import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../core/errors.js';

/** A line-labelled document: what each of its lines is. Raw text = the lines joined by newlines. */
export interface LabelledDocument {
  readonly id: string;
  readonly lang: string;
  readonly url: string | null;
  readonly lines: readonly {
    readonly t: string;
    readonly l: 'keep' | 'drop' | 'meta' | 'either';
    readonly r: string;
  }[];
  readonly meta: {
    readonly headline: string | null;
    readonly author: readonly string[] | null;
    readonly datePublished: string | null;
    readonly publisher: string | null;
    readonly agency: string | null;
  };
}

/** A page's gold article. Null or absent fields are not scored. */
export interface GoldArticle {
  readonly id: string;
  readonly url?: string;
  readonly source?: string;
  readonly text?: string | null;
  readonly alts?: readonly string[];
  readonly title?: string | null;
  readonly authors?: readonly string[] | string | null;
  readonly date?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly language?: string | null;
  readonly not_article?: boolean;
  readonly encoding?: string;
}

const readText = (path: string): string =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString('utf8') : readFileSync(path, 'utf8');

/** Labelled documents of a folder, by name. Throws UsageError where there are none. */
export function readLabelled(folder: string): LabelledDocument[] {
  if (!existsSync(folder)) throw new UsageError(`no folder of labelled documents at ${folder}`);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  if (files.length === 0) throw new UsageError(`no labelled documents (*.json) in ${folder}`);
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelledDocument);
}

/** A page of a set: its gold, and its stored file and bytes if it is there. */
export interface GoldPage {
  readonly gold: GoldArticle;
  readonly file: string | null;
  /** Unpacked. */
  readonly read: () => Uint8Array;
}

/** The pages of a set's folder in the order of its gold.jsonl; a page's file in raw/ is called by its id. */
export function readGoldPages(folder: string): GoldPage[] {
  const raw = join(folder, 'raw');
  const files = new Map(
    readdirSync(raw)
      .filter((name) => !name.endsWith('.meta.json'))
      .map((name) => [name.slice(0, name.indexOf('.')), name]),
  );
  return readJsonl<GoldArticle>(join(folder, 'gold.jsonl')).map((gold) => {
    const file = files.get(gold.id) ?? null;
    return {
      gold,
      file,
      read: () => {
        const bytes = readFileSync(join(raw, file ?? gold.id));
        return file?.endsWith('.gz') === true ? gunzipSync(bytes) : bytes;
      },
    };
  });
}

/** Records of a JSONL file, plain or gzipped. */
export function readJsonl<T>(path: string): T[] {
  if (!existsSync(path)) throw new UsageError(`no file at ${path}`);
  return readText(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** What another tool made of a page whose gold article a sister set holds. */
export interface ExtractedText {
  /** The tool's name and the sister set's: "wet-pages". */
  readonly set: string;
  readonly id: string;
  readonly url: string | null;
  readonly text: string;
  readonly gold: GoldArticle & { readonly text: string };
}

/** The texts of a text set's folder, <folder>/raw/<tool>.jsonl.gz, whose pages have a gold article in a folder beside it. */
export function readExtractedTexts(folder: string): ExtractedText[] {
  const golds = new Map<string, { gold: ExtractedText['gold']; set: string }>();
  const root = join(folder, '..');
  for (const set of readdirSync(root).sort()) {
    const path = join(root, set, 'gold.jsonl');
    if (!existsSync(path)) continue;
    for (const gold of readJsonl<GoldArticle>(path))
      if (typeof gold.text === 'string') golds.set(gold.id, { gold: { ...gold, text: gold.text }, set });
  }
  return readdirSync(join(folder, 'raw'))
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) =>
      readJsonl<{ id: string; url?: string; text: string }>(join(folder, 'raw', name)).flatMap(({ id, url, text }) => {
        const known = golds.get(id);
        if (known === undefined) return [];
        return [{ set: `${name.split('.')[0] ?? name}-${known.set}`, id, url: url ?? null, text, gold: known.gold }];
      }),
    );
}

export const rawTextOf = (document: LabelledDocument): string => document.lines.map((line) => line.t).join('\n');
