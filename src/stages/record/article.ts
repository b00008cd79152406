import type { ArticleRecord } from '../../core/record.js';
import type { KeptRole } from '../../core/types.js';
import type { PieceOfText } from './pieces.js';

/** The kept text and its blocks: paragraphs joined by blank lines; the kept pieces of one block stay one paragraph. */
export function layArticle(pieces: readonly PieceOfText[]): Pick<ArticleRecord, 'text' | 'blocks'> {
  const blocks: ArticleRecord['blocks'] = [];
  let text = '';
  let open = -1;
  for (const { verdict, text: part, source } of pieces) {
    if (verdict.decision !== 'keep' || part === '') continue;
    const last = blocks.at(-1);
    if (verdict.block === open && last !== undefined) {
      text += ` ${part}`;
      last.end = text.length;
      last.source.push({ ...source });
      continue;
    }
    open = verdict.block;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += part;
    blocks.push({ role: (verdict.role ?? 'paragraph') as KeptRole, start, end: text.length, source: [{ ...source }] });
  }
  return { text, blocks };
}

/** What was moved to fields, and what was removed and why, in source order. */
export function listStrikes(pieces: readonly PieceOfText[]): Pick<ArticleRecord, 'moves' | 'removals'> {
  const moves: ArticleRecord['moves'] = [];
  const removals: ArticleRecord['removals'] = [];
  for (const { verdict, text, source } of pieces) {
    // Written out: to spread the source took a seventh of the time that a record takes.
    const { start, end } = source;
    if (verdict.decision === 'move')
      moves.push({ to: verdict.role as ArticleRecord['moves'][number]['to'], start, end, text });
    else if (verdict.decision === 'drop')
      removals.push({
        start,
        end,
        text,
        reason: verdict.reason ?? 'outside-article',
        rule: verdict.rule,
        evidence: verdict.evidence,
        confidence: verdict.confidence,
      });
  }
  return { moves, removals };
}
