import type { Element, Text } from 'domhandler';
import type { Edit } from '../../core/mapped.js';
import { isElement, isText } from './dom.js';
import { laidOutApart, type GapFinder } from './gaps.js';
import { tagAt, type Outline } from './outline.js';
import { ProseWeights } from './prose.js';
import type { Run, RunPiece } from './runs.js';
import { splitLines } from './split-lines.js';
import { dataTables } from './tables.js';
import { APART_TAGS, BLOCK_TAGS, BOLD_TAGS, CODE_TAGS, isCustomTag, PARTING_TAGS, PREFORMATTED_TAGS, PROSE_TAGS } from './tags.js';
import { textSpan } from './text-span.js';
import { HEAD_TAGS } from './tree-rules.js';
import { hiddenBy } from './visibility.js';

export type EditsOf = (start: number, end: number) => readonly Edit[];

/** A place where text gathers. Hidden elements and buttons open one of their own, so that the text around them stays together. */
interface Flow {
  pieces: RunPiece[];
  /** Number of the nearest block element. */
  element: number;
  layout: Run['layout'];
  line: number;
  lineHasText: boolean;
  /** White space stands before the next piece. */
  space: boolean;
  readonly hidden: string | null;
}

/** Parents of what the standard calls metadata content: before and behind </head>. */
const HEAD_PARENTS = new Set(['head', 'html']);
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;
const LINE_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;
/** An element with so much of the page's prose isn't hidden, whatever it says: a script shows it, or the page would be empty. */
const TOO_MUCH_TO_HIDE = 0.6;

/** Cuts the page's text into runs, in document order. Every text node that isn't code or in <head> is in some run. */
export function segment(source: string, outline: Outline, editsOf: EditsOf): Run[] {
  return new Segmenter(source, outline, editsOf).run();
}

class Segmenter {
  private readonly runs: Run[] = [];
  private readonly flows: Flow[] = [];
  private flow: Flow = { pieces: [], element: -1, layout: 'flow', line: 0, lineHasText: false, space: false, hidden: null };
  /** What to do when the walk leaves an element, innermost last. */
  private readonly leaving: { readonly last: number; readonly leave: () => void }[] = [];
  private readonly tables: ReadonlySet<number>;
  private readonly prose: ProseWeights;
  private readonly gap: GapFinder;
  private linkEnd = -1;
  private boldEnd = -1;
  private linesEnd = -1;

  constructor(
    private readonly source: string,
    private readonly outline: Outline,
    private readonly editsOf: EditsOf,
  ) {
    this.tables = dataTables(outline);
    this.prose = new ProseWeights(outline);
    this.gap = laidOutApart(outline);
  }

  run(): Run[] {
    const { nodes, last } = this.outline;
    for (let i = 0; i < nodes.length; i++) {
      this.leaveBefore(i);
      const node = nodes[i] as Element | Text;
      if (!isElement(node)) this.addText(i, node);
      else if (this.isMarkup(i, node.name)) i = last[i] as number;
      else this.enter(i, node);
    }
    this.leaveBefore(nodes.length);
    this.flush();
    return this.runs.sort((a, b) => (a.pieces[0] as RunPiece).from - (b.pieces[0] as RunPiece).from);
  }

  private isMarkup(at: number, tag: string): boolean {
    return CODE_TAGS.has(tag) || (HEAD_TAGS.has(tag) && HEAD_PARENTS.has(tagAt(this.outline, this.outline.parent[at] as number)));
  }

  private enter(at: number, element: Element): void {
    const tag = element.name;
    const last = this.outline.last[at] as number;
    if (tag === 'br') {
      this.breakLine();
      return;
    }
    if (PARTING_TAGS.has(tag) || this.gap(at, this.flow.element)) this.flow.space = true;
    const hidden = this.flow.hidden === null ? this.hiddenBy(at, element) : null;
    if (hidden !== null) this.openFlow(this.rubyEnd(at, tag), hidden, 'flow');
    else if (APART_TAGS.has(tag)) this.openFlow(last, this.flow.hidden, 'apart');
    if (tag === 'a') this.linkEnd = Math.max(this.linkEnd, last);
    else if (BOLD_TAGS.has(tag)) this.boldEnd = Math.max(this.boldEnd, last);
    const style = element.attribs['style'];
    if (style !== undefined && LINE_STYLE.test(style)) this.linesEnd = Math.max(this.linesEnd, last);
    if (this.isBlock(tag, style)) this.enterBlock(at, tag, last);
  }

  private isBlock(tag: string, style: string | undefined): boolean {
    if (BLOCK_TAGS.has(tag)) return true;
    if (isCustomTag(tag)) return !PROSE_TAGS.has(tagAt(this.outline, this.flow.element));
    return style !== undefined && BLOCK_STYLE.test(style);
  }

  private enterBlock(at: number, tag: string, last: number): void {
    const { flow } = this;
    // The cells of a row of data are one text, whatever stands in them.
    if (flow.layout === 'row') {
      flow.space = true;
      return;
    }
    this.flush();
    const { element, layout } = flow;
    flow.element = at;
    if (tag === 'tr' && this.tables.has(this.tableAbove(at))) flow.layout = 'row';
    else if (PREFORMATTED_TAGS.has(tag)) flow.layout = 'preformatted';
    this.onLeaving(last, () => {
      this.flush();
      flow.element = element;
      flow.layout = layout;
    });
  }

  private hiddenBy(at: number, element: Element): string | null {
    const reason = hiddenBy(element);
    return reason !== null && this.prose.inside(at) <= TOO_MUCH_TO_HIDE * this.prose.total ? reason : null;
  }

  private openFlow(last: number, hidden: string | null, layout: Run['layout']): void {
    const outer = this.flow;
    this.flows.push(outer);
    this.flow = { pieces: [], element: outer.element, layout, line: 0, lineHasText: false, space: false, hidden };
    this.onLeaving(last, () => {
      this.flush();
      this.flows.pop();
      this.flow = outer;
      if (layout === 'apart') outer.space = true;
    });
  }

  /** The readings of a ruby annotation and the brackets around them (rp rt rp) are hidden as one. */
  private rubyEnd(at: number, tag: string): number {
    const { nodes, parent, last } = this.outline;
    let end = last[at] as number;
    if (tag !== 'rp' && tag !== 'rt') return end;
    for (let next = end + 1; next < nodes.length && parent[next] === parent[at]; next = end + 1) {
      const node = nodes[next];
      const joins = node !== undefined && isText(node) ? node.data.trim() === '' : /^r[pt]$/.test(tagAt(this.outline, next));
      if (!joins) break;
      end = last[next] as number;
    }
    return end;
  }

  private tableAbove(row: number): number {
    let at = this.outline.parent[row] as number;
    while (at >= 0 && /^t(?:body|head|foot)$/.test(tagAt(this.outline, at))) at = this.outline.parent[at] as number;
    return at;
  }

  private addText(at: number, node: Text): void {
    const start = node.startIndex as number;
    const end = (node.endIndex as number) + 1;
    if (this.flow.layout === 'preformatted' || at <= this.linesEnd) {
      for (let from = start; from < end; ) {
        const newline = this.source.indexOf('\n', from);
        const to = newline < 0 || newline >= end ? end : newline + 1;
        this.addPiece(at, from, to);
        if (to === newline + 1 && newline >= 0) this.breakLine();
        from = to;
      }
    } else this.addPiece(at, start, end);
  }

  private addPiece(node: number, start: number, end: number): void {
    const { flow } = this;
    const edits = this.editsOf(start, end);
    const span = textSpan(this.source, start, end, edits);
    if (span === null) {
      if (/[\s&]/.test(this.source.slice(start, end))) flow.space = true;
      return;
    }
    flow.pieces.push({
      node,
      start,
      end,
      glue: flow.space ? ' ' : '',
      from: span.start,
      to: span.end,
      line: flow.line,
      link: node <= this.linkEnd,
      bold: node <= this.boldEnd,
      edits,
    });
    flow.space = false;
    flow.lineHasText = true;
  }

  private breakLine(): void {
    const { flow } = this;
    flow.space = true;
    if (flow.layout === 'row' || flow.pieces.length === 0) return;
    if (flow.layout === 'preformatted' || !flow.lineHasText) this.flush();
    else {
      flow.line++;
      flow.lineHasText = false;
    }
  }

  private flush(): void {
    const { flow } = this;
    if (flow.pieces.length > 0) {
      const { element, hidden, layout } = flow;
      for (const pieces of splitLines(this.source, flow.pieces)) {
        this.runs.push({ pieces, element, holder: this.holderOf(pieces), hidden, layout });
      }
      flow.pieces = [];
    }
    flow.line = 0;
    flow.lineHasText = false;
    flow.space = false;
  }

  private holderOf(pieces: readonly RunPiece[]): number {
    const { parent, last } = this.outline;
    const end = (pieces.at(-1) as RunPiece).node;
    let at = parent[(pieces[0] as RunPiece).node] as number;
    while (at >= 0 && (last[at] as number) < end) at = parent[at] as number;
    return at;
  }

  private onLeaving(last: number, leave: () => void): void {
    this.leaving.push({ last, leave });
  }

  private leaveBefore(at: number): void {
    for (let top = this.leaving.at(-1); top !== undefined && top.last < at; top = this.leaving.at(-1)) {
      this.leaving.pop();
      top.leave();
    }
  }
}

