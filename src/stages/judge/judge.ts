import { isMoved, type Block, type Mark, type MovedRole, type Reason, type Verdict } from '../../core/types.js';
import { isWhole, sureDrop, sureKeep } from './certainty.js';
import type { Observation } from './observe.js';
import { BYLINE, type Opinions } from './opinions.js';
import { defaultReason, headedReason } from './reasons.js';
import { findHeadline } from './headline.js';
import { isTakenBack, obey } from './obey.js';
import { withoutRepeats } from './repeats.js';
import { splitBlock } from './split.js';
import { surenessOf } from './sureness.js';
import { isBracketed, isSignature } from '../fields/signature.js';
import { lostStandfirst, vouchedLines } from './vouched.js';

/** Kept roles by kind of block. */
const KEPT_ROLE = {
  paragraph: 'paragraph',
  heading: 'heading',
  'list-item': 'list-item',
  quote: 'quote',
  table: 'table',
  caption: 'paragraph',
  preformatted: 'paragraph',
  line: 'paragraph',
} as const;
/** How well a kind of mark names the reason of a block that is dropped anyway, best first. */
const TELLING = ['label', 'list-head', 'lead-in', 'notice', 'ending', 'button'];

/**
 * Confidence in a line that was kept for those around it: on the development data all of those in labelled documents are right, and about half
 * in other tools' output (Nov 2026). Such a line by itself makes no record one for review.
 */
const VOUCHED = 0.7;

/** Chance from which a line that may be a byline is taken for one, if none says so itself; see test/accuracy/README.md. */
const NAMED = 0.35;

/** … and which share of the likeliest line's chance: two names may sign, but a button beside a name has less. */
const BESIDE = 0.6;

/**
 * Turns marks and evidence into verdicts: one a block, or one a piece where a sure mark covers part of a block. Verdicts tile the
 * blocks in order.
 */
export function judge(observation: Observation, opinions: Opinions): Verdict[] {
  const { page, facts, marks } = observation;
  const { article } = opinions;
  const wanted = opinions.kept.map((keep, i) => keep || sureKeep(marks[i] ?? [], page.blocks[i] as Block));
  const vouched = vouchedLines(observation, article, wanted);
  const kept = [
    ...withoutRepeats(
      observation,
      wanted.map((keep, i) => keep || vouched.has(i)),
    ),
  ];
  const headline = findHeadline(observation, opinions);
  const standfirst = lostStandfirst(observation, article, kept, headline);
  if (standfirst >= 0) {
    kept[standfirst] = true;
    vouched.add(standfirst);
  }
  const firstKept = kept.indexOf(true);
  const lastKept = kept.lastIndexOf(true);
  const body = kept.findIndex(
    (keep, i) => keep && i !== headline && i !== standfirst && (facts[i]?.size ?? 0) >= PARAGRAPH_WORDS,
  );
  const named = chanceToName(opinions);
  const verdicts: Verdict[] = [];
  let run: Reason | null = null;
  page.blocks.forEach((block, i) => {
    const own = marks[i] ?? [];
    const chance = article[i] ?? 0;
    const sure = vouched.has(i) ? undefined : sureDrop(own, block);
    const isSigned = i > body && (i === lastKept || i === lastKept + 1) && signs(observation, i);
    const isByline = (opinions.bylines?.[i] ?? 0) >= named;
    const isNamed = isSigned || isByline || isNamedAndDated(observation, i, headline, kept);
    const role =
      i === headline
        ? 'headline'
        : isTakenBack(own, block)
          ? null
          : moveOf(own, block, kept[i] === true && !isNamed, isNamed || isByTitle(i, headline, body, marks));
    const { span } = block;
    let verdict: Verdict;
    if (role !== null && (sure === undefined || i === headline)) {
      run = null;
      verdict = {
        span,
        block: i,
        decision: 'move',
        role,
        reason: null,
        rule: ruleOf(role, own, isByline),
        evidence: null,
        confidence: round(1 - chance),
      };
    } else if (sure !== undefined) {
      verdict = {
        span,
        block: i,
        decision: 'drop',
        role: null,
        reason: sure.reason,
        rule: sure.rule,
        evidence: sure.evidence ?? null,
        confidence: surenessOf(sure, page.format),
      };
    } else if (kept[i] === true) {
      run = null;
      verdict = {
        span,
        block: i,
        decision: 'keep',
        role: roleOf(observation, i, kept, firstKept),
        reason: null,
        rule: 'judge',
        evidence: null,
        confidence: round(vouched.has(i) ? Math.max(chance, VOUCHED) : chance),
      };
    } else {
      const mark = tellingMark(own);
      run = headedReason(own) ?? run;
      const reason: Reason =
        mark?.reason ?? run ?? defaultReason(block, facts[i], firstKept >= 0 && i > lastKept, i < firstKept);
      verdict = {
        span,
        block: i,
        decision: 'drop',
        role: null,
        reason,
        rule: mark?.rule ?? 'judge',
        evidence: mark?.evidence ?? opinions.why(i),
        confidence: round(1 - chance),
      };
    }
    const pieces = splitBlock(verdict, own, block, page.format);
    verdicts.push(...obey(pieces, observation.decided[i] ?? [], KEPT_ROLE[block.kind]));
  });
  return verdicts;
}

/** The chance from which a line names authors beside the others. */
const chanceToName = ({ bylines }: Opinions): number =>
  Array.from(bylines ?? []).reduce((most, own) => Math.max(most, BESIDE * own), NAMED);

const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

/** What tells that a block is a field: the model, or the mark that names one. */
function ruleOf(role: MovedRole, marks: readonly Mark[], isByline: boolean): string {
  if (role === 'headline') return role;
  if (role === 'byline' && isByline) return BYLINE;
  return marks.find((mark) => mark.claim === 'role')?.rule ?? 'judge';
}

/**
 * The field a block moves to: a sure role always, a likely one in its place or where the judge does not take the block for the article's.
 */
function moveOf(marks: readonly Mark[], block: Block, kept: boolean, byTitle: boolean): MovedRole | null {
  const named = marks.some((mark) => mark.claim === 'drop' && mark.sure === true);
  for (const mark of marks) {
    if (mark.claim !== 'role' || !isMoved(mark.role) || !isWhole(mark, block)) continue;
    if (mark.sure === true) return mark.role;
    // A bare name is a byline only in a byline's place: menus and comment threads are full of names.
    const weak = mark.feature?.endsWith(':weak') === true;
    if (named || (weak && !byTitle)) continue;
    if (!kept || (!weak && byTitle && SIGNATURES.has(mark.role))) return mark.role;
  }
  return null;
}

/** What stands between headline and body to say whose it is and of when. */
const SIGNATURES: ReadonlySet<MovedRole> = new Set(['byline', 'date']);

/** Lines between a date and a bare name, where no headline tells the place. */
const BYLINE_REACH = 2;
/** Words of the first paragraph; a standfirst above the byline is shorter. */
const PARAGRAPH_WORDS = 25;

/** A name by itself right below the last sentence, with nothing like it beside it: lists of names stand at pages' ends, too. */
function signs({ page, facts, marks }: Observation, i: number): boolean {
  const text = page.blocks[i]?.text ?? '';
  // Brackets show where the text has ended, be it within a quotation.
  if ((facts[i - 1]?.terminal !== true && !isBracketed(text)) || !isSignature(text)) return false;
  const next = marks[i + 1] ?? [];
  const isName = next.some((mark) => mark.claim === 'role' && mark.role === 'byline');
  return !isName || next.some((mark) => mark.claim === 'drop');
}

/** Lines below a headline at which a bare name may stand, a standfirst and a picture's caption among them. */
const NAME_REACH = 4;
/** Words of what may stand between a name and its date: a job or a place. */
const JOB_WORDS = 6;

/** Lines above a headline in which some blogs name the author, with a date below the name. */
const ABOVE_REACH = 3;

/** A name by itself below the headline of a text, below its standfirst or right above it, with a date right under it. */
function isNamedAndDated(
  { page, facts, marks }: Observation,
  i: number,
  headline: number,
  kept: readonly boolean[],
): boolean {
  if (page.format !== 'text' || headline < 0 || i < headline - ABOVE_REACH || i > headline + NAME_REACH) return false;
  const isRole = (k: number, role: MovedRole): boolean =>
    (marks[k] ?? []).some((mark) => mark.claim === 'role' && mark.role === role);
  if (!isRole(i, 'byline') || /[,،、，;；]/.test(page.blocks[i]?.text ?? '')) return false;
  if (i < headline) return isRole(i + 1, 'date');
  const isJob = kept[i + 1] === false && (facts[i + 1]?.size ?? Infinity) <= JOB_WORDS;
  const isDated = isRole(i + 1, 'date') || (isJob && isRole(i + 2, 'date'));
  return isDated && kept.slice(headline + 1, i).filter(Boolean).length <= 1;
}

/** Between the headline and the first paragraph (block `body`); without a headline, beside a date above it. */
function isByTitle(i: number, headline: number, body: number, marks: Observation['marks']): boolean {
  if (body >= 0 && i > body) return false;
  if (headline >= 0) return i > headline;
  for (let k = i - BYLINE_REACH; k <= i + BYLINE_REACH; k++)
    if ((marks[k] ?? []).some((mark) => mark.feature === 'date:sure')) return true;
  return false;
}

function tellingMark(marks: readonly Mark[]): (Mark & { claim: 'drop'; reason: Reason }) | undefined {
  let best: (Mark & { claim: 'drop'; reason: Reason }) | undefined;
  let rank = Infinity;
  for (const mark of marks) {
    if (mark.claim !== 'drop') continue;
    const at = TELLING.indexOf((mark.feature ?? '').split(':')[0] ?? '');
    const own = at < 0 ? TELLING.length : at;
    if (own < rank) {
      rank = own;
      best = mark;
    }
  }
  return best;
}

/** Headings and standfirsts of text are told here, where it is known what stands around them; HTML says so itself. */
function roleOf(observation: Observation, i: number, kept: readonly boolean[], firstKept: number): Verdict['role'] {
  const { page, facts } = observation;
  const block = page.blocks[i] as Block;
  const fact = facts[i];
  if (block.kind !== 'paragraph' || fact === undefined) return KEPT_ROLE[block.kind];
  const next = facts[i + 1];
  if (
    !fact.terminal &&
    fact.size <= 12 &&
    !/[,،、;:：]$/.test(block.text) &&
    kept[i + 1] === true &&
    next !== undefined &&
    next.size > fact.size &&
    i > firstKept
  )
    return 'heading';
  return 'paragraph';
}
