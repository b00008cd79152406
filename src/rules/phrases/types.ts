/** The format of a phrase list; it lives in core because users' profiles have it, too. */
export type { FieldWords, Pattern, Phrase, PhraseKind, PhraseList } from '../../core/phrase.js';
