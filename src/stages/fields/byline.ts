import { codesOf, KINDS, LETTER, LOWER, NUMBER, SURROGATE, UPPER } from '../../core/characters.js';
import { hasDigit } from '../../core/text.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { type AuthorPart, readAuthors } from './authors.js';
import { type Lead, leadOf, mayLead } from './byline-leads.js';
import { bylinePieces, type BylinePieces } from './byline-pieces.js';
import { dayFirstFor, findDates, type FoundDate } from './dates.js';
import { hasPublisher, hasRole } from './names.js';

/** Who wrote the text, as a line says it. */
export interface Byline {
  /** Personal names or an editorial body ("Bay Tribune Staff"), in the line's order; none for initials or a bare agency. */
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly place: string | null;
  readonly date: FoundDate | null;
  /** An editor's or translator's line ("Edited By: …") names no author where another line does. */
  readonly role: 'author' | 'editor';
  /** 0 to 1. Below 0.5 only the line's position can make it a byline: a bare name looks like a heading. */
  readonly certainty: number;
}

/** Longer lines are paragraphs, whatever they begin with. */
const LONGEST = 240;
/** The announcing words may stand behind a section or a date: "Politik | Von …". */
const LEAD_PIECES = 4;
const SECTION_LONGEST = 40;
/** Words beyond which a line without announcing words is no list of names with a date. */
const BARE_WORDS = 24;
/** Names with an agency that is no picture's: "Ada Weber, avec AFP". */
const WITH_AGENCY = /[\s,(](?:with|avec|mit|con|com|met|med) \S/iu;
/** A publisher, an agency and, in a column of its own, a name: "Le Journal du Lac avec AFP    Ada Weber". */
const BEHIND_AGENCY =
  /^(.{3,60}?) (?:with|avec|mit|con|com|met|med) (?:the |die |der |l['’])?(\S{2,20}) (\p{L}.{2,60})$/iu;
/** "Ada WEBER.": French regional papers end a signature in a full stop. */
const SURNAME_STOP = /(?<=^\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})? \p{Lu}{2}[\p{Lu}'’ -]{0,30})\.$/u;
/** "(ypr/dte)", "(kra)": desk initials. Small letters, so as not to be an agency. */
const INITIALS = /^[([]\p{Ll}{2,5}(?:\s?[/,;-]\s?\p{Ll}{2,5}){0,3}[)\]]$/u;

/** "Ada Weber (foto)" took the pictures, unless the words are somebody else's: "Ada Weber (Text) und Bo Lind (Fotos)". */
const WORDED = /\((?:texte?|texto|testo|tekst|текст|szöveg|teksti)\)/iu;
const PICTURED = /\((?:fotos?|photos?|bild|bilder|kuvat?|фото|zdjęcia|fényképek|fotografie)\)$/iu;

/**
 * Reads a line as a byline, or null if it is none. `context.language` (BCP 47) is the document's: it tells how an ambiguous date is
 * meant and that "Door …" in an English text is no Dutch byline. Words that announce an author come from the lists; job titles,
 * publishers, addresses and dates are cut off, names in capitals are set in title case, others are given as written.
 */
export function readByline(
  line: string,
  lists: readonly PhraseList[],
  context?: { readonly language: string },
): Byline | null {
  const text = line.trim().replace(SURNAME_STOP, '');
  if (text === '' || text.length > LONGEST || isOpenEnded(text)) return null;
  if (text.endsWith(')') && PICTURED.test(text) && !WORDED.test(text)) return null;
  if (INITIALS.test(text) && agencyNamed(text.slice(1, -1), lists) === null) {
    const certainty = /[/,;]/.test(text) ? 0.85 : 0.35;
    return { authors: [], agency: null, place: null, date: null, role: 'author', certainty };
  }
  const isLed = mayLead(text, lists);
  if (!isLed && !mayBeBare(text)) return null;
  const language = context?.language ?? 'und';
  const dates = hasDigit(text) ? findDates(text, { dayFirst: dayFirstFor(language, null) }) : [];
  const found = bylinePieces(text, dates, lists);
  for (const [i, piece] of found.pieces.slice(0, LEAD_PIECES).entries()) {
    // A piece may begin where the line had one word: "10:15Von …". Of the line itself it is known.
    const lead = isLed || piece !== text ? leadOf(piece, lists, language) : null;
    if (lead === null) {
      if (piece.length > SECTION_LONGEST) break;
      continue;
    }
    const part = readAuthors([lead.rest, ...found.pieces.slice(i + 1)], lists, { lead, language });
    if (part === null || isSentence(text, part)) return null;
    const certainty = lead.role === 'editor' ? 0.55 : announcedSureness(part, lead);
    return bylineOf(part, found, dates, lead.role, certainty);
  }
  if (found.pieces.length === 0 || text.split(' ').length > BARE_WORDS) return null;
  const behind = readBehindAgency(found, lists, language);
  if (behind !== null) return bylineOf(behind, found, dates, 'author', 0.75);
  const part = readAuthors(found.pieces, lists, { lead: null, language });
  if (part === null || part.others > 2 || /[.。।:：]$/.test(text)) return null;
  if (part.shape === 'caseless' && !isNameList(text, part)) return null;
  const certainty = bareSureness(text, part, found, dates);
  return certainty === 0 ? null : bylineOf(part, found, dates, 'author', certainty);
}

/** What a byline does not end with: calls, questions and what goes on. A quotation mark may stand behind it. */
const OPEN_ENDS = codesOf('!?…,;？！，、');
const QUOTES = codesOf('"”’»」');

function isOpenEnded(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return OPEN_ENDS.has(last) || (QUOTES.has(last) && OPEN_ENDS.has(text.charCodeAt(text.length - 2)));
}

/** Figures within words, as headings of reports have: "4.1%増", "3社", "12호". A name has none, and dates are cut off before. */
const FIGURED = /\d[\p{L}%％]|[%％]/u;
/** Characters between commas in Chinese and Japanese, words in other scripts without case, that are a name's, a place's or a desk's. */
const PART_CHARACTERS = 8;
const PART_WORDS = 2;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Where no capitals tell names from words, whether a line without announcing words can be a list of names: none twice, as in a refrain, and
 * nothing between commas that is longer than a name with its desk or holds figures, as in a standfirst.
 */
function isNameList(text: string, part: AuthorPart): boolean {
  if (new Set(part.authors).size < part.authors.length) return false;
  if (part.others === 0) return true;
  if (part.hasRole) return true;
  return (
    !FIGURED.test(text) &&
    text
      .split(/[,،、，;；|]\s*/u)
      .every((piece) =>
        UNSPACED.test(piece) ? piece.length <= PART_CHARACTERS : piece.split(' ').length <= PART_WORDS,
      )
  );
}

function readBehindAgency({ pieces }: BylinePieces, lists: readonly PhraseList[], language: string): AuthorPart | null {
  const [, house = '', desk = '', name = ''] = BEHIND_AGENCY.exec(pieces[0] ?? '') ?? [];
  const agency = hasPublisher(house) ? agencyNamed(desk, lists) : null;
  const part = agency === null ? null : readAuthors([name, ...pieces.slice(1)], lists, { lead: null, language });
  return part === null || part.others > 0 || part.shape !== 'titled' ? null : { ...part, agency: agency?.name ?? null };
}

const STOPS = codesOf('.。:：');

/**
 * Quick test: false where a line without announcing words is no byline, because it is too long or a sentence, or because it holds neither
 * two words with a capital, nor a script without case, nor what stands beside an agency: a date, or a place behind a comma.
 */
function mayBeBare(text: string): boolean {
  if (STOPS.has(text.charCodeAt(text.length - 1))) return false;
  let blanks = 0;
  let capitals = 0;
  let before = 0;
  let isOpen = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = KINDS[code] as number;
    if (code === 0x20) blanks++;
    else if (code === 0x2c || (kind & (NUMBER | SURROGATE)) !== 0) isOpen = true;
    else if ((kind & LETTER) !== 0) {
      if ((kind & (UPPER | LOWER)) === 0) isOpen = true;
      else if ((kind & UPPER) !== 0 && (before & LETTER) === 0) capitals++;
    }
    before = kind;
  }
  return blanks < BARE_WORDS && (isOpen || capitals >= 2);
}

function bylineOf(
  part: AuthorPart,
  found: BylinePieces,
  dates: readonly FoundDate[],
  role: Byline['role'],
  certainty: number,
): Byline {
  return {
    authors: part.authors,
    agency: part.agency ?? found.agency,
    place: part.place ?? found.place,
    date: dates[0] ?? null,
    role,
    certainty: Math.min(certainty, 0.95),
  };
}

/** A full stop behind more than names and titles makes a sentence: "By the end of the day the river had risen." */
function isSentence(text: string, part: AuthorPart): boolean {
  if (!/[.。।]$/.test(text)) return false;
  const isAbbreviated = /(?:^|[\s.])\p{L}{1,3}\.$/u.test(text);
  return !isAbbreviated && part.others > 0;
}

function announcedSureness(part: AuthorPart, { isMarked, isForeign, isGlued }: Lead): number {
  if (part.authors.length === 0) return part.agency === null ? 0.3 : 0.85;
  if (isMarked) return part.shape === 'lower' ? 0.85 : part.words === 1 && part.shape !== 'caseless' ? 0.8 : 0.95;
  if (isForeign || isGlued) return 0.4;
  if (part.shape === 'lower') return 0.7;
  if (part.shape === 'body') return 0.9;
  if (part.shape === 'caseless') return part.words <= 4 ? 0.8 : 0.48;
  if (hasPublisher(part.authors[0] ?? '')) return 0.6;
  return part.words === 1 ? 0.45 : 0.92;
}

/** Names alone, or with a date, an agency, a place or a job beside them; 0 if it is no byline at all. */
function bareSureness(text: string, part: AuthorPart, found: BylinePieces, dates: readonly FoundDate[]): number {
  const isDated = dates.length > 0 || found.timed === 'date';
  if (part.authors.length === 0) {
    // "AFP, MANILA"
    const isPlaced = part.place !== null && text.includes(',');
    return (part.agency ?? found.agency) !== null && (isDated || isPlaced) ? 0.8 : 0;
  }
  const isPlain = part.shape === 'titled' && part.words <= 3;
  let certainty = part.shape === 'caseless' || part.shape === 'capitals' ? 0.3 : isPlain ? 0.4 : 0.35;
  if (part.authors.length > 1) certainty += 0.05;
  if (part.place !== null || part.others + part.publishers > 0 || found.timed !== null) certainty += 0.04;
  // "(EFE)" in brackets is a desk's; "Name / AP" as often as not credits a picture.
  if (found.agency !== null) return 0.8;
  if (part.agency !== null && part.others === 0 && part.shape === 'titled' && WITH_AGENCY.test(text)) return 0.75;
  // "ADA WEBER Bay County Courier"
  if (part.isCapitals) return 0.75;
  const isJob = found.pieces.slice(1).some(hasRole) || part.hasRole;
  if (found.hasContact || (isJob && !part.isCut)) return 0.75;
  if (!isDated || part.others > 0 || !isPlain || part.agency !== null) return certainty;
  const [first, second, third] = dates;
  // A life has two dates years apart, an article two of one year.
  if (third !== undefined || (second !== undefined && first?.value.slice(0, 4) !== second.value.slice(0, 4)))
    return certainty;
  // A comma before a date also follows a place: "New York, December 16, 2024".
  const isComma = first !== undefined && /,\s?$/.test(text.slice(0, first.start));
  return isComma ? 0.48 : certainty + 0.35;
}
