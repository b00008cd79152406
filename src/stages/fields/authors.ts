import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed, type NamedAgency } from './agency-name.js';
import {
  CJK_REPORTED,
  cutName,
  isOther,
  isPersonBeside,
  isPlaceLike,
  type Person,
  type PersonContext,
  personOf,
} from './persons.js';
import { EDITORS, fieldPatterns, tokenize } from './field-patterns.js';
import { hasPublisher, hasRole, isBody, type NameShape, splitNames } from './names.js';

/** What the pieces of a byline say. */
export interface AuthorPart {
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly place: string | null;
  /** Shape of the first author; 'body' for an editorial body. Null without authors. */
  readonly shape: NameShape['kind'] | 'body' | null;
  /** Words of the first author. */
  readonly words: number;
  /** Pieces that are neither author, agency, place nor publisher: titles and what else is capitalized. */
  readonly others: number;
  readonly publishers: number;
  /** True if a job stands beside the names. */
  readonly hasRole: boolean;
  /** True if the name was cut out of a piece that goes on with a job: "Ada Weber Parliamentary editor". */
  readonly isCut: boolean;
  /** True if its capitals told a name from the publisher behind it: "ADA WEBER Bay County Courier". */
  readonly isCapitals: boolean;
}

/** "the Associated Press", "die dpa", "avec AFP", "mit der dpa". */
const BEFORE_AGENCY = /^(?:(?:with|avec|mit|con|com|met|med) )?(?:(?:the|die|der|la|el) |l['’])?(?=\p{L})/iu;

function agencyBehind(name: string, lists: readonly PhraseList[]): NamedAgency | null {
  const before = BEFORE_AGENCY.exec(name)?.[0] ?? '';
  return before === '' ? null : agencyNamed(name.slice(before.length), lists);
}

interface Reading {
  authors: string[];
  agency: string | null;
  place: string | null;
  shape: AuthorPart['shape'];
  words: number;
  others: number;
  publishers: number;
  hasRole: boolean;
  isCut: boolean;
  isCapitals: boolean;
}

/**
 * Reads names out of the pieces of a line behind its announcing words. `lead` is null where there were none; then only whole names
 * of two to four words count. Null where something in it is neither name, title, place nor publisher.
 */
export function readAuthors(
  pieces: readonly string[],
  lists: readonly PhraseList[],
  { lead, language }: { lead: PersonContext['lead']; language: string },
): AuthorPart | null {
  const context: PersonContext = { lead, language, stopwords: fieldPatterns(lists).stopwords };
  const reading: Reading = {
    authors: [],
    agency: null,
    place: null,
    shape: null,
    words: 0,
    others: 0,
    publishers: 0,
    hasRole: false,
    isCut: false,
    isCapitals: false,
  };
  for (const [i, piece] of pieces.entries()) {
    const parts = splitNames(piece);
    const isList = parts.length > 2 || parts.some((part) => part.joined) || piece.includes('/');
    for (const part of parts) {
      const isNear = i === 0;
      if (!readPart(part.name, { isNear, isList, isJoined: part.joined }, reading, context, lists)) return null;
    }
  }
  return reading.authors.length === 0 && reading.agency === null ? null : reading;
}

/** Names of one line look alike; but "ADA WEBER and J.P. McDONALD" do, too, and "Ada Weber, MS" does not. */
const isAlike = (person: Person | null, { shape }: Reading): boolean => {
  const isCased = (kind: Reading['shape']): boolean => kind === 'titled' || kind === 'capitals';
  return person !== null && (person.shape === shape || (person.words > 1 && isCased(person.shape) && isCased(shape)));
};

/** Takes one name, title, place or agency into the reading. False if it is none of these. */
function readPart(
  name: string,
  { isNear, isList, isJoined }: { isNear: boolean; isList: boolean; isJoined: boolean },
  reading: Reading,
  context: PersonContext,
  lists: readonly PhraseList[],
): boolean {
  const isFirst = reading.authors.length === 0 && reading.others === 0 && reading.publishers === 0;
  const agency = agencyNamed(name, lists) ?? agencyBehind(name, lists);
  // "Redação" is a desk even where a list calls it an agency.
  if (agency !== null && !isBody(name)) {
    reading.agency ??= agency.name;
    return true;
  }
  const reported = CJK_REPORTED.exec(name)?.[1];
  if (reported !== undefined && !isFirst) {
    reading.place ??= reported;
    return true;
  }
  // "A. B., Local Democracy Reporter": a job alone is no name with a job behind it.
  const isTitle = !isFirst && !isJoined && hasRole(name);
  const cut = isTitle
    ? { name, agency: null, place: null, isRole: true, isCapitals: false }
    : cutName(name, lists, context.lead !== null);
  reading.agency ??= cut.agency;
  reading.place ??= cut.place;
  reading.hasRole ||= cut.isRole;
  const person = personOf(cut.name, isFirst, context);
  const isAuthor =
    isFirst ||
    (reading.authors.length > 0 &&
      isAlike(person, reading) &&
      isPersonBeside(cut.name, { isNear, isList: isList || isJoined }));
  if (person !== null && isAuthor) {
    reading.authors.push(person.name);
    reading.isCut ||= cut.isRole;
    reading.isCapitals ||= cut.isCapitals;
    if (reading.shape === null) ({ shape: reading.shape, words: reading.words } = person);
    return true;
  }
  if (isFirst && reading.agency === null) return false;
  if (EDITORS.longestAt(tokenize(name), 0) !== null) return true;
  if (hasRole(name)) reading.hasRole = true;
  else if (reading.place === null && isPlaceLike(name)) {
    reading.place = name;
    return true;
  }
  if (!isOther(name)) return false;
  if (hasPublisher(name)) reading.publishers++;
  else reading.others++;
  return true;
}
