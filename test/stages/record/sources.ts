import { EMPTY_META, type Block, type Page, type PageMeta, type Role } from '../../../src/core/types.js';
import type { Sources } from '../../../src/stages/record/metadata.js';
import type { PieceOfText } from '../../../src/stages/record/pieces.js';

export type Line = readonly [
  what: 'headline' | 'byline' | 'date' | 'caption' | 'paragraph' | 'navigation',
  text: string,
  rule?: string,
];

export const BODY =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, and there was a tale to tell.';

/** What a record's fields are resolved from, for a page with this metadata and these judged lines. */
export function sourcesOf(lines: readonly Line[], meta: Partial<PageMeta> = {}, url: string | null = null): Sources {
  const span = { start: 0, end: 0 };
  const pieces = lines.map(([what, text, rule = 'hand'], i): PieceOfText => {
    const block: Block = { span, source: span, kind: 'line', text, line: i };
    const decision = what === 'paragraph' ? 'keep' : what === 'navigation' ? 'drop' : 'move';
    const role: Role | null = decision === 'move' ? (what as Role) : null;
    return {
      block,
      text,
      source: span,
      verdict: { span, block: i, decision, role, reason: null, rule, evidence: null, confidence: 0.9 },
    };
  });
  const page = { format: 'html', meta: { ...EMPTY_META, ...meta }, blocks: pieces.map(({ block }) => block) };
  return { page: page as unknown as Page, pieces, language: 'en', url, fetchedAt: null };
}
