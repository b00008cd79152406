import { Document, Element, Text, type ChildNode, type ParentNode } from 'domhandler';
import * as rules from './tree-rules.js';

type Attributes = Record<string, string>;

const HEADING = /^h[1-6]$/;

/**
 * Builds the tree from tags and text as browsers do, where it matters for what a text stands in: missing and misplaced end tags
 * close what they should and no more, content after </body> is still body. What it leaves out: formatting isn't opened again
 * after a block closed it, and text misplaced in tables stays where it stands in the source.
 */
export class TreeBuilder {
  readonly root = new Document([]);
  private readonly stack: Element[] = [];
  private readonly opened = new Map<string, number>();
  private html: Element | null = null;
  private head: Element | null = null;
  private body: Element | null = null;
  private form: Element | null = null;

  /** Number of elements that are open. */
  get depth(): number {
    return this.stack.length;
  }

  /** A start tag at start..end of the source. */
  open(name: string, attributes: Attributes, start: number, end: number, selfClosing: boolean): void {
    if (this.isForeign() && rules.FOREIGN_ENDERS.has(name)) this.popWhile(() => this.isForeign(), start);
    const foreign = this.isForeign();
    if (!foreign && (this.isRepeated(name, attributes) || !this.makeRoom(name, start))) return;
    const element = this.insert(name, attributes, start, end);
    if (rules.VOID_TAGS.has(name) || (selfClosing && (foreign || name === 'svg' || name === 'math'))) return;
    this.push(element);
    if (name === 'html') this.html = element;
    else if (name === 'head') this.head = element;
    else if (name === 'body') this.body = element;
    else if (name === 'form') this.form = element;
  }

  /** An end tag that ends at `end`. Ignored where nothing that it may close is open. */
  close(name: string, end: number): void {
    if (name === 'html' || name === 'body') return;
    if (name === 'br') {
      this.open('br', {}, end, end, false);
      return;
    }
    if (HEADING.test(name))
      this.popTo(
        this.find((tag) => HEADING.test(tag), rules.BARRIERS),
        end,
      );
    else if ((this.opened.get(name) ?? 0) === 0) return;
    else if (rules.FORMATTING_TAGS.has(name)) this.closeFormatting(name, end);
    else if (name === 'form') this.closeForm(end);
    else if (rules.CONTAINED_TAGS.has(name)) this.popTo(this.findTag(name, null), end);
    else if (rules.TABLE_TAGS.has(name)) this.popTo(this.findTag(name, rules.TABLE_BARRIERS), end);
    else if (name === 'p') this.popTo(this.findTag(name, rules.PARAGRAPH_BARRIERS), end);
    else if (name === 'li') this.popTo(this.findTag(name, rules.LIST_BARRIERS), end);
    else if (rules.CLOSING_TAGS.has(name)) this.popTo(this.findTag(name, rules.BARRIERS), end);
    else this.popTo(this.findTag(name, rules.SPECIAL_TAGS), end);
  }

  /** Text at start..end of the source, decoded. */
  text(data: string, start: number, end: number): void {
    if (this.body === null && data.trim() !== '' && !this.inHeadContent()) this.openBody(start);
    const parent = this.parent();
    const last = parent.children.at(-1);
    // The tokenizer cuts text at a "<" that opens no tag.
    if (last instanceof Text && last.endIndex === start - 1) {
      last.data += data;
      last.endIndex = end - 1;
    } else this.append(new Text(data), start, end);
  }

  /** The end of the source. */
  finish(end: number): void {
    this.popTo(0, end);
  }

  private parent(): ParentNode {
    return this.stack.at(-1) ?? this.root;
  }

  private isForeign(): boolean {
    if ((this.opened.get('svg') ?? 0) + (this.opened.get('math') ?? 0) === 0) return false;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const { name } = this.stack[i] as Element;
      if (name === 'svg' || name === 'math') return true;
      if (rules.HTML_IN_FOREIGN.has(name)) return false;
    }
    return false;
  }

  /** A second <html>, <head> or <body> only adds attributes to the first; forms and select lists don't nest. */
  private isRepeated(name: string, attributes: Attributes): boolean {
    const first = name === 'html' ? this.html : name === 'body' ? this.body : null;
    if (first !== null) {
      first.attribs = { ...attributes, ...first.attribs };
      return true;
    }
    if (name === 'head') return this.head !== null || this.body !== null;
    return name === 'form' && this.form !== null;
  }

  /** Opens and closes what the start tag implies; false if the tag has no place here. */
  private makeRoom(name: string, at: number): boolean {
    if (this.body === null && name !== 'html' && !this.inHeadContent()) this.makeRoot(name, at);
    const place = rules.TABLE_PLACES[name];
    if (place !== undefined) {
      if ((this.opened.get('table') ?? 0) === 0) return false;
      this.popWhile((tag) => !place.has(tag), at);
    } else if (name === 'li') this.closeItem(['li'], at);
    else if (name === 'dd' || name === 'dt') this.closeItem(['dd', 'dt'], at);
    else if (name === 'a' || name === 'button') this.close(name, at);
    else if (name === 'option' || name === 'optgroup')
      this.popWhile((tag) => tag === 'option' || (name === 'optgroup' && tag === 'optgroup'), at);
    else if (name === 'select' || name === 'input' || name === 'textarea') this.close('select', at);
    else if (name === 'rt' || name === 'rp') this.popWhile((tag) => tag === 'rt' || tag === 'rp', at);
    if (rules.PARAGRAPH_CLOSERS.has(name)) this.close('p', at);
    if (HEADING.test(name) && HEADING.test(this.stack.at(-1)?.name ?? '')) this.pop(at);
    return true;
  }

  /** Before there is a body: head and body are there even if their tags are not. */
  private makeRoot(name: string, at: number): void {
    if (this.html === null) this.open('html', {}, at, at, false);
    if (rules.HEAD_TAGS.has(name)) {
      if (this.head === null) this.open('head', {}, at, at, false);
    } else if (name === 'body') this.popWhile((tag) => tag === 'head', at);
    else if (name !== 'head') this.openBody(at);
  }

  private openBody(at: number): void {
    this.popWhile((tag) => tag === 'head', at);
    this.open('body', {}, at, at, false);
  }

  private inHeadContent(): boolean {
    const tag = this.stack.at(-1)?.name;
    return tag !== undefined && tag !== 'html' && tag !== 'head';
  }

  /** <li> closes the item before it, unless a list or another block was opened inside that. */
  private closeItem(names: readonly string[], at: number): void {
    const item = this.find(
      (tag) => names.includes(tag),
      (tag) => rules.SPECIAL_TAGS.has(tag) && tag !== 'address' && tag !== 'div' && tag !== 'p',
    );
    this.popTo(item, at);
  }

  /** The adoption agency, simplified: a block opened inside the formatting stays open and is moved out of it. */
  private closeFormatting(name: string, end: number): void {
    const at = this.findTag(name, rules.BARRIERS);
    if (at < 0) return;
    const inner = this.stack.findIndex((element, i) => i > at && rules.SPECIAL_TAGS.has(element.name));
    if (inner < 0) {
      this.popTo(at, end);
      return;
    }
    const block = this.stack[inner] as Element;
    (block.parent as ParentNode).children.pop();
    if (block.prev !== null) block.prev.next = null;
    for (const closed of this.stack.splice(at, inner - at)) this.closed(closed, end);
    this.attach(block, at === 0 ? this.root : (this.stack[at - 1] as Element));
  }

  /** </form> ends the form and nothing that is open in it. */
  private closeForm(end: number): void {
    const at = this.form === null ? -1 : this.stack.lastIndexOf(this.form);
    this.form = null;
    if (at < 0) return;
    if (at === this.stack.length - 1) this.pop(end);
    else for (const closed of this.stack.splice(at, 1)) this.closed(closed, end);
  }

  private findTag(name: string, barriers: ReadonlySet<string> | null): number {
    return this.find((tag) => tag === name, barriers);
  }

  /** Stack index of the innermost open element that satisfies `test`; -1 if none does before a barrier. */
  private find(
    test: (tag: string) => boolean,
    barrier: ReadonlySet<string> | ((tag: string) => boolean) | null,
  ): number {
    const stops = typeof barrier === 'function' ? barrier : (tag: string) => barrier?.has(tag) ?? false;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const { name } = this.stack[i] as Element;
      if (test(name)) return i;
      if (stops(name)) return -1;
    }
    return -1;
  }

  private popWhile(test: (tag: string) => boolean, end: number): void {
    for (let top = this.stack.at(-1); top !== undefined && test(top.name); top = this.stack.at(-1)) this.pop(end);
  }

  private popTo(index: number, end: number): void {
    if (index >= 0) while (this.stack.length > index) this.pop(end);
  }

  private pop(end: number): void {
    const top = this.stack.pop();
    if (top !== undefined) this.closed(top, end);
  }

  private push(element: Element): void {
    this.stack.push(element);
    this.opened.set(element.name, (this.opened.get(element.name) ?? 0) + 1);
  }

  private closed(element: Element, end: number): void {
    element.endIndex = end - 1;
    this.opened.set(element.name, (this.opened.get(element.name) ?? 1) - 1);
    if (element === this.form) this.form = null;
  }

  private insert(name: string, attributes: Attributes, start: number, end: number): Element {
    return this.append(new Element(name, attributes), start, end);
  }

  private append<N extends ChildNode>(node: N, start: number, end: number): N {
    node.startIndex = start;
    node.endIndex = end - 1;
    this.attach(node, this.parent());
    return node;
  }

  private attach(node: ChildNode, parent: ParentNode): void {
    const before = parent.children.at(-1) ?? null;
    node.parent = parent;
    node.prev = before;
    node.next = null;
    if (before !== null) before.next = node;
    parent.children.push(node);
  }
}
