import { decodeHTMLAttribute } from 'entities';
import { DocumentError } from '../../core/errors.js';
import type { CleanOptions } from '../../core/options.js';
import { attributeOf, NO_ATTRIBUTES, READ_ATTRIBUTES } from './attributes.js';
import { KnownNames } from './known-names.js';
import type { Outline } from './outline.js';
import { tokenize, type TokenSink } from './tokenizer.js';
import { TreeBuilder } from './tree-builder.js';
import { RULED_TAGS } from './tree-rules.js';

export type Limits = Pick<CleanOptions, 'maxNodes' | 'maxDepth'>;

/** Tags that pages hold most of. */
const TAGS = new KnownNames([
  ...RULED_TAGS,
  ...'cite figure g label path picture source span sup svg time use'.split(' '),
]);

/**
 * Reads HTML to a tree. Comments and the like are left out, and attributes that nobody reads, but for `everyAttribute`. Never fails for bad
 * markup; stops as soon as the tree outgrows the limits, before a hostile page costs anything.
 * @throws DocumentError 'too-large' over maxNodes or maxDepth.
 */
export function parseDom(source: string, limits: Limits, everyAttribute = false): Outline {
  const feeder = new Feeder(source, limits, everyAttribute);
  tokenize(source, feeder);
  return feeder.builder.finish();
}

/** Hands tags and texts to the tree. */
class Feeder implements TokenSink {
  readonly builder: TreeBuilder;
  private nodes = 0;
  private tag = '';
  private attributes: string[] | null = null;

  constructor(
    private readonly source: string,
    private readonly limits: Limits,
    private readonly everyAttribute: boolean,
  ) {
    this.builder = new TreeBuilder(source);
  }

  startTag(nameStart: number, nameEnd: number): void {
    this.tag = this.tagAt(nameStart, nameEnd);
    this.attributes = null;
  }

  attribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const { source } = this;
    const known = READ_ATTRIBUTES.find(source, nameStart, nameEnd);
    if (known === null && !this.everyAttribute) return;
    const name = known ?? source.slice(nameStart, nameEnd).toLowerCase();
    const value = source.slice(valueStart, valueEnd);
    const decoded = value.includes('&') ? decodeHTMLAttribute(value) : value;
    if (this.attributes === null) this.attributes = [name, decoded];
    // Of the few that are read each is kept once; among all of a hostile tag's, each would have to be sought.
    else if (this.everyAttribute || known === null || attributeOf(this.attributes, known) === undefined)
      this.attributes.push(name, decoded);
  }

  startTagEnd(selfClosing: boolean): void {
    this.count();
    this.builder.open(this.tag, this.attributes ?? NO_ATTRIBUTES, selfClosing);
  }

  endTag(nameStart: number, nameEnd: number): void {
    this.builder.close(this.tagAt(nameStart, nameEnd));
  }

  text(start: number, end: number): void {
    this.count();
    this.builder.text(start, end);
  }

  private tagAt(start: number, end: number): string {
    return TAGS.find(this.source, start, end) ?? this.source.slice(start, end).toLowerCase();
  }

  private count(): void {
    const { maxNodes, maxDepth } = this.limits;
    if (++this.nodes > maxNodes)
      throw new DocumentError('too-large', `the page has more than ${maxNodes} nodes (maxNodes)`);
    if (this.builder.depth > maxDepth)
      throw new DocumentError('too-large', `the page is nested deeper than ${maxDepth} elements (maxDepth)`);
  }
}
