import type { ArticleRecord } from '../../core/record.js';
import type { PieceOfText } from './pieces.js';

/** Characters of repeated text from which the body, not a caption or headline, was repeated; and the least number of blocks. */
const BODY_REPEATED = 150;
const MIXED = 0.15;
const MACHINE =
  /\bAI\b|artificial|machine|automat|auto-|translat|인공지능|기계|번역|機械|翻訳|机器|機器|翻译|翻譯|машин|автомат|maschin|künstlich|yapay|makine|ترجم|मशीन|KI\b|IA\b|ИИ/iu;

/** What a reader of the record should know about the document as a whole. Sorted. */
export function listFlags(
  pieces: readonly PieceOfText[],
  languages: ArticleRecord['languages'],
  found: readonly string[],
): string[] {
  const flags = new Set(found);
  const repeated = pieces.filter((piece) => piece.verdict.decision === 'drop' && piece.verdict.reason === 'duplicate');
  if (repeated.length >= 2 && repeated.reduce((sum, piece) => sum + piece.text.length, 0) >= BODY_REPEATED)
    flags.add('body-repeated');
  for (const { verdict, text } of pieces) {
    if (verdict.decision !== 'drop') continue;
    if (verdict.reason === 'appended') flags.add('appended-content');
    if (verdict.reason === 'error-page') flags.add('error-page-header');
    if (verdict.reason === 'translation-note') flags.add(MACHINE.test(text) ? 'machine-translated' : 'translated');
  }
  if (languages.length > 1 && (languages[1]?.share ?? 0) >= MIXED) flags.add('mixed-language');
  return [...flags].sort();
}
