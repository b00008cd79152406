import { wordSet } from './fold.js';

/** Languages in which 05/03/2024 is the fifth of March wherever they are written. Others are decided by the address, or not at all. */
const DAY_FIRST_LANGUAGES = wordSet(
  'de nl fr es pt it ca gl ro pl cs sk sl hr sr bs mk bg ru uk be et fi sv nb nn no da is el tr az sq id ms vi th lo km sw cy ga hi mr bn gu pa ta te kn ml ur ar he hy ka kk uz',
);
/** English-speaking and mixed countries by their top-level domain: day first. */
const DAY_FIRST_DOMAINS = wordSet(
  'uk gb ie au nz in pk bd lk np my sg hk ng ke gh ug tz zm zw bw na mw rw et eg ma dz tn ly ae sa qa kw om bh jo lb il cy mt gi im je gg jm tt bb gy bz fj pg ws de at ch li fr be nl lu it es pt gr tr pl cz sk hr si rs ba me mk al bg ro md ru by ua dk no se fi is ee mx gt hn sv ni cr do cu co ve ec pe bo cl ar uy py br id vn th',
);
/** Month first: the United States (also .gov, .mil) and the Philippines. Canada, South Africa and the generic domains tell nothing. */
const MONTH_FIRST_DOMAINS = wordSet('us gov mil ph');

/**
 * Order of 05/03/2024 on a page: true day first, false month first, null if neither its language (BCP 47) nor its address tells.
 * English is told by a region ("en-GB") or a country's domain; .com says nothing.
 */
export function dayFirstFor(language: string, url: string | null): boolean | null {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const region = subtags.find((subtag) => /^[a-z]{2}$/.test(subtag));
  if (region !== undefined) {
    if (MONTH_FIRST_DOMAINS.has(region)) return false;
    if (DAY_FIRST_DOMAINS.has(region)) return true;
  }
  if (DAY_FIRST_LANGUAGES.has(primary)) return true;
  if (primary !== 'en' && primary !== 'und') return null;
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#:\s]+)/i.exec(url ?? '')?.[1] ?? '';
  const domain = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  if (MONTH_FIRST_DOMAINS.has(domain)) return false;
  return DAY_FIRST_DOMAINS.has(domain) ? true : null;
}
