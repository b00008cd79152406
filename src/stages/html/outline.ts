import { isTag, isText, type ChildNode, type Document, type Element, type Text } from 'domhandler';

/**
 * The tree as flat lists in document order (pre-order), so that everything after it is a loop: no recursion, whatever the
 * depth. Node i holds the nodes i + 1 … last[i].
 */
export interface Outline {
  /** Elements and text nodes; comments and the rest are markup and left out. */
  readonly nodes: readonly (Element | Text)[];
  /** Node number of the parent element, -1 at the top. */
  readonly parent: readonly number[];
  /** Number of the last node inside, the node itself if it is empty. */
  readonly last: readonly number[];
  /** 0 at the top. */
  readonly depth: readonly number[];
}

export function outlineOf(root: Document): Outline {
  const nodes: (Element | Text)[] = [];
  const parent: number[] = [];
  const last: number[] = [];
  const depth: number[] = [];
  const open: number[] = [];
  let node: ChildNode | null = root.children[0] ?? null;
  while (node !== null) {
    const at = nodes.length;
    const inside: ChildNode | null = isTag(node) ? (node.children[0] ?? null) : null;
    if (isTag(node) || isText(node)) {
      nodes.push(node);
      parent.push(open.at(-1) ?? -1);
      last.push(at);
      depth.push(open.length);
    }
    if (inside !== null) {
      open.push(at);
      node = inside;
      continue;
    }
    let next: ChildNode | null = node.next;
    while (next === null && open.length > 0) {
      const closed = open.pop() as number;
      last[closed] = nodes.length - 1;
      next = (nodes[closed] as Element).next;
    }
    node = next;
  }
  return { nodes, parent, last, depth };
}

/** The element numbered `at`, or null for a text node or -1. */
export function elementAt(outline: Outline, at: number): Element | null {
  const node = outline.nodes[at];
  return node !== undefined && isTag(node) ? node : null;
}

/** Lower-case tag of node `at`; '' for a text node or -1. */
export function tagAt(outline: Outline, at: number): string {
  return elementAt(outline, at)?.name ?? '';
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
