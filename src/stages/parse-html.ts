import type { MappedText } from '../core/mapped.js';
import type { CleanOptions } from '../core/options.js';
import type { Block, MarkupFacts, Page, Span } from '../core/types.js';
import { mapPieces, textOf } from './html/block-text.js';
import { parseDom } from './html/dom.js';
import { BlockEvidence, listOf, type EvidenceList } from './html/evidence/block-evidence.js';
import { gatherEvidence } from './html/evidence/gather.js';
import { linkDensity } from './html/evidence/measures.js';
import { lookOf } from './html/evidence/siblings.js';
import { kindFinder } from './html/kinds.js';
import { NameBook } from './html/names.js';
import { pathTo, tagAt, type Outline } from './html/outline.js';
import { editsBy, type EditSource } from './html/references.js';
import type { Run, RunPiece } from './html/runs.js';
import { segment } from './html/segment.js';
import { selector } from './html/select.js';
import { repairMeta } from './meta/repair.js';
import { readPageMeta } from './page-meta.js';

/**
 * Reads an HTML page: its text in blocks that tile it, what the markup knows of each, and what the page says of itself.
 *
 * Page.text is all block texts, one a line. Text inside <script>, <style> and <head> is markup; everything else is in some block,
 * hidden text in blocks with markup.visible false. Blocks are in the order in which they begin in the source; text taken out of
 * a sentence (ruby readings, what only screen readers say, buttons) is a block of its own behind the one it stood in.
 * `extraEdits` gives further edits to text at start..end of the source, such as mojibake undone; where there are
 * any, the page is flagged. `url` is where it was fetched.
 * @throws DocumentError 'too-large' over maxNodes or maxDepth.
 */
export function parseHtml(
  source: string,
  options: CleanOptions,
  extraEdits: EditSource = () => [],
  url?: string,
): Page {
  const outline = parseDom(source, options);
  let repaired = 0;
  const repairs: EditSource = (...place) => {
    const found = extraEdits(...place);
    repaired += found.length;
    return found;
  };
  const edits = editsBy(source, repairs);
  const runs: Run[] = [];
  const texts: string[] = [];
  for (const run of segment(source, outline, edits)) {
    const text = textOf(source, run.pieces);
    if (text === '') continue;
    runs.push(run);
    texts.push(text);
  }
  const names = new NameBook(outline);
  const meta = repairMeta(readPageMeta(outline, names, url), repairs);
  const kinds = runs.map(kindFinder(outline));
  // A page that is only read for its lines needs none.
  let gathered: EvidenceList | undefined;
  const evidence = (): EvidenceList =>
    (gathered ??= listOf(gatherEvidence({ outline, runs, texts, kinds, names, meta })));
  const paths = pathTo(outline);
  let at = 0;
  const blocks = runs.map((run, i): Block => {
    const text = texts[i] as string;
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    const markup = new BlockMarkup(
      tagAt(outline, run.element) || 'body',
      run,
      new BlockEvidence(evidence, i),
      outline,
      paths,
      names,
    );
    return { span, source: sourceSpan(run), kind: kinds[i] ?? 'paragraph', text, line: i, markup };
  });
  const places = new Places(source, runs, blocks);
  return {
    format: 'html',
    source,
    text: texts.join('\n'),
    blocks,
    meta,
    flags: repaired > 0 ? [...meta.flags, 'mojibake-repaired'] : meta.flags,
    tree: outline,
    select: selector(outline, options, runs),
    locate: (block, start, end) => places.locate(block, start, end),
    sourceOf: (span) => places.sourceOf(span),
  };
}

/** What the markup knew about a block. Path and names are read by few: they are made when asked for. */
class BlockMarkup implements MarkupFacts {
  readonly linkDensity: number;
  readonly visible: boolean;
  readonly element: number;
  readonly holder: number;
  readonly #run: Run;
  readonly #outline: Outline;
  readonly #paths: (at: number) => readonly string[];
  readonly #names: NameBook;

  constructor(
    readonly tag: string,
    run: Run,
    readonly evidence: BlockEvidence,
    outline: Outline,
    paths: (at: number) => readonly string[],
    names: NameBook,
  ) {
    this.linkDensity = linkDensity(run);
    this.visible = run.hidden === null;
    this.element = run.element;
    this.holder = run.holder;
    this.#run = run;
    this.#outline = outline;
    this.#paths = paths;
    this.#names = names;
  }

  get path(): readonly string[] {
    return this.#paths(this.#run.element);
  }

  get look(): string {
    return lookOf(this.#outline, this.#run.element);
  }

  get names(): readonly string[] {
    return this.#names.chain(this.#run.holder);
  }
}

function sourceSpan(run: Run): Span {
  return { start: (run.pieces[0] as RunPiece).from, end: (run.pieces.at(-1) as RunPiece).to };
}

/** The way from Page.text back to the source. Maps are made for the blocks that are asked about. */
class Places {
  private readonly maps = new Map<number, MappedText>();

  constructor(
    private readonly source: string,
    private readonly runs: readonly Run[],
    private readonly blocks: readonly Block[],
  ) {}

  locate(block: number, start: number, end: number): Span {
    const found = this.blocks[block];
    if (found === undefined) throw new RangeError(`no block ${block}`);
    return { start: found.span.start + start, end: found.span.start + end };
  }

  /** From the first to the last source character of a span; for an empty one, the place where it stands. */
  sourceOf(span: Span): Span {
    const first = this.blockAt(span.start);
    const last = span.end > span.start ? this.blockAt(span.end - 1) : first;
    const start = this.startOf(first, span.start);
    const end = span.end > span.start ? this.endOf(last, span.end) : start;
    // Text taken out of a sentence stands behind it in Page.text and inside it in the source.
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }

  private blockAt(offset: number): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle] as Block).span.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private startOf(index: number, offset: number): number {
    const block = this.blocks[index];
    if (block === undefined) return 0;
    return offset <= block.span.start ? block.source.start : this.mapOf(index).rawStart(offset - block.span.start);
  }

  private endOf(index: number, offset: number): number {
    const block = this.blocks[index];
    if (block === undefined) return 0;
    return offset >= block.span.end ? block.source.end : this.mapOf(index).rawEnd(offset - block.span.start);
  }

  private mapOf(index: number): MappedText {
    let map = this.maps.get(index);
    if (map === undefined) {
      map = mapPieces(this.source, (this.runs[index] as Run).pieces);
      this.maps.set(index, map);
    }
    return map;
  }
}
