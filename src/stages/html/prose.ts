import { CODE_TAGS } from './tags.js';
import { tagAt, textAt, type Outline } from './outline.js';

const AMPERSAND = 0x26;
const BLANK = 0x20;

/** Characters of text outside links and code in each subtree, by prefix sums over the outline: constant time a question. */
export class ProseWeights {
  private readonly before: Float64Array;
  readonly total: number;

  constructor(private readonly outline: Outline) {
    const { tags, parent, last } = outline;
    this.before = new Float64Array(tags.length + 1);
    let skipTo = -1;
    for (let i = 0; i < tags.length; i++) {
      let weight = 0;
      if (tags[i] === '' && i > skipTo) {
        weight = CODE_TAGS.has(tagAt(outline, parent[i] as number)) ? 0 : inkedAt(outline, i);
      } else if (i > skipTo && tags[i] === 'a') skipTo = last[i] as number;
      this.before[i + 1] = (this.before[i] as number) + weight;
    }
    this.total = this.before[tags.length] as number;
  }

  /** Characters inside node `at`. */
  inside(at: number): number {
    return (this.before[(this.outline.last[at] as number) + 1] as number) - (this.before[at] as number);
  }
}

/** Counted where the text stands, which costs no string, if it holds no reference. */
function inkedAt(outline: Outline, at: number): number {
  const { source, starts, ends } = outline;
  const end = ends[at] as number;
  let count = 0;
  for (let i = starts[at] as number; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === AMPERSAND) return inked(textAt(outline, at));
    if (code > BLANK) count++;
  }
  return count;
}

function inked(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > BLANK) count++;
  return count;
}
