import { decodeHTML } from 'entities';
import { NO_ATTRIBUTES, type Attributes } from './attributes.js';
import type { Outline } from './outline.js';
import * as rules from './tree-rules.js';

/**
 * Builds the tree from tags and text as browsers do, where it matters for what a text stands in: missing and misplaced end tags
 * close what they should and no more, content after </body> is still body. What it leaves out: formatting isn't opened again
 * after a block closed it, and text misplaced in tables stays where it stands in the source.
 *
 * Whatever comes is put behind all that is there, so that nodes are numbered in document order as they come.
 */
export class TreeBuilder {
  private readonly tags: string[] = [];
  private readonly attributes: Attributes[] = [];
  private readonly parents: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Numbers of the elements that are open, with their tags and rules beside them. */
  private readonly stack: number[] = [];
  private readonly names: string[] = [];
  private readonly kinds: number[] = [];
  private readonly opened = new Map<string, number>();
  /** Attributes of <html> and <body>, where further tags have added some. */
  private readonly added = new Map<number, { readonly all: string[]; readonly names: Set<string> }>();
  private html = -1;
  private head = -1;
  private body = -1;
  private form = -1;

  constructor(private readonly source: string) {}

  /** Number of elements that are open. */
  get depth(): number {
    return this.stack.length;
  }

  /** A start tag. */
  open(name: string, attributes: Attributes, selfClosing: boolean): void {
    const kind = rules.rulesOf(name);
    if ((kind & rules.FOREIGN_ENDER) !== 0) while (this.isForeign()) this.pop();
    const foreign = this.isForeign();
    if (!foreign && (this.isRepeated(name, attributes) || !this.makeRoom(name, kind))) return;
    const element = this.append(name, attributes, 0, 0);
    if ((kind & rules.VOID) !== 0 || (selfClosing && (foreign || name === 'svg' || name === 'math'))) return;
    this.push(element, name, kind);
    if (name === 'html') this.html = element;
    else if (name === 'head') this.head = element;
    else if (name === 'body') this.body = element;
    else if (name === 'form') this.form = element;
  }

  /** An end tag. Ignored where nothing that it may close is open. */
  close(name: string): void {
    if (name === 'html' || name === 'body') return;
    if (name === 'br') {
      this.open('br', NO_ATTRIBUTES, false);
      return;
    }
    const kind = rules.rulesOf(name);
    if ((kind & rules.HEADING) !== 0) this.popTo(this.findKind(rules.HEADING, rules.BARRIER));
    else if (!this.isOpen(name)) return;
    else if ((kind & rules.FORMATTING) !== 0) this.closeFormatting(name);
    else if (name === 'form') this.closeForm();
    else if ((kind & rules.CONTAINED) !== 0) this.popTo(this.findTag(name, 0));
    else if ((kind & rules.TABLE) !== 0) this.popTo(this.findTag(name, rules.TABLE_BARRIER));
    else if (name === 'p') this.popTo(this.findTag(name, rules.PARAGRAPH_BARRIER));
    else if (name === 'li') this.popTo(this.findTag(name, rules.LIST_BARRIER));
    else if ((kind & rules.CLOSING) !== 0) this.popTo(this.findTag(name, rules.BARRIER));
    else this.popTo(this.findTag(name, rules.SPECIAL));
  }

  /** Text at start..end of the source. */
  text(start: number, end: number): void {
    if (this.body < 0 && !this.inHeadContent() && !this.isBlank(start, end)) this.openBody();
    const before = this.tags.length - 1;
    // The tokenizer cuts text at a "<" that opens no tag.
    if (this.tags[before] === '' && this.ends[before] === start && this.parents[before] === this.parent())
      this.ends[before] = end;
    else this.append('', NO_ATTRIBUTES, start, end);
  }

  /** The tree of all that came. */
  finish(): Outline {
    const { source, tags, attributes, parents, starts, ends } = this;
    const depth: number[] = [];
    const last: number[] = [];
    for (let at = 0; at < tags.length; at++) {
      const parent = parents[at] as number;
      depth.push(parent < 0 ? 0 : (depth[parent] as number) + 1);
      last.push(at);
    }
    for (let at = tags.length - 1; at >= 0; at--) {
      const parent = parents[at] as number;
      if (parent >= 0) last[parent] = Math.max(last[parent] as number, last[at] as number);
    }
    return { source, tags, attributes, starts, ends, parent: parents, last, depth, decoded: new Map() };
  }

  private parent(): number {
    return this.stack.at(-1) ?? -1;
  }

  private isOpen(name: string): boolean {
    return (this.opened.get(name) ?? 0) > 0;
  }

  private isBlank(start: number, end: number): boolean {
    return decodeHTML(this.source.slice(start, end)).trim() === '';
  }

  private isForeign(): boolean {
    if (!this.isOpen('svg') && !this.isOpen('math')) return false;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const name = this.names[i];
      if (name === 'svg' || name === 'math') return true;
      if (((this.kinds[i] as number) & rules.HTML_IN_FOREIGN) !== 0) return false;
    }
    return false;
  }

  /** A second <html>, <head> or <body> only adds attributes to the first; forms and select lists don't nest. */
  private isRepeated(name: string, attributes: Attributes): boolean {
    const first = name === 'html' ? this.html : name === 'body' ? this.body : -1;
    if (first >= 0) {
      this.addAttributes(first, attributes);
      return true;
    }
    if (name === 'head') return this.head >= 0 || this.body >= 0;
    return name === 'form' && this.form >= 0;
  }

  private addAttributes(element: number, more: Attributes): void {
    let added = this.added.get(element);
    if (added === undefined) {
      const all = [...(this.attributes[element] as Attributes)];
      this.attributes[element] = all;
      this.added.set(element, (added = { all, names: new Set(all.filter((_, i) => i % 2 === 0)) }));
    }
    for (let i = 0; i < more.length; i += 2) {
      const name = more[i] as string;
      if (added.names.has(name)) continue;
      added.names.add(name);
      added.all.push(name, more[i + 1] as string);
    }
  }

  /** Opens and closes what the start tag implies; false if the tag has no place here. */
  private makeRoom(name: string, kind: number): boolean {
    if (this.body < 0 && name !== 'html' && !this.inHeadContent()) this.makeRoot(name, kind);
    if ((kind & rules.PLACED) !== 0) {
      if (!this.isOpen('table')) return false;
      const place = rules.TABLE_PLACES[name];
      while (this.stack.length > 0 && place?.has(this.names.at(-1) as string) !== true) this.pop();
    } else if (name === 'li') this.closeItem('li', 'li');
    else if (name === 'dd' || name === 'dt') this.closeItem('dd', 'dt');
    else if (name === 'a' || name === 'button') this.close(name);
    else if (name === 'option') this.popWhile('option', 'option');
    else if (name === 'optgroup') this.popWhile('option', 'optgroup');
    else if (name === 'select' || name === 'input' || name === 'textarea') this.close('select');
    else if (name === 'rt' || name === 'rp') this.popWhile('rt', 'rp');
    if ((kind & rules.PARAGRAPH_CLOSER) !== 0) this.close('p');
    if ((kind & (this.kinds.at(-1) ?? 0) & rules.HEADING) !== 0) this.pop();
    return true;
  }

  /** Before there is a body: head and body are there even if their tags are not. */
  private makeRoot(name: string, kind: number): void {
    if (this.html < 0) this.open('html', NO_ATTRIBUTES, false);
    if ((kind & rules.HEAD) !== 0) {
      if (this.head < 0) this.open('head', NO_ATTRIBUTES, false);
    } else if (name === 'body') this.popWhile('head', 'head');
    else if (name !== 'head') this.openBody();
  }

  private openBody(): void {
    this.popWhile('head', 'head');
    this.open('body', NO_ATTRIBUTES, false);
  }

  private inHeadContent(): boolean {
    const tag = this.names.at(-1);
    return tag !== undefined && tag !== 'html' && tag !== 'head';
  }

  /** <li> closes the item before it, unless a list or another block was opened inside that. */
  private closeItem(name: string, other: string): void {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      if (this.names[i] === name || this.names[i] === other) this.popTo(i);
      else if (((this.kinds[i] as number) & rules.ITEM_BARRIER) === 0) continue;
      return;
    }
  }

  /** The adoption agency, simplified: a block opened inside the formatting stays open and is moved out of it. */
  private closeFormatting(name: string): void {
    const at = this.findTag(name, rules.BARRIER);
    if (at < 0) return;
    const inner = this.kinds.findIndex((kind, i) => i > at && (kind & rules.SPECIAL) !== 0);
    if (inner < 0) {
      this.popTo(at);
      return;
    }
    this.parents[this.stack[inner] as number] = at === 0 ? -1 : (this.stack[at - 1] as number);
    this.takeOut(at, inner - at);
  }

  /** </form> ends the form and nothing that is open in it. */
  private closeForm(): void {
    const at = this.form < 0 ? -1 : this.stack.lastIndexOf(this.form);
    this.form = -1;
    if (at >= 0) this.takeOut(at, 1);
  }

  /** Stack index of the innermost open element of a tag; -1 if there is none before a barrier. */
  private findTag(name: string, barrier: number): number {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      if (this.names[i] === name) return i;
      if (((this.kinds[i] as number) & barrier) !== 0) return -1;
    }
    return -1;
  }

  /** The same for elements of a kind. */
  private findKind(kind: number, barrier: number): number {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      if (((this.kinds[i] as number) & kind) !== 0) return i;
      if (((this.kinds[i] as number) & barrier) !== 0) return -1;
    }
    return -1;
  }

  private popWhile(name: string, other: string): void {
    for (let top = this.names.at(-1); top === name || top === other; top = this.names.at(-1)) this.pop();
  }

  private popTo(index: number): void {
    if (index >= 0) while (this.stack.length > index) this.pop();
  }

  private pop(): void {
    const element = this.stack.pop();
    const name = this.names.pop();
    this.kinds.pop();
    if (element !== undefined && name !== undefined) this.closed(element, name);
  }

  /** Closes elements in the midst of the stack; what is open in them stays open. */
  private takeOut(index: number, count: number): void {
    const names = this.names.splice(index, count);
    this.kinds.splice(index, count);
    this.stack.splice(index, count).forEach((element, i) => {
      this.closed(element, names[i] as string);
    });
  }

  private push(element: number, name: string, kind: number): void {
    this.stack.push(element);
    this.names.push(name);
    this.kinds.push(kind);
    this.opened.set(name, (this.opened.get(name) ?? 0) + 1);
  }

  private closed(element: number, name: string): void {
    this.opened.set(name, (this.opened.get(name) ?? 1) - 1);
    if (element === this.form) this.form = -1;
  }

  private append(tag: string, attributes: Attributes, start: number, end: number): number {
    this.parents.push(this.parent());
    this.attributes.push(attributes);
    this.starts.push(start);
    this.ends.push(end);
    return this.tags.push(tag) - 1;
  }
}
