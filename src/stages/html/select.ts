import { load } from 'cheerio/slim';
import type { Document } from 'domhandler';
import { UsageError } from '../../core/errors.js';
import type { Outline } from './outline.js';
import type { Run } from './runs.js';

/**
 * Indices of the runs inside the elements that match a CSS selector, in order. The root is searched, never changed.
 * @throws UsageError for a selector that can't be read.
 */
export function selector(root: Document, outline: Outline, runs: readonly Run[]): (css: string) => readonly number[] {
  let numbers: Map<unknown, number> | null = null;
  let $: ReturnType<typeof load> | null = null;
  return (css) => {
    $ ??= load(root, { xml: { xmlMode: false } });
    numbers ??= new Map(outline.nodes.map((node, at) => [node, at]));
    const matched = new Uint8Array(outline.nodes.length);
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

function find($: ReturnType<typeof load>, css: string): unknown[] {
  try {
    return $(css).toArray();
  } catch (error) {
    throw new UsageError(
      `not a CSS selector: ${JSON.stringify(css)} (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
