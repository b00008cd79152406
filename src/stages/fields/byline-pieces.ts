import { codesOf, KINDS, LOWER, SURROGATE, UPPER } from '../../core/characters.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { clockAt } from './clock.js';
import { isDateFurniture } from './date-line.js';
import { CONNECTOR, LABEL, WEEKDAY } from './date-words.js';
import { readDateline } from './dateline.js';
import type { FoundDate } from './find-dates.js';
import { hasRole } from './names.js';
import { withoutEdges } from './edges.js';
import { ADDRESSING, BRACKET, DIGIT, PARTING, signsOf } from './signs.js';
import { dateTokens, type Token } from './tokens.js';

/** A line that may be a byline, parted at bars, bullets and dashes, without what belongs to no name. */
export interface BylinePieces {
  readonly pieces: readonly string[];
  /** An agency in brackets: "(EFE)", "[서울=뉴시스]". */
  readonly agency: string | null;
  readonly place: string | null;
  /** True if an e-mail address or a handle was cut off; a web address says nothing of a person. */
  readonly hasContact: boolean;
  /** What else of a date was cut off: 'date' for a time of day or "Published 15 hours ago", 'age' for "2 h" and "3 min read". */
  readonly timed: 'date' | 'age' | null;
}

const PIECES_MOST = 8;
/** A middle dot between letters joins names (홍길동·김철수), between blanks it parts. */
const SEPARATOR = /\s*(?:[|•∙●▪\t]|(?<!\p{L})·|·(?!\p{L})|\s[-–—―]\s)\s*/u;
const OPENERS = '[({【〔（［';
const CLOSERS = '])}】〕）］';
/** E-mail addresses, handles and web addresses. */
const CONTACT =
  /(?:^|[\s(<[|,;]|(?<=\p{L}))(?:[^\s@<>()]{1,64}@[^\s@<>()]{1,64}\.\p{L}{2,12}|@[\w.]{2,40}|(?:https?:\/\/|www\.)\S{1,100})[)>\]]?/gu;

/** "Ada Weber às 18:07": blogs tell the time of day alone. */
const AT_A_TIME =
  / (?:at|às|à(?:\(s\))?|a las|alle|om|um|kl\.?|klo|o|v|la|на|di|op|en|zaman:|dátum:|时刻:|時刻:) \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?$/iu;
/** Whoever helped, or was copied from, behind the names. */
const HELPED =
  /,? (?:with (?:additional |extra )?(?:reporting|contributions)|con información|con informes|con reportes|com informações|avec la (?:contribution|collaboration)|mit Material|mit Informationen|con il contributo|med bidrag|на основі|по материалам) .{2,60}$/iu;

/** "(avec AFP)", "(mit dpa)". */
const WITH = /^(?:with|avec|mit|con|com|met|med) /iu;

/** Parts a line. `dates` are those found in it; they and the words around them are left out. */
export function bylinePieces(text: string, dates: readonly FoundDate[], lists: readonly PhraseList[]): BylinePieces {
  let rest = withoutDates(text, dates).replace(AT_A_TIME, '').replace(HELPED, '');
  let agency: string | null = null;
  let place: string | null = null;
  // "[서울=뉴시스] 홍길동 기자 ="
  const filed = OPENERS.includes(rest.charAt(0)) ? readDateline(rest, lists) : null;
  if (filed !== null && filed.agency !== null && filed.span.end < rest.length) {
    ({ agency, place } = filed);
    rest = rest.slice(filed.span.end).replace(/\s*[=＝]\s*$/, '');
  }
  const bracket = OPENERS.indexOf(rest.charAt(0));
  if (bracket >= 0 && rest.endsWith(CLOSERS.charAt(bracket))) rest = rest.slice(1, -1);
  const signs = signsOf(rest);
  const plain = (signs & ADDRESSING) !== 0 && /@|:\/\/|www\./.test(rest) ? rest.replace(CONTACT, ' ') : rest;
  const inner =
    (signs & BRACKET) === 0
      ? plain
      : plain.replace(/\s*[(（]([^()（）]{1,40})[)）]/gu, (_, inside: string) => {
          agency ??= agencyNamed(inside.replace(WITH, ''), lists)?.name ?? null;
          return ' ';
        });
  let timed: BylinePieces['timed'] = null;
  const pieces: string[] = [];
  const split = (signs & PARTING) === 0 ? [inner] : inner.split(SEPARATOR);
  for (const piece of split.slice(0, PIECES_MOST)) {
    const bare = withoutEdges(piece, EDGES);
    const digit = (signs & DIGIT) === 0 ? -1 : bare.search(/\d/);
    const isFurniture = isDateFurniture(bare);
    if (isFurniture && digit >= 0) timed = timed === 'date' ? timed : timeOf(bare);
    if (bare === '' || isFurniture) continue;
    // "Ada Weber2 minutes ago", "Ada Weber, 8 января, 17:46"
    const isTail = digit > 0 && isDateFurniture(bare.slice(digit));
    if (isTail) timed = timed === 'date' ? timed : timeOf(bare.slice(digit));
    pieces.push(withoutGluedJob(isTail ? bare.slice(0, digit).replace(/[\s,]+$/, '') : bare));
  }
  return { pieces, agency, place, hasContact: /@/.test(rest) && plain !== rest, timed };
}

const timeOf = (text: string): 'date' | 'age' =>
  dateTokens(text).some(
    ({ text: word, kinds }, i, all) => clockAt(all, i) !== null || (word.length > 5 && (kinds & LABEL) !== 0),
  )
    ? 'date'
    : 'age';

function withoutDates(text: string, dates: readonly FoundDate[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of dates) {
    rest += beforeDate(text.slice(from, start)) + ' | ';
    from = end;
  }
  return rest + text.slice(from);
}

/** Without the words that lead to a date: "Ada Weber on Tue, " before "3 March". A weekday alone is a surname, too. */
function beforeDate(text: string): string {
  const tokens = dateTokens(text);
  let end = tokens.length;
  while (end > 0 && isLeading(tokens[end - 1] as Token)) end--;
  const leads = tokens.slice(end).some(({ kinds }) => (kinds & CONNECTOR) !== 0);
  return leads ? text.slice(0, tokens[end]?.start ?? text.length).trimEnd() : text.replace(/[\s,]+$/, '');
}

const isLeading = ({ kind, text, kinds }: Token): boolean =>
  kind === 'mark' ? text === ',' : (kinds & (CONNECTOR | WEEKDAY)) !== 0;

const EDGES = codesOf(',;/');
/** "Ada WeberKorrespondentin": two elements of a page without a blank between them. */
function withoutGluedJob(piece: string): string {
  if (!hasInnerCapital(piece)) return piece;
  const glued = /(?<=\p{Ll})(?=\p{Lu}\p{Ll}+(?: \p{L}+){0,3}$)/u.exec(piece);
  return glued !== null && hasRole(piece.slice(glued.index)) ? piece.slice(0, glued.index) : piece;
}

/** Quick test: whether a capital stands behind a small letter. */
function hasInnerCapital(text: string): boolean {
  let isSmall = false;
  for (let i = 0; i < text.length; i++) {
    const kind = KINDS[text.charCodeAt(i)] as number;
    if ((isSmall && (kind & UPPER) !== 0) || (kind & SURROGATE) !== 0) return true;
    isSmall = (kind & LOWER) !== 0;
  }
  return false;
}
