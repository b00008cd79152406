import type { Element, Text } from 'domhandler';
import type { Edit } from '../../core/mapped.js';
import { isElement } from './dom.js';
import { elementAt, tagAt, type Outline } from './outline.js';
import { ProseWeights } from './prose.js';
import type { Run, RunPiece } from './runs.js';
import { splitLines } from './split-lines.js';
import { dataTables } from './tables.js';
import { APART_TAGS, BLOCK_TAGS, BOLD_TAGS, CODE_TAGS, FORMAT_TAGS, isCustomTag, PARTING_TAGS, PREFORMATTED_TAGS, PROSE_TAGS } from './tags.js';
import { textSpan } from './text-span.js';
import { hiddenBy } from './visibility.js';

/** A place where text gathers. Hidden elements and buttons open one of their own, so that the text around them stays together. */
interface Flow {
  pieces: RunPiece[];
  /** Number of the nearest block element. */
  element: number;
  readonly hidden: string | null;
  layout: Run['layout'];
  line: number;
  lineHasText: boolean;
  space: boolean;
}

type Restore = (flow: Flow) => void;

const HEAD_MARKUP = new Set(['title', 'noscript', 'template', 'object']);
const BLOCK_STYLE = /display\s*:\s*(?:block|flex|grid|table|list-item)/i;
const LINE_STYLE = /white-space\s*:\s*(?:pre|break-spaces)/i;

/** Cuts the page's text into runs, in document order. Every text node that isn't code or in <head> is in some run. */
export function segment(source: string, outline: Outline, editsOf: (start: number, end: number) => readonly Edit[]): Run[] {
  return new Segmenter(source, outline, editsOf).run();
}

class Segmenter {
  private readonly runs: Run[] = [];
  private readonly flows: Flow[] = [newFlow(-1, null, 'flow')];
  private readonly closers: { readonly last: number; readonly close: () => void }[] = [];
  private readonly tables: ReadonlySet<number>;
  private readonly prose: ProseWeights;
  private readonly withText = new Map<number, boolean>();
  private linkEnd = -1;
  private boldEnd = -1;
  private lineStyleEnd = -1;

  constructor(
    private readonly source: string,
    private readonly outline: Outline,
    private readonly editsOf: (start: number, end: number) => readonly Edit[],
  ) {
    this.tables = dataTables(outline);
    this.prose = new ProseWeights(outline);
  }

  run(): Run[] {
    const { nodes, last } = this.outline;
    for (let i = 0; i < nodes.length; i++) {
      this.closeBefore(i);
      const node = nodes[i] as Element | Text;
      if (!isElement(node)) this.addText(i, node);
      else if (this.isMarkup(i, node)) i = last[i] as number;
      else this.enter(i, node);
    }
    this.closeBefore(nodes.length);
    this.flush();
    return this.runs.sort((a, b) => startOf(a) - startOf(b));
  }
}
