import { normalize } from '../../core/text.js';

/** "By", "Von", "Text:" and the like before the names, in the languages of the development data and their neighbours. */
const LEAD =
  /^(?:(?:(?:written|posted|published|reported|reporting|words|story|text|article|analysis|review|reviewed|edited|medically reviewed|updated) by|by|von|par|por|di|da|door|av|af|autore?s?|authors?|auteurs?|autorin|autoren|redaktion|texto?|text|words|credit|quelle|source|fonte|fuente|著者|文|記者|作者|投稿者|글|автор|текст|yazan)\s*[:：]\s*|[文撮]\s?[・／]\s?|(?:(?:written|posted|published|reported|reporting|words|story|article|analysis) by|by|von|par|por|door|av|af)\s+)/iu;
/** Between two names. Words only with spaces around them. */
const SEPARATOR = /\s*[;,，、|•·&]\s*|\s+[/–—-]\s+/u;
/** "And" parts two full names or two single ones; "Ortega y Gasset" and "Center for Evaluation and Research" are one. */
const AND = /\s+(?:and|und|et|og|och|ja|with|mit|и|та|ve|và|y|e|i|en)\s+/iu;
const SHORT_AND = /\s(?:y|e|i|en)\s/iu;
const ORGANISATION = /\s(?:of|for|für|de la|pour|para|per|du|des)\s/iu;
const ADDRESS = /(?:\bhttps?:)?\/\/\S+|\bwww\.\S+/g;
/** A part that tells what the person does, not who it is. */
const TITLE =
  /\b(?:reporter|correspondent|editors?|writer|columnist|journalist|producer|contributor|freelance|fellow|professor|director|analyst|manager|founder|co-founder|specialist|expert|coordinator|strategist|chief|officer|president|staff|dietitian|nutritionist|attorney|lawyer|consultant|engineer|coach|ceo|cto|cfo|coo|cmo|redakteur|redakteurin|redaktor|korrespondent|korrespondentin|journaliste|correspondant|correspondante|rédacteur|rédactrice|periodista|redactor|redactora|corresponsal|giornalista|corrispondente|journalista|journalist|verslaggever|redacteur|redaktör|toimittaja|muhabir)\b|^(?:ph\.?\s?d\.?|m\.?d\.?|r\.?n\.?|r\.?d\.?|esq\.?|jr\.?|mba|cpa|cfp|ll\.?m\.?|dds|rdn|lcsw|pharm\.?d\.?|dvm|m\.?sc?\.?|b\.?sc?\.?|m\.?a\.?|cfa)$/iu;
/** What stands behind the names of reporters in Korean, Chinese and Japanese papers. */
const REPORTER = /(?<=\p{Lo})\s*(?:기자|특파원|記者|记者|特派員)$/u;
const NOBODY =
  /^(?:admin|administrator|administrador|webmaster|root|user|guest|anonymous|unknown|author|authors|(?:written |posted |published )?by|von|par|por|and|und|et|y|with|null|none|n\/a|undefined|editor|default|staff|super ?user|website|redaktion|agencies|agenc[ií]as|agences|agenturen|agenzie|\S{1,20} admin)[:.]?$/iu;
/** A template's variable that was never filled in: "page.head.author". */
const VARIABLE = /^[\w$]+(?:\.[\w$]+){2,}$/;
const MAX_NAME = 80;
const MAX_WORDS = 7;
const MAX_NAMES = 30;

/** The key under which two spellings of a name are one. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Names of persons and organisations out of one author value ("By Ann Lee and Bo Ek, Reuters"), in order, each once. Leaves out
 * job titles, addresses, handles and placeholders such as "admin", and what is just the name of the publisher if there is
 * anything else.
 */
export function splitNames(value: string, publishers: readonly string[] = []): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (const part of parts(value.slice(0, 1_000))) {
    const name = cleanName(part, names.length === 0);
    const key = name === null ? '' : nameKey(name);
    if (name === null || key === '' || seen.has(key) || names.length >= MAX_NAMES) continue;
    seen.add(key);
    names.push(name);
  }
  const houses = new Set(publishers.map(nameKey));
  const persons = names.filter((name) => !houses.has(nameKey(name)));
  return persons.length > 0 ? persons : names;
}

function parts(value: string): string[] {
  const text = withoutLead(normalize(value.replace(ADDRESS, ' ').replace(/\n/g, ';')));
  // RSS: "ann@example.org (Ann Lee)".
  const inBrackets = /^[^\s@]+@[^\s@]+\s\(([^()]+)\)$/.exec(text)?.[1];
  return (inBrackets ?? text).split(SEPARATOR).flatMap(splitAnd);
}

/** "Ann Lee and Bo Ek" in two. A leading "and" is left over from a list with commas. */
function splitAnd(part: string): string[] {
  const text = part.replace(/^(?:and|und|et|y|e|og|och)\s+/iu, '');
  const names = text.split(AND);
  const lengths = names.map((name) => name.trim().split(/\s+/).length);
  const single = lengths.every((length) => length === 1) && !SHORT_AND.test(text);
  const even = single || lengths.every((length) => length >= 2);
  return names.length > 1 && even && !ORGANISATION.test(text) ? names : [text];
}

function withoutLead(text: string): string {
  return text.replace(LEAD, '');
}

function cleanName(part: string, first: boolean): string | null {
  const name = withoutLead(part.trim())
    .replace(/\([^()]*\)?$/, '')
    .trimEnd()
    .replace(REPORTER, '')
    .replace(/(?:^|\s)@\w+/g, ' ')
    .replace(/^[\s"'“”*–—-]+|[\s"'“”*:–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '' || name.length > MAX_NAME || name.split(' ').length > MAX_WORDS || !/\p{L}/u.test(name)) return null;
  if (/\S@\S|^\d|\d{3}/.test(name) || NOBODY.test(name) || VARIABLE.test(name)) return null;
  // "Grace Editor" may be a name where a name is due, not behind one.
  return TITLE.test(name) && !(first && /^\p{Lu}\S*\s\p{Lu}\S*$/u.test(name)) ? null : name;
}

const PARTICLE =
  /^(?:de|del|della|di|da|do|dos|das|van|von|der|den|ter|ten|zu|la|le|el|al|bin|ibn|ben|af|av|y|e|i|of|the|for|and|und|et)$/iu;
const NO_NAME =
  /^(?:the author|about|articles?|more|meet|member|read|view|see|all|posts?|follow|share|comments?|newsletter|sign|log|subscribe|home|blog|news|i)(?:\s|$)/iu;

/** True for what begins as buttons and links do: "View more posts", "About the author". */
export const isButton = (text: string): boolean => NO_NAME.test(text);

/** True for what can be a name by its looks: every word begins with a capital, or in a script without them. For texts no field vouches for. */
export function looksLikeName(text: string): boolean {
  if (isButton(text)) return false;
  return text.split(/\s+/).every((word) => PARTICLE.test(word) || /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(word));
}
