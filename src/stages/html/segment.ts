import type { Edit } from '../../core/mapped.js';
import { Flow } from './flow.js';
import { laidOutApart, type GapFinder } from './gaps.js';
import { attributeAt, attributesAt, tagAt, textAt, type Outline } from './outline.js';
import { ProseWeights } from './prose.js';
import type { Run, RunPiece } from './runs.js';
import { dataTables } from './tables.js';
import {
  APART_TAGS,
  BLOCK_TAGS,
  BOLD_TAGS,
  CODE_TAGS,
  isCustomTag,
  PARTING_TAGS,
  PREFORMATTED_TAGS,
  PROSE_TAGS,
} from './tags.js';
import { HEAD_TAGS } from './tree-rules.js';
import { hiddenBy } from './visibility.js';

export type EditsOf = (start: number, end: number) => readonly Edit[];

/** Parents of what the standard calls metadata content: before and behind </head>. */
const HEAD_PARENTS = new Set(['head', 'html']);
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;
const LINE_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;
const DROP_CAP = /drop-?cap|initial-?letter|first-?letter|lettrine/i;
/** An element with so much of the page's prose isn't hidden, whatever it says: a script shows it, or the page would be empty. */
const TOO_MUCH_TO_HIDE = 0.6;

/** An empty inline element that style sheets make a line break: some editors write nothing else. */
const standsForBreak = (outline: Outline, at: number): boolean =>
  outline.tags[at] === 'span' &&
  outline.last[at] === at &&
  /(?:^|\s)(?:br|line-?break)(?:\s|$)/.test(attributeAt(outline, at, 'class') ?? '');

/** True for white space of ASCII alone. */
function isBlank(source: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return false;
  }
  return true;
}

/** Cuts the page's text into runs, in document order. Every text node that isn't code or in <head> is in some run. */
export function segment(source: string, outline: Outline, editsOf: EditsOf): Run[] {
  return new Segmenter(source, outline, editsOf).run();
}

class Segmenter {
  private readonly runs: Run[] = [];
  private flow: Flow;
  /** What to do when the walk leaves an element, innermost last. */
  private readonly leaving: { readonly last: number; readonly leave: () => void }[] = [];
  private readonly tables: ReadonlySet<number>;
  private readonly prose: ProseWeights;
  private readonly gap: GapFinder;
  // Numbers of the last nodes inside a link, bold text, text whose line ends are kept.
  private linkEnd = -1;
  private boldEnd = -1;
  private linesEnd = -1;

  constructor(
    private readonly source: string,
    private readonly outline: Outline,
    private readonly editsOf: EditsOf,
  ) {
    this.flow = new Flow(source, -1, 'flow', null);
    this.tables = dataTables(outline);
    this.prose = new ProseWeights(outline);
    this.gap = laidOutApart(outline);
  }

  run(): Run[] {
    const { tags, last } = this.outline;
    for (let i = 0; i < tags.length; i++) {
      this.leaveBefore(i);
      const tag = tags[i] as string;
      if (tag === '') this.addText(i);
      else if (this.isMarkup(i, tag)) i = last[i] as number;
      else this.enter(i, tag);
    }
    this.leaveBefore(tags.length);
    this.flush();
    return this.runs.sort((a, b) => (a.pieces[0] as RunPiece).from - (b.pieces[0] as RunPiece).from);
  }

  private isMarkup(at: number, tag: string): boolean {
    return (
      CODE_TAGS.has(tag) ||
      (HEAD_TAGS.has(tag) && HEAD_PARENTS.has(tagAt(this.outline, this.outline.parent[at] as number)))
    );
  }

  private enter(at: number, tag: string): void {
    const last = this.outline.last[at] as number;
    if (tag === 'br' || standsForBreak(this.outline, at)) {
      if (this.flow.breakLine()) this.flush();
      return;
    }
    if (PARTING_TAGS.has(tag) || this.gap(at, this.flow.element)) this.flow.part();
    const hidden = this.flow.hidden === null ? this.hiddenBy(at, tag) : null;
    if (hidden !== null) this.openFlow(this.rubyEnd(at, tag), hidden, 'flow');
    else if (APART_TAGS.has(tag)) this.openFlow(last, this.flow.hidden, 'apart');
    if (tag === 'a') this.linkEnd = Math.max(this.linkEnd, last);
    else if (BOLD_TAGS.has(tag)) this.boldEnd = Math.max(this.boldEnd, last);
    const style = attributeAt(this.outline, at, 'style');
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
      flow.part();
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

  private hiddenBy(at: number, tag: string): string | null {
    const reason = hiddenBy(tag, attributesAt(this.outline, at));
    return reason !== null && this.prose.inside(at) <= TOO_MUCH_TO_HIDE * this.prose.total ? reason : null;
  }

  private openFlow(last: number, hidden: string | null, layout: Run['layout']): void {
    const outer = this.flow;
    this.flow = new Flow(this.source, outer.element, layout, hidden);
    this.onLeaving(last, () => {
      this.flush();
      this.flow = outer;
      if (layout === 'apart') outer.part();
      if (hidden === 'off-screen') outer.partWords();
    });
  }

  /** The readings of a ruby annotation and the brackets around them (rp rt rp) are hidden as one. */
  private rubyEnd(at: number, tag: string): number {
    const { tags, parent, last } = this.outline;
    let end = last[at] as number;
    if (tag !== 'rp' && tag !== 'rt') return end;
    for (let next = end + 1; next < tags.length && parent[next] === parent[at]; next = end + 1) {
      const isReading =
        tags[next] === '' ? textAt(this.outline, next).trim() === '' : /^r[pt]$/.test(tags[next] as string);
      if (!isReading) break;
      end = last[next] as number;
    }
    return end;
  }

  private tableAbove(row: number): number {
    let at = this.outline.parent[row] as number;
    while (at >= 0 && /^t(?:body|head|foot)$/.test(tagAt(this.outline, at))) at = this.outline.parent[at] as number;
    return at;
  }

  private addText(at: number): void {
    const start = this.outline.starts[at] as number;
    const end = this.outline.ends[at] as number;
    if (this.flow.layout !== 'preformatted' && at > this.linesEnd) {
      this.addPiece(at, start, end);
      return;
    }
    for (let from = start; from < end;) {
      const newline = this.source.indexOf('\n', from);
      const to = newline < 0 || newline >= end ? end : newline + 1;
      this.addPiece(at, from, to);
      if (to === newline + 1 && this.flow.breakLine()) this.flush();
      from = to;
    }
  }

  private addPiece(node: number, start: number, end: number): void {
    // Two of three texts of a page are the line ends between its tags.
    if (isBlank(this.source, start, end)) {
      this.flow.part();
      return;
    }
    this.flow.add(
      { node, start, end, link: node <= this.linkEnd, bold: node <= this.boldEnd, edits: this.editsOf(start, end) },
      this.isBehindDropCap(),
    );
  }

  /** True behind a single letter that its class calls the first of a text: style sheets set it large, the word goes on after it. */
  private isBehindDropCap(): boolean {
    const before = this.flow.last;
    if (before === undefined || before.to - before.from > 2) return false;
    const holder = this.outline.parent[before.node] as number;
    return DROP_CAP.test(attributeAt(this.outline, holder, 'class') ?? '');
  }

  private flush(): void {
    const { element, hidden, layout } = this.flow;
    for (const pieces of this.flow.take())
      this.runs.push({ pieces, element, holder: this.holderOf(pieces), hidden, layout });
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
