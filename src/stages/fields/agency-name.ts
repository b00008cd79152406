import { codesOf } from '../../core/characters.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { canonicalAgency, isAgencyHead, isAgencyWriting } from './agency-table.js';
import { agencyHead, agencyKey, fieldPatterns } from './field-patterns.js';
import { withoutEdges } from './edges.js';
import { DASH, LISTING, signsOf } from './signs.js';

export const NAME_LONGEST = 40;
/** What an unknown agency's name ends with. */
const GENERIC =
  /(?:^|\s)(?:news agency|press agency|news service|nachrichtenagentur|agentur|agence de presse|wire service|newswire|agencja|agentura|агентств[оа]|агенція|ajansı|agenzia|agência|agencia)$|(?:通信社?|通訊社|通讯社|통신사?)$/iu;
/** The last letters of these: a quick no for other names. */
const GENERIC_LAST: ReadonlySet<string> = new Set('y e r a о а я ı 信 社 신 사'.split(' '));
const COMBINED = /\s*[/=＝&,]\s*|\s+(?:and|und|y|et|e)\s+/u;
/** Quick test: one of its words between blanks. */
const CONJUNCTION = /\s(?:and|und|y|et|e)\s/u;

/** An agency found by name. */
export interface NamedAgency {
  /** In its short Latin form where it has one ("뉴시스" is Newsis), else as written; several as "AP/Newsis". */
  readonly name: string;
  /** See agencyKey(); '' for several, or for one nobody knows. */
  readonly key: string;
  /** 'table' in our table of agencies, 'list' in a phrase list only, 'generic' calls itself an agency. */
  readonly from: 'table' | 'list' | 'generic';
}

/** The agency whose name a text is, and nothing else. Null for anything else. */
export function agencyNamed(text: string, lists: readonly PhraseList[]): NamedAgency | null {
  if (text.length > 2 * NAME_LONGEST) return null;
  const name = withoutEdges(text, LEADING, TRAILING);
  if (name.length < 2 || name.length > NAME_LONGEST) return null;
  const whole = known(name, lists);
  if (whole !== null) return whole;
  const signs = signsOf(name);
  const isCombined = (signs & LISTING) !== 0 || CONJUNCTION.test(name);
  const parts = isCombined && COMBINED.test(name) ? name.split(COMBINED).map((part) => known(part, lists)) : [];
  if (parts.length > 1 && parts.every((part) => part !== null))
    return { name: parts.map((part) => part.name).join('/'), key: '', from: 'table' };
  // "AFP-Yonhap", "पीटीआई-भाषा": one tag of two desks, kept as written where only one of them is known.
  const desks = (signs & DASH) !== 0 ? name.split(/[-–]/) : [];
  const agencies = desks.length === 2 ? desks.map((desk) => known(desk, lists)) : [];
  if (desks.length === 2 && agencies.some((agency) => agency !== null) && desks.every((desk) => desk.length > 1))
    return {
      name: agencies.every((agency) => agency !== null) ? agencies.map((agency) => agency.name).join('-') : name,
      key: '',
      from: 'list',
    };
  const isGeneric =
    GENERIC_LAST.has(name.charAt(name.length - 1).toLowerCase()) &&
    (GENERIC.test(name) || /^\p{Lu}\p{L}+ Wire$/u.test(name));
  return isGeneric && name.split(/\s+/).length <= 5 ? { name, key: '', from: 'generic' } : null;
}

const LEADING = codesOf('/—–-');
const TRAILING = codesOf('/.,:;—–-');
function known(text: string, lists: readonly PhraseList[]): NamedAgency | null {
  const name = text.trim();
  const patterns = fieldPatterns(lists);
  const head = agencyHead(name);
  if (!isAgencyHead(head) && !patterns.agencyHeads.has(head)) return null;
  const key = agencyKey(name);
  const canonical = canonicalAgency(key);
  const listed = patterns.agencies.get(key);
  // "ap", "App" and "Spa" are words.
  if ((canonical === null && listed === undefined) || !(listed?.has(name) === true || isAgencyWriting(name)))
    return null;
  return canonical === null ? { name, key, from: 'list' } : { name: canonical, key, from: 'table' };
}
