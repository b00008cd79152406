import { DomHandler, type ChildNode, type Document, type Element, type Text } from 'domhandler';
import { Parser } from 'htmlparser2';
import { DocumentError } from '../../core/errors.js';
import type { CleanOptions } from '../../core/options.js';

/** Builds the tree and stops as soon as it outgrows the limits, before a hostile page costs anything. */
class LimitedHandler extends DomHandler {
  private nodes = 0;
  constructor(private readonly limits: Pick<CleanOptions, 'maxNodes' | 'maxDepth'>) {
    super(null, { withStartIndices: true, withEndIndices: true });
  }
  protected override addNode(node: ChildNode): void {
    if (++this.nodes > this.limits.maxNodes) {
      throw new DocumentError('too-large', `the page has more than ${this.limits.maxNodes} nodes (maxNodes)`);
    }
    if (this.tagStack.length > this.limits.maxDepth) {
      throw new DocumentError('too-large', `the page is nested deeper than ${this.limits.maxDepth} elements (maxDepth)`);
    }
    super.addNode(node);
  }
}

/**
 * Reads HTML to a tree whose nodes know where they stand in `source`. Never fails for bad markup.
 * @throws DocumentError 'too-large' over maxNodes or maxDepth.
 */
export function parseDom(source: string, limits: Pick<CleanOptions, 'maxNodes' | 'maxDepth'>): Document {
  const handler = new LimitedHandler(limits);
  new Parser(handler, { decodeEntities: true }).end(source);
  return handler.root;
}

export function isElement(node: ChildNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

export function isText(node: ChildNode): node is Text {
  return node.type === 'text';
}
