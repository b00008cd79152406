import { decodeHTML } from 'entities';
import type { MarkupTree } from '../../core/types.js';
import { attributeOf, NO_ATTRIBUTES, type AttributeName, type Attributes } from './attributes.js';

/**
 * The tree as flat lists in document order (pre-order), so that everything after it is a loop: no recursion, whatever the
 * depth. Its nodes are elements and texts; node i holds the nodes i + 1 … last[i].
 */
export interface Outline extends MarkupTree {
  readonly source: string;
  /** Lower-case tags; '' for a text. */
  readonly tags: readonly string[];
  readonly attributes: readonly Attributes[];
  /** Where texts stand in the source. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What textAt() has decoded. */
  readonly decoded: Map<number, string>;
}

/** Lower-case tag of node `at`; '' for a text node or -1. */
export function tagAt(outline: Outline, at: number): string {
  return at < 0 ? '' : (outline.tags[at] ?? '');
}

/** True for a text node. */
export function isTextAt(outline: Outline, at: number): boolean {
  return outline.tags[at] === '';
}

/** Attributes of node `at`; none for a text node or -1. */
export function attributesAt(outline: Outline, at: number): Attributes {
  return at < 0 ? NO_ATTRIBUTES : (outline.attributes[at] ?? NO_ATTRIBUTES);
}

/** The value of an attribute of node `at`; undefined where it has none of that name. */
export function attributeAt(outline: Outline, at: number, name: AttributeName): string | undefined {
  return attributeOf(attributesAt(outline, at), name);
}

/** The text of text node `at`, its references decoded. */
export function textAt(outline: Outline, at: number): string {
  const text = outline.source.slice(outline.starts[at], outline.ends[at]);
  if (!text.includes('&')) return text;
  let decoded = outline.decoded.get(at);
  if (decoded === undefined) outline.decoded.set(at, (decoded = decodeHTML(text)));
  return decoded;
}

/** Texts that stand in element `at` itself, not deeper. */
export function ownTexts(outline: Outline, at: number): string[] {
  const texts: string[] = [];
  const end = outline.last[at] as number;
  for (let child = at + 1; child <= end; child = (outline.last[child] as number) + 1)
    if (isTextAt(outline, child)) texts.push(textAt(outline, child));
  return texts;
}

/** The node before `at` in the same element, -1 for the first. */
export function siblingBefore(outline: Outline, at: number): number {
  const parent = outline.parent[at] as number;
  let before = at - 1;
  if (before === parent) return -1;
  while (outline.parent[before] !== parent) before = outline.parent[before] as number;
  return before;
}

/** No page's layout goes deeper; only what is nested to harm does. */
const MAX_PATH = 100;

/** Tags from the root down to an element, the last 100 of them. Paths of elements side by side are made once. */
export function pathTo(outline: Outline): (at: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  const pathOf = (at: number): readonly string[] => {
    const path: string[] = [];
    for (let up = at; up >= 0 && path.length < MAX_PATH; up = outline.parent[up] as number)
      path.push(tagAt(outline, up));
    return path.reverse();
  };
  return (at) => {
    const parent = outline.parent[at] ?? -1;
    const above = known.get(parent) ?? pathOf(parent);
    known.set(parent, above);
    return at < 0 ? above : [...above.slice(1 - MAX_PATH), tagAt(outline, at)];
  };
}
