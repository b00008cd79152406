import type { ArticleRecord } from '../../core/record.js';
import { uniqueBy } from '../../core/unique.js';
import { LISTS } from '../../rules/phrases/lists.js';
import { readCaption } from '../fields/caption.js';
import type { PieceOfText } from './pieces.js';

/** Captions with their credits, once each; a credit on a line of its own belongs to the caption before it. */
export function listCaptions(pieces: readonly PieceOfText[]): ArticleRecord['captions'] {
  const captions: ArticleRecord['captions'] = [];
  for (const { verdict, text } of pieces) {
    if (verdict.decision !== 'move' || (verdict.role !== 'caption' && verdict.role !== 'credit')) continue;
    const read = readCaption(text, LISTS);
    if (verdict.role === 'caption')
      captions.push({ text: read === null || read.text === '' ? text : read.text, credit: read?.credit ?? null });
    else {
      const last = captions.at(-1);
      if (read?.credit !== undefined && read.credit !== null && last?.credit === null) last.credit = read.credit;
    }
  }
  return uniqueBy(captions, (caption) => caption.text);
}
