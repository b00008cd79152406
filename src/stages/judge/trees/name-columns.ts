import type { Mark, Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';
import { hash, pairAt } from './layout.js';

/** Words of a line with a name, and of one that a biography below says again. */
const BYLINE = 20;
const HEADING = 8;
/** Lines above in which such a line is sought. */
const ABOVE = 2;
const MOST = 5;
/** Letters of a site's name, by which chance hits are few. */
const LEAST = 4;

/** Words by which a text speaks to its readers or of those who publish it; news do that in quotations only. A few mean others, too. */
const PERSONS = [
  'we our us ours you your yours',
  'wir uns unser unsere unserer unseren unserem ihr ihre ihren ihnen sie',
  'nous notre nos vous votre vos',
  'nosotros nuestro nuestra nuestros nuestras usted ustedes tu tus',
  'noi nostro nostra nostri nostre voi vostro',
  'nós nosso nossa nossos nossas você vocês seu sua',
  'wij ons onze jij jouw uw',
  'vi oss vår vårt våra du din ditt dina deg deres dig',
  'my nas nasz nasza nasze twój twoje',
].flatMap((line) => line.split(' '));
const PERSON_HASHES = new Set(PERSONS.map((word) => hash(word, word.length)));

/** Whom each block of a plain text names: those who signed it, the site, the reader. */
export function putNamed(
  columns: Columns,
  page: Page,
  facts: readonly Facts[],
  marks: readonly (readonly Mark[])[],
  tokens: readonly Int32Array[],
): void {
  putSigned(columns, marks, tokens);
  putOpensAlike(columns, tokens);
  putSite(columns, page.meta.url, facts);
  putPersons(columns, tokens);
}

/** Whether a block has two words in a row that a byline has, and whether it begins with them: a biography does. */
function putSigned(columns: Columns, marks: readonly (readonly Mark[])[], tokens: readonly Int32Array[]): void {
  const [names, opens] = [columns.add('namesSigned'), columns.add('opensSigned')];
  const pairs = new Map<number, number>();
  tokens.forEach((own, i) => {
    if (own.length > BYLINE || !(marks[i] ?? []).some((mark) => mark.claim === 'role' && mark.role === 'byline'))
      return;
    for (let k = 0; k + 1 < own.length; k++) if (!pairs.has(pairAt(own, k))) pairs.set(pairAt(own, k), i);
  });
  if (pairs.size === 0) return;
  tokens.forEach((own, i) => {
    for (let k = 0; k + 1 < own.length; k++) {
      const at = pairs.get(pairAt(own, k));
      if (at === undefined || at === i) continue;
      names[i] = Math.min(MOST, (names[i] as number) + 1);
      if (k === 0) opens[i] = 1;
    }
  });
}

/** Whether a block begins with the two words that a short line right above it begins with. */
function putOpensAlike(columns: Columns, tokens: readonly Int32Array[]): void {
  const column = columns.add('opensAsAbove');
  tokens.forEach((own, i) => {
    if (own.length <= HEADING) return;
    for (let k = Math.max(0, i - ABOVE); k < i; k++) {
      const above = tokens[k] as Int32Array;
      if (above.length >= 2 && above.length <= HEADING && pairAt(above, 0) === pairAt(own, 0)) column[i] = 1;
    }
  });
}

/** How often a block says the name of the site, be it in one word or several, as its host has it. */
function putSite(columns: Columns, url: string | null, facts: readonly Facts[]): void {
  const column = columns.add('namesSite');
  const name = siteOf(url);
  if (name.length < LEAST) return;
  facts.forEach(({ tokens }, i) => {
    let count = 0;
    for (let k = 0; k < tokens.length; k++)
      if ((tokens[k] as string).charCodeAt(0) === name.charCodeAt(0) && saysFrom(tokens, k, name)) count++;
    column[i] = Math.min(MOST, count);
  });
}

function saysFrom(tokens: readonly string[], from: number, name: string): boolean {
  let said = 0;
  for (let k = from; k < tokens.length && said < name.length; k++) {
    const token = tokens[k] as string;
    if (!name.startsWith(token, said)) return false;
    said += token.length;
  }
  return said === name.length;
}

/** The longest part of a host's name, without hyphens. */
function siteOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return '';
  const parts = new URL(url).hostname.split('.').slice(0, -1);
  return parts.reduce((a, b) => (b.length > a.length ? b : a), '').replaceAll('-', '');
}

/** Share of a block's words that speak to the reader or of those who publish. */
function putPersons(columns: Columns, tokens: readonly Int32Array[]): void {
  const column = columns.add('persons');
  tokens.forEach((own, i) => {
    let count = 0;
    for (const word of own) if (PERSON_HASHES.has(word)) count++;
    column[i] = own.length === 0 ? 0 : count / own.length;
  });
}
