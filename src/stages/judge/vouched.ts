import type { Mark, Page, Reason } from '../../core/types.js';
import type { Facts } from './facts.js';
import type { Observation } from './observe.js';
import type { Opinions } from './opinions.js';

/** Words of a subheading that is a button's word as well; longer labels are sentences of their own. */
const SUBHEAD_WORDS = 4;
/** What one clicks. Words of advertisements, lists and law head no section. */
const CONTROLS: ReadonlySet<Reason> = new Set(['ui', 'social', 'subscription', 'comments']);
/** What stands on signs and in headings that an article may be about, beside controls. No list stands below those that are vouched for. */
const SIGNS: ReadonlySet<Reason> = new Set<Reason>([...CONTROLS, 'related', 'navigation', 'legal']);
const LEAST_SIGNS = 2;
/** Chance below which the judge is sure enough of furniture: such words are mostly in rows of others. */
const SUBHEAD_LEAST = 0.05;
/** Subheadings of its kind that a line needs where the line above it is kept, and where only a gap is above it. */
const MATES = 1;
const MATES_IN_GAP = 2;

/** Words of a line inside a group of lines, and chance from which it is taken with them. */
const GROUPED_WORDS = 12;
const GROUPED_LEAST = 0.25;
/** Share of lines with a gap above them, from which gaps part groups, and up to which there are groups. */
const GAPS_LEAST = 0.1;
const GAPS_MOST = 0.6;

/** Words of a short last sentence, and chance from which it goes with the paragraph above it. */
const LAST_WORDS = 8;
const LAST_LEAST = 0.15;
const PERIOD = /[\p{L}\p{M}][.。।۔።။։]["”’»」』)]?$/u;

/** Words of a standfirst, and chance from which it is kept. */
const STANDFIRST_LEAST = 8;
const STANDFIRST_MOST = 40;
const STANDFIRST_CHANCE = 0.05;
/** Lines between headline and text in which bylines and dates stand. */
const STANDFIRST_REACH = 5;

/** What is known of a text's lines when it is asked which of those that would go are vouched for. */
interface Lines {
  readonly observation: Observation;
  readonly article: Opinions['article'];
  readonly kept: readonly boolean[];
}

/**
 * Lines of a plain text that would be dropped, by the judge or by a sure phrase, and for which the kept lines around them speak. What markup
 * would tell is not there, and a subheading or a short sentence is two words in a dozen: the judge sees each line's neighbours, but neither
 * that it is one of several subheadings of one kind, nor that gaps part this text into groups. On the development data (Nov 2026), lines
 * of gold and others that come back: subheadings in the words of buttons 5 and 0, lines inside a group 4 and 0, last sentences 2 and 0 in
 * labelled documents and 24 and 28 in whole pages and extracted text, where losing a sentence counts for more than keeping one.
 */
export function vouchedLines(
  observation: Observation,
  article: Opinions['article'],
  kept: readonly boolean[],
): Set<number> {
  const vouched = new Set<number>();
  const { page } = observation;
  if (page.format !== 'text') return vouched;
  const lines: Lines = { observation, article, kept };
  const only = onlySentence(lines);
  if (only >= 0) vouched.add(only);
  const gaps = page.blocks.filter((_, i) => i > 0 && gapAbove(page, i)).length / Math.max(1, page.blocks.length);
  const isGrouped = gaps >= GAPS_LEAST && gaps <= GAPS_MOST;
  const subheads = countSubheads(lines);
  for (const i of signs(lines)) vouched.add(i);
  for (const i of page.blocks.keys())
    if (kept[i] === false && (isSubhead(lines, i, subheads) || (isGrouped && isInGroup(lines, i)) || isLast(lines, i)))
      vouched.add(i);
  return vouched;
}

/**
 * The standfirst that would be dropped, or -1: the line right below the headline and above the byline, or behind both and right above the text.
 * On the development data (Nov 2026) this brings back four that labelled documents lost, and takes nothing back that was to go there; of whole
 * pages it takes seven more lines that gold has and seven that it has not, most of them standfirsts, too.
 */
export function lostStandfirst(
  observation: Observation,
  article: Opinions['article'],
  kept: readonly boolean[],
  headline: number,
): number {
  const { page, facts, marks } = observation;
  if (page.format !== 'text' || headline < 0) return -1;
  const isLine = (i: number): boolean => {
    const size = facts[i]?.size ?? 0;
    return (
      kept[i] === false &&
      size >= STANDFIRST_LEAST &&
      size <= STANDFIRST_MOST &&
      (article[i] ?? 0) >= STANDFIRST_CHANCE &&
      isUnmarked(observation, i) &&
      (marks[i] ?? []).every((mark) => mark.claim !== 'role' || isWeak(mark))
    );
  };
  const below = headline + 1;
  if (isLine(below)) {
    const signature = marks[below + 1] ?? [];
    const isDated = (marks[below + 2] ?? []).some((mark) => mark.feature === 'date:sure');
    return signature.some((mark) => isSigned(mark) && (!isWeak(mark) || isDated)) ? below : -1;
  }
  let i = below;
  while (i < headline + STANDFIRST_REACH && (marks[i] ?? []).some((mark) => isSigned(mark))) i++;
  const isAbove = i > below && kept[i + 1] === true && facts[i + 1]?.prose === true;
  return isAbove && isLine(i) ? i : -1;
}

const isWeak = (mark: Mark): boolean => mark.feature?.endsWith(':weak') === true;

const isSigned = (mark: Mark): boolean => mark.claim === 'role' && (mark.role === 'byline' || mark.role === 'date');

const gapAbove = ({ blocks }: Page, i: number): boolean => (blocks[i]?.line ?? 0) - (blocks[i - 1]?.line ?? 0) > 1;

const reads = (fact: Facts | undefined): boolean =>
  fact !== undefined && (fact.prose || (fact.terminal && fact.size >= 3));

/** A short line over a kept sentence. */
function standsOver({ observation: { facts }, kept }: Lines, i: number): boolean {
  const fact = facts[i];
  return (
    i > 0 &&
    fact !== undefined &&
    fact.size <= SUBHEAD_WORDS &&
    !fact.terminal &&
    kept[i + 1] === true &&
    reads(facts[i + 1])
  );
}

/** Whether phrases, and nothing else, speak against a line, and one of them has a reason and a kind that is asked for. */
function isPhraseOf(marks: readonly Mark[], reasons: ReadonlySet<Reason>, kinds: RegExp): boolean {
  const drops = marks.filter((mark) => mark.claim === 'drop');
  return (
    drops.length > 0 &&
    drops.every((mark) => mark.rule.startsWith('phrase:')) &&
    drops.some((mark) => reasons.has(mark.reason) && kinds.test(mark.feature ?? ''))
  );
}

const isControl = (marks: readonly Mark[]): boolean => isPhraseOf(marks, CONTROLS, /^(?:label|button):/);

/** How a line stands among its neighbours: with a gap above it, below it. */
const stanceOf = (page: Page, i: number): string => `${gapAbove(page, i)} ${gapAbove(page, i + 1)}`;

/** Subheadings: how many, and how many of them are a control's word as well. */
interface Count {
  readonly all: number;
  readonly controls: number;
}

const NONE: Count = { all: 0, controls: 0 };

/** The subheadings by how they stand, and by how they stand and what they say. */
type Subheads = ReadonlyMap<string, Count>;

const wordingOf = (page: Page, i: number): string => `${stanceOf(page, i)} ${page.blocks[i]?.text ?? ''}`;

function countSubheads(lines: Lines): Subheads {
  const subheads = new Map<string, Count>();
  const { page, marks } = lines.observation;
  for (const i of page.blocks.keys()) {
    if (lines.kept[i] !== true || !standsOver(lines, i)) continue;
    const control = isControl(marks[i] ?? []) ? 1 : 0;
    for (const key of [stanceOf(page, i), wordingOf(page, i)]) {
      const { all, controls } = subheads.get(key) ?? NONE;
      subheads.set(key, { all: all + 1, controls: controls + control });
    }
  }
  return subheads;
}

/**
 * A control's word over a kept paragraph, where another subheading is a control's word as well and stands in the same way: an article
 * about a form's words has more than one of them.
 */
function isSubhead(lines: Lines, i: number, subheads: Subheads): boolean {
  const { observation, article, kept } = lines;
  const { page, marks, facts, struck } = observation;
  if (!standsOver(lines, i) || !isControl(marks[i] ?? [])) return false;
  if (struck[i] === false && (article[i] ?? 0) < SUBHEAD_LEAST) return false;
  const isBelowText = kept[i - 1] === true && reads(facts[i - 1]);
  if (!isBelowText && !gapAbove(page, i)) return false;
  const alike = subheads.get(stanceOf(page, i)) ?? NONE;
  const same = subheads.get(wordingOf(page, i)) ?? NONE;
  return alike.all - same.all >= (isBelowText ? MATES : MATES_IN_GAP) && alike.controls > same.controls;
}

/**
 * Labels right between a kept line and a kept sentence, of which a text has two and more that say different things, none of them twice: what
 * an article about a notice board or a form quotes. On the development data (Nov 2026) 8 lines of gold came back, and 3 others.
 */
function signs(lines: Lines): number[] {
  const { page, marks } = lines.observation;
  const found = [...page.blocks.keys()].filter(
    (i) =>
      lines.kept[i] === false &&
      lines.kept[i - 1] === true &&
      standsOver(lines, i) &&
      isPhraseOf(marks[i] ?? [], SIGNS, /^(?:label|button|list-head):/),
  );
  const wordings = new Set(found.map((i) => page.blocks[i]?.text));
  return wordings.size >= LEAST_SIGNS && wordings.size === found.length ? found : [];
}

/** Where all else is struck and nothing kept, the one sentence that is left: "Nobody was hurt.© ALL RIGHTS RESERVED" has no other text. -1 where there is none. */
function onlySentence({ observation, kept }: Lines): number {
  const { facts, struck } = observation;
  const i = struck.indexOf(false);
  const isOnly = i >= 0 && struck.lastIndexOf(false) === i && !kept.includes(true);
  return isOnly && facts[i]?.terminal === true && reads(facts[i]) && isUnmarked(observation, i) ? i : -1;
}

const isUnmarked = ({ marks, struck }: Observation, i: number): boolean =>
  struck[i] === false && (marks[i] ?? []).every((mark) => mark.claim !== 'drop');

/** A short line with kept lines right above and below it, and no gap between them, in a text that gaps part. */
function isInGroup({ observation, article, kept }: Lines, i: number): boolean {
  const { page, facts } = observation;
  return (
    kept[i - 1] === true &&
    kept[i + 1] === true &&
    (article[i] ?? 0) >= GROUPED_LEAST &&
    (facts[i]?.size ?? 0) <= GROUPED_WORDS &&
    (facts[i - 1]?.prose === true || facts[i + 1]?.prose === true) &&
    !gapAbove(page, i) &&
    !gapAbove(page, i + 1) &&
    isUnmarked(observation, i)
  );
}

/** A short sentence right below a kept one. */
function isLast({ observation, article, kept }: Lines, i: number): boolean {
  const { page, facts } = observation;
  const fact = facts[i];
  return (
    fact !== undefined &&
    fact.size >= 2 &&
    fact.size <= LAST_WORDS &&
    !fact.prose &&
    kept[i - 1] === true &&
    (facts[i - 1]?.prose === true || facts[i - 1]?.terminal === true) &&
    (article[i] ?? 0) >= LAST_LEAST &&
    PERIOD.test(page.blocks[i]?.text ?? '') &&
    isUnmarked(observation, i)
  );
}
