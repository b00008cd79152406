import type { Document } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { DocumentError } from '../../core/errors.js';
import type { CleanOptions } from '../../core/options.js';
import { TreeBuilder } from './tree-builder.js';

type Limits = Pick<CleanOptions, 'maxNodes' | 'maxDepth'>;

/**
 * Reads HTML to a tree whose nodes know where they stand in `source` (endIndex is the last character, as in htmlparser2).
 * Comments and the like are left out. Never fails for bad markup; stops as soon as the tree outgrows the limits, before a
 * hostile page costs anything.
 * @throws DocumentError 'too-large' over maxNodes or maxDepth.
 */
export function parseDom(source: string, limits: Limits): Document {
  const feeder = new Feeder(source, limits);
  const tokenizer = new Tokenizer({ decodeEntities: false }, feeder);
  tokenizer.write(source);
  tokenizer.end();
  return feeder.builder.root;
}

/** Hands the tokenizer's tags and texts to the tree. */
class Feeder implements TokenizerCallbacks {
  readonly builder = new TreeBuilder();
  private nodes = 0;
  private tag = '';
  private tagStart = 0;
  private attributes: Record<string, string> = {};
  private attribute = '';
  private value = '';

  constructor(
    private readonly source: string,
    private readonly limits: Limits,
  ) {}

  onopentagname(start: number, end: number): void {
    this.tag = this.source.slice(start, end).toLowerCase();
    this.tagStart = start - 1;
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end);
  }

  onattribend(): void {
    if (Object.hasOwn(this.attributes, this.attribute)) return;
    this.attributes[this.attribute] = this.value.includes('&') ? decodeHTMLAttribute(this.value) : this.value;
  }

  onopentagend(end: number): void {
    this.open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.open(end, true);
  }

  onclosetag(start: number, end: number): void {
    this.builder.close(this.source.slice(start, end).toLowerCase(), end + 1);
  }

  ontext(start: number, end: number): void {
    // The page ends within a tag ("<br /", "</p "): the tokenizer tells the rest as a text that begins nowhere.
    if (start < 0) return;
    this.count();
    const text = this.source.slice(start, end);
    this.builder.text(text.includes('&') ? decodeHTML(text) : text, start, end);
  }

  onend(): void {
    this.builder.finish(this.source.length);
  }

  // Comments, declarations and the like are markup; references are decoded above.
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}

  private open(end: number, selfClosing: boolean): void {
    this.count();
    this.builder.open(this.tag, this.attributes, this.tagStart, end + 1, selfClosing);
  }

  private count(): void {
    const { maxNodes, maxDepth } = this.limits;
    if (++this.nodes > maxNodes)
      throw new DocumentError('too-large', `the page has more than ${maxNodes} nodes (maxNodes)`);
    if (this.builder.depth > maxDepth)
      throw new DocumentError('too-large', `the page is nested deeper than ${maxDepth} elements (maxDepth)`);
  }
}
