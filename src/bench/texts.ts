import { DEFAULT_OPTIONS } from '../core/options.js';
import { mojibakeEdits } from '../stages/mojibake.js';
import { parseHtml } from '../stages/parse-html.js';
import type { BenchPage } from './runners.js';

/** What a crawler's text dump would hold of some pages: all that is visible, a block a line. Pages that cannot be read have none. */
export function textsOf(pages: readonly BenchPage[]): Uint8Array[] {
  return pages.flatMap(({ text }) => {
    try {
      const { blocks } = parseHtml(text, DEFAULT_OPTIONS, mojibakeEdits);
      const lines = blocks
        .filter(({ markup, text: line }) => markup?.visible !== false && line !== '')
        .map(({ text: line }) => line);
      return lines.length === 0 ? [] : [new TextEncoder().encode(lines.join('\n'))];
    } catch {
      return [];
    }
  });
}
