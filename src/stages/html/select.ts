import { load } from 'cheerio/slim';
import { Document, Element, Text, type ParentNode } from 'domhandler';
import { UsageError } from '../../core/errors.js';
import { parseDom, type Limits } from './dom.js';
import { attributesAt, textAt, type Outline } from './outline.js';
import type { Run } from './runs.js';

/**
 * Indices of the runs inside the elements that match a CSS selector, in order.
 * @throws UsageError for a selector that can't be read.
 */
export function selector(outline: Outline, limits: Limits, runs: readonly Run[]): (css: string) => readonly number[] {
  let numbers: Map<unknown, number> | null = null;
  let $: ReturnType<typeof load> | null = null;
  return (css) => {
    if ($ === null || numbers === null) {
      // A selector may ask for attributes that were not read.
      const { root, nodes } = documentOf(parseDom(outline.source, limits, true));
      $ = load(root, { xml: { xmlMode: false } });
      numbers = new Map(nodes.map((node, at) => [node, at]));
    }
    const matched = new Uint8Array(outline.tags.length);
    for (const element of find($, css)) {
      const at = numbers.get(element);
      if (at !== undefined) matched[at] = 1;
    }
    // Inside a match are the elements whose parent is: parents come first in the outline.
    for (let at = 0; at < matched.length; at++) if (matched[outline.parent[at] as number] === 1) matched[at] = 1;
    const inside: number[] = [];
    runs.forEach((run, index) => {
      if (matched[run.holder] === 1) inside.push(index);
    });
    return inside;
  };
}

/** The tree as selectors are matched against it, and its nodes by number. */
export function documentOf(outline: Outline): { root: Document; nodes: readonly (Element | Text)[] } {
  const root = new Document([]);
  const nodes: (Element | Text)[] = [];
  outline.tags.forEach((tag, at) => {
    const node = tag === '' ? new Text(textAt(outline, at)) : new Element(tag, attributesOf(outline, at));
    const parent = (nodes[outline.parent[at] as number] ?? root) as ParentNode;
    const before = parent.children.at(-1) ?? null;
    node.parent = parent;
    node.prev = before;
    if (before !== null) before.next = node;
    parent.children.push(node);
    nodes.push(node);
  });
  return { root, nodes };
}

function attributesOf(outline: Outline, at: number): Record<string, string> {
  const list = attributesAt(outline, at);
  const entries: [string, string][] = [];
  // Of two of a name the first counts, and the last stays.
  for (let i = list.length - 2; i >= 0; i -= 2) entries.push([list[i] as string, list[i + 1] as string]);
  return Object.fromEntries(entries);
}

function find($: ReturnType<typeof load>, css: string): unknown[] {
  try {
    return $(css).toArray();
  } catch (error) {
    throw new UsageError(
      `not a CSS selector: ${JSON.stringify(css)} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
