import { parseDocument } from 'htmlparser2';
import { DEFAULT_OPTIONS } from '../core/options.js';
import type { RawDocument } from '../core/types.js';
import { clean } from '../pipeline.js';
import { decode } from '../stages/decode.js';
import { mojibakeEdits } from '../stages/mojibake.js';
import { parseHtml } from '../stages/parse-html.js';

/** A page as the runners get it: the stored bytes, and the text that those begin with who take no bytes. */
export interface BenchPage {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Something that works on a page. */
export interface Runner {
  readonly name: string;
  run(page: BenchPage): unknown;
}

export const CLEAN = 'copydesk clean';

/** Of records that nobody keeps. */
export const NO_PROVENANCE = { copydesk: '', rules: '', options: '', inputs: '' };

export const pageOf = (bytes: Uint8Array): BenchPage => ({ bytes, text: decode(bytes, { format: 'html' }).text });

/** clean() on bytes of a format, with nothing known of where they come from. */
const cleaner = (format: RawDocument['format']): Runner['run'] => {
  return ({ bytes }) =>
    clean(
      { rawPath: 'document', key: null, offset: null, format, payload: bytes, hints: {} },
      DEFAULT_OPTIONS,
      NO_PROVENANCE,
    );
};

/** clean() on plain texts. */
export const TEXT_RUNNER: Runner = { name: CLEAN, run: cleaner('text') };

const own: readonly Runner[] = [
  { name: 'htmlparser2 DOM', run: ({ text }) => parseDocument(text) },
  { name: 'copydesk parse', run: ({ text }) => parseHtml(text, DEFAULT_OPTIONS, mojibakeEdits) },
  { name: CLEAN, run: cleaner('html') },
];

async function readability(): Promise<Runner> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
  // linkedom has no types of its own for the document that Readability asks for.
  type Page = { readonly document: ConstructorParameters<typeof Readability>[0] };
  return {
    name: 'Readability on linkedom',
    run: ({ text }) => new Readability((parseHTML(text) as unknown as Page).document).parse(),
  };
}

async function readabilityOnJsdom(): Promise<Runner> {
  const [{ Readability }, { JSDOM, VirtualConsole }] = await Promise.all([
    import('@mozilla/readability'),
    import('jsdom'),
  ]);
  // Pages' style sheets are full of what jsdom complains of.
  const virtualConsole = new VirtualConsole();
  return {
    name: 'Readability on jsdom',
    run: ({ text }) => {
      const { window } = new JSDOM(text, { url: 'https://example.com/', virtualConsole });
      new Readability(window.document).parse();
      window.close();
    },
  };
}

async function articleExtractor(): Promise<Runner> {
  const { extractFromHtml } = await import('@extractus/article-extractor');
  return { name: 'article-extractor', run: ({ text }) => extractFromHtml(text, 'https://example.com/') };
}

/**
 * copydesk, the parser below it, and what else finds articles in pages. The others are development dependencies: `missing` names the
 * packages without which one has to stay out.
 */
export async function findRunners(): Promise<{ runners: readonly Runner[]; missing: readonly string[] }> {
  const runners = [...own];
  const missing: string[] = [];
  for (const [load, packages] of [
    [readability, '@mozilla/readability, linkedom'],
    [readabilityOnJsdom, '@mozilla/readability, jsdom'],
    [articleExtractor, '@extractus/article-extractor'],
  ] as const) {
    try {
      runners.push(await load());
    } catch {
      missing.push(packages);
    }
  }
  return { runners, missing };
}
