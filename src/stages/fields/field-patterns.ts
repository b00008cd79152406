import { compile, type CompiledPattern, PatternError } from '../../rules/phrases/pattern.js';
import { StartIndex } from '../../rules/phrases/start-index.js';
import type { Starts } from '../../rules/phrases/starts.js';
import { type Token, tokenize } from '../../rules/phrases/tokenize.js';
import type { PhraseList } from '../../rules/phrases/types.js';
import { EDITOR_LEADS } from './byline-words.js';
import { foldWord } from './fold.js';

export { type Token as WordToken, tokenize } from '../../rules/phrases/tokenize.js';

/** The line that was split last: bylines, credits and captions are looked for one after the other in the same one. */
let lastLine = '';
let lastTokens: readonly Token[] = [];

/** tokenize() of a line that others ask for, too. */
export function lineTokens(line: string): readonly Token[] {
  if (line !== lastLine) {
    lastTokens = tokenize(line);
    lastLine = line;
  }
  return lastTokens;
}

interface Entry {
  readonly pattern: CompiledPattern;
  readonly language: string;
}

/** Patterns that announce a field, found by their first word. */
export class LeadIndex {
  /** How the patterns begin. */
  readonly starts: readonly Starts[];
  readonly #index = new StartIndex<Entry>();
  readonly #first: RegExp;

  constructor(sources: readonly { source: string; language: string }[]) {
    const first = new Set<string>();
    const all: Starts[] = [];
    for (const { source, language } of sources) {
      const pattern = compile(source);
      const { words, prefixes } = pattern.starts;
      const starts = { ...pattern.starts, number: false, any: false };
      this.#index.add(starts, { pattern, language });
      all.push(starts);
      for (const word of [...words, ...prefixes]) first.add(word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    }
    this.starts = all;
    this.#first = new RegExp(`(?<!\\p{L})(?:${[...first].join('|')})`, 'iu');
  }

  /** True where one of the patterns' first words stands in the text as it is written there, with the same accents. */
  mayOccur(text: string): boolean {
    return this.#first.test(text);
  }

  /** The longest match that begins at the token, with the token index after it and the languages it is of; null if none. */
  longestAt(tokens: readonly Token[], at: number): { end: number; languages: readonly string[] } | null {
    let end = at;
    let languages: string[] = [];
    for (const { pattern, language } of this.#index.startingAt(tokens, at)) {
      const reached = pattern.matchAt(tokens, at);
      if (reached <= at || reached < end) continue;
      languages = reached === end ? [...languages, language] : [language];
      end = reached;
    }
    return end === at ? null : { end, languages };
  }
}

/** Lines of editors and translators. */
export const EDITORS = new LeadIndex(EDITOR_LEADS.map((source) => ({ source, language: 'en' })));

/** A byline pattern with the name in it: "~ 기자". Either side may be missing, not both. */
export interface NameFrame {
  readonly before: CompiledPattern | null;
  readonly after: CompiledPattern | null;
  readonly language: string;
}

/** The field words of all lists, compiled. */
export interface FieldPatterns {
  readonly bylines: LeadIndex;
  /** How all that begins that announces an author or an editor, in front of a name or behind it. */
  readonly announcing: StartIndex<Starts>;
  readonly frames: readonly NameFrame[];
  /** How what stands behind a framed name begins. */
  readonly frameEnds: StartIndex<NameFrame>;
  readonly credits: LeadIndex;
  /** Agencies as the lists write them, by agencyKey(). */
  readonly agencies: ReadonlyMap<string, ReadonlySet<string>>;
  /** How the names of agencies begin, in small letters: a quick no for other texts. */
  readonly agencyHeads: ReadonlySet<string>;
  readonly stopwords: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Compiled lists. Compiling costs some milliseconds; the result depends on nothing but the lists. */
const COMPILED = new WeakMap<readonly PhraseList[], FieldPatterns>();

export function fieldPatterns(lists: readonly PhraseList[]): FieldPatterns {
  const known = COMPILED.get(lists);
  if (known !== undefined) return known;
  const of = (field: 'byline' | 'credit'): { source: string; language: string }[] =>
    lists.flatMap(({ fields, language }) => fields[field].map((source) => ({ source, language })));
  const leads = of('byline').map(({ source, language }) => ({ source: leadOf(source), language }));
  const bylines = new LeadIndex(leads.filter(({ source }) => source !== '' && !source.includes('~')));
  const frames = of('byline').flatMap(frameOf);
  const frameEnds = new StartIndex<NameFrame>();
  for (const frame of frames) if (frame.after !== null) frameEnds.add(frame.after.starts, frame);
  const ends = frames.flatMap(({ after }) => (after === null ? [] : [after.starts]));
  const announcing = new StartIndex<Starts>();
  for (const starts of [...bylines.starts, ...EDITORS.starts, ...ends]) announcing.add(starts, starts);
  const patterns: FieldPatterns = {
    bylines,
    announcing,
    frames,
    frameEnds,
    credits: new LeadIndex(of('credit').filter(({ source }) => !source.includes('~'))),
    agencies: agenciesOf(lists),
    agencyHeads: new Set(lists.flatMap(({ fields }) => fields.agencies.map(agencyHead))),
    stopwords: new Map(lists.map(({ language, stopwords }) => [language, new Set(stopwords.map(foldWord))])),
  };
  COMPILED.set(lists, patterns);
  return patterns;
}

function agenciesOf(lists: readonly PhraseList[]): Map<string, Set<string>> {
  const agencies = new Map<string, Set<string>>();
  for (const name of lists.flatMap(({ fields }) => fields.agencies)) {
    const key = agencyKey(name);
    agencies.set(key, (agencies.get(key) ?? new Set()).add(name));
  }
  return agencies;
}

/** "記者 ~" is a lead like any other. */
const leadOf = (source: string): string => (source.endsWith('~') ? source.slice(0, -1).trim() : source);

function frameOf({ source, language }: { source: string; language: string }): NameFrame[] {
  const at = source.indexOf('~');
  if (at < 0 || source.trim().endsWith('~')) return [];
  const [before, after] = [source.slice(0, at).trim(), source.slice(at + 1).trim()];
  try {
    return [{ before: before === '' ? null : compile(before), after: after === '' ? null : compile(after), language }];
  } catch (error) {
    // A '~' inside brackets leaves halves that are no patterns of their own.
    if (error instanceof PatternError) return [];
    throw error;
  }
}

/** Under which two writings of an agency's name are the same: its letters and digits, folded. */
export const agencyKey = (name: string): string =>
  tokenize(name)
    .map(({ text }) => foldWord(text))
    .filter((text) => text !== ':')
    .join(' ');

/** The first letters of an agency's name in whatever case. */
export const agencyHead = (name: string): string => name.slice(0, 3).toLowerCase();
