import type { PhraseList } from '../../rules/phrases/types.js';
import { canonicalAgency, isAgencyWriting } from './agency-table.js';
import { agencyKey, fieldPatterns } from './field-patterns.js';

export const NAME_LONGEST = 40;
/** What an unknown agency's name ends with. */
const GENERIC =
  /(?:^|\s)(?:news agency|press agency|news service|nachrichtenagentur|agentur|agence de presse|wire service|newswire|agencja|agentura|агентств[оа]|агенція|ajansı|agenzia|agência|agencia)$|(?:通信社?|通訊社|通讯社|통신사?)$/iu;
/**
 * An agency's name as a text that holds nothing else: known ones in their short Latin form where they have one ("뉴시스" is Newsis),
 * several as "AP/Newsis", unknown ones if they call themselves an agency. Null for anything else.
 */
export function agencyNamed(
  text: string,
  lists: readonly PhraseList[],
): { name: string; key: string; isKnown: boolean } | null {
  if (text.length > 2 * NAME_LONGEST) return null;
  const name = text.trim().replace(/^[\s/—–-]+|[\s/.,:;—–-]+$/g, '');
  if (name.length < 2 || name.length > NAME_LONGEST) return null;
  const { agencies } = fieldPatterns(lists);
  const known = (part: string): string | null => {
    const key = agencyKey(part);
    const canonical = canonicalAgency(key);
    const written = agencies.get(key);
    // "ap", "App" and "Spa" are words.
    if (written !== part.trim() && !isAgencyWriting(part.trim())) return null;
    if (/^\p{Ll}+$/u.test(part.trim()) && !/^\p{Ll}/u.test(canonical ?? written ?? '')) return null;
    return canonical ?? (written === undefined ? null : part.trim());
  };
  const whole = known(name);
  if (whole !== null) return { name: whole, key: agencyKey(name), isKnown: true, isListed: canonicalAgency(agencyKey(name)) === null };
  const parts = name.split(/\s*[/=＝&,]\s*|\s+(?:and|und|y|et|e)\s+/u).map(known);
  if (parts.length > 1 && parts.every((part) => part !== null))
    return { name: parts.join('/'), key: '', isKnown: true };
  // "AFP-Yonhap", "पीटीआई-भाषा": one tag of two desks, kept as written where one of them is known.
  const joined = name.split(/[-–]/);
  if (joined.length === 2 && joined.some((part) => known(part) !== null) && joined.every((part) => part.length > 1))
    return {
      name: joined.every((part) => known(part) !== null) ? joined.map(known).join('-') : name,
      key: '',
      isKnown: true,
    };
  return (GENERIC.test(name) || /^\p{Lu}\p{L}+ Wire$/u.test(name)) && name.split(/\s+/).length <= 5
    ? { name, key: '', isKnown: false }
    : null;
}
