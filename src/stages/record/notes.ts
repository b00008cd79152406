import type { ArticleRecord } from '../../core/record.js';
import { shippedPhrases } from '../../rules/phrases/index.js';
import type { PieceOfText } from './pieces.js';

type Note = ArticleRecord['notes'][number];

/** How newsrooms begin a correction of their own, in the languages we have lists for. Such a note stays in the text, too. */
const CORRECTION =
  /^[*([]?\s?(?:(?:editor['’]s )?correction|clarification|corrigendum|erratum|berichtigung|korrektur|rectificatif|précision|fe de errores|corrección|rectificación|errata|correção|rettifica|correzione|rectificatie|correctie|sprostowanie|oprava|rättelse|rettelse|oikaisu|helyreigazítás|rectificare|düzeltme|koreksi|ralat|đính chính|исправление|поправка|виправлення|уточнение|διόρθωση|תיקון|تصحيح|تصویب|اصلاحیه|भूल सुधार|সংশোধনী|訂正|更正|정정|바로잡습니다|แก้ไขข่าว)(?![\p{L}\p{M}])\s?[:：.,—–-]?/iu;

/** Notes that stand in the document: struck ones by their reason, corrections by how they begin. */
export function listNotes(pieces: readonly PieceOfText[]): Note[] {
  const notes: Note[] = [];
  for (const { verdict, text } of pieces) {
    if (text === '') continue;
    if (verdict.decision === 'keep' && CORRECTION.test(text) && text.length <= 600)
      notes.push({ kind: 'correction', text });
    else if (verdict.decision !== 'drop') continue;
    else if (verdict.reason === 'translation-note') notes.push({ kind: 'translation', text });
    else if (verdict.reason === 'legal' && isCopyright(text)) notes.push({ kind: 'copyright', text });
    else if (verdict.reason === 'legal' && text.length >= 80) notes.push({ kind: 'disclaimer', text });
  }
  return notes;
}

const COPYRIGHT =
  /©|\(c\)\s?\d{4}|copyright|all rights? reserved|alle rechte|todos los derechos|tous droits|tutti i diritti|riproduzione riservata|無断|무단|版权|版權|著作權|все права|усі права|جميع الحقوق|کليه حقوق|تمامی حقوق|כל הזכויות|सर्वाधिकार/i;

export const isCopyright = (text: string): boolean => COPYRIGHT.test(text);

/** The name behind a copyright sign, where one plainly stands there. */
export function publisherFrom(pieces: readonly PieceOfText[]): string | null {
  for (const { verdict, text } of pieces) {
    if (verdict.decision !== 'drop' || verdict.reason !== 'legal') continue;
    const name =
      /©\s*(?:copyright\s*)?(?:\d{4}(?:\s?[-–—]\s?\d{4})?[\s,.]*)?(?:by\s)?([\p{L}][^.,|;:()©–—\d]{1,48}?)\s*(?:[.,|;:()–—]|\d|$)/iu
        .exec(text)?.[1]
        ?.trim();
    if (name !== undefined && name.length >= 2 && name.split(' ').length <= 6 && !isReserving(name)) return name;
  }
  return null;
}

/** "Tous droits réservés" behind the year is nobody's name. */
const isReserving = (name: string): boolean =>
  COPYRIGHT.test(name) ||
  shippedPhrases()
    .match(name)
    .some(({ phrase }) => phrase.reason === 'legal');
