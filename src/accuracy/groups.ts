import { parse } from 'tldts';
import type { GoldArticle, LabelledDocument } from './corpora.js';

/** Publishers whose sites share templates, by their registrable domains: what was fitted on one has seen the other. */
const HOUSES: Readonly<Record<string, readonly string[]>> = {
  ard: ['tagesschau.de', 'sportschau.de', 'mdr.de', 'ndr.de', 'wdr.de', 'br.de', 'swr.de', 'hr.de', 'hessenschau.de'],
  arena: ['timeslive.co.za', 'businesslive.co.za', 'sowetanlive.co.za', 'dispatchlive.co.za'],
  springer: ['welt.de', 'bild.de', 'businessinsider.de', 'businessinsider.com', 'insider.com'],
  caxton: ['eyethunews.co.za', 'citizen.co.za', 'northcoastcourier.co.za', 'ilanganews.co.za'],
  'conde-nast': ['newyorker.com', 'wired.com', 'vogue.com', 'vanityfair.com', 'bonappetit.com', 'gq.com', 'self.com'],
  'dotdash-meredith': [
    'verywellfit.com',
    'verywellhealth.com',
    'verywellmind.com',
    'health.com',
    'thespruce.com',
    'thespruceeats.com',
    'treehugger.com',
    'southernliving.com',
    'brides.com',
    'investopedia.com',
    'people.com',
    'byrdie.com',
    'allrecipes.com',
    'seriouseats.com',
    'travelandleisure.com',
    'foodandwine.com',
    'liveabout.com',
  ],
  esi: ['independent.co.uk', 'standard.co.uk'],
  funke: ['morgenpost.de', 'waz.de', 'nrz.de', 'wp.de', 'abendblatt.de', 'thueringer-allgemeine.de'],
  future: ['techradar.com', 'tomsguide.com', 'space.com', 'livescience.com', 'pcgamer.com', 'digitalcameraworld.com'],
  foundry: ['cio.com', 'pcworld.com', 'macworld.com', 'infoworld.com'],
  gannett: ['usatoday.com', 'commercialappeal.com', 'reviewed.com'],
  gearlab: ['outdoorgearlab.com', 'techgearlab.com'],
  hearst: [
    'prevention.com',
    'goodhousekeeping.com',
    'cosmopolitan.com',
    'esquire.com',
    'womenshealthmag.com',
    'elledecor.com',
    'veranda.com',
    'roadandtrack.com',
    'runnersworld.com',
  ],
  iol: ['isolezwe.co.za', 'isolezwelesixhosa.co.za', 'iol.co.za'],
  nbcuniversal: ['nbcnews.com', 'today.com', 'cnbc.com'],
  nine: ['9news.com.au', 'nine.com.au', 'smh.com.au', 'theage.com.au'],
  postmedia: ['nationalpost.com', 'canada.com', 'montrealgazette.com', 'calgaryherald.com'],
  reach: ['express.co.uk', 'dailystar.co.uk', 'mirror.co.uk', 'manchestereveningnews.co.uk'],
  'red-ventures': ['accreditedschoolsonline.org', 'affordablecollegesonline.org', 'accounting.com', 'bestcolleges.com'],
  'security-org': ['security.org', 'seniorliving.org'],
  valnet: ['xda-developers.com', 'movieweb.com', 'makeuseof.com'],
  zdf: ['zdf.de', 'zdfheute.de'],
};
const HOUSE_OF = new Map(
  Object.entries(HOUSES).flatMap(([house, domains]) => domains.map((domain) => [domain, house])),
);

/** What a page's source is to cross-validation: its publisher's house, else its registrable domain, else the page alone. */
export function groupOf(gold: GoldArticle): string {
  const domain = gold.url === undefined ? null : parse(gold.url).domain;
  if (domain === null || domain.endsWith('.example')) return gold.id;
  return HOUSE_OF.get(domain) ?? domain;
}

/** The same of a labelled document: those of one family differ in their prefix only. */
export const familyOf = (document: LabelledDocument): string => document.id.replace(/^dev2?-/, '');

/** A fold by the group's name alone, so that it stays the same when documents are added. */
export function foldOf(group: string, folds: number): number {
  let hash = 2166136261;
  for (const char of group) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash % folds;
}
