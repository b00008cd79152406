import { MOVED_ROLES, REASONS, type Mark, type Reason } from '../../../core/types.js';
import { FAR, putSince, putUntil, type Columns } from './columns.js';

/** Kinds of marks that are told apart; other rules' are 'other'. */
const KINDS = [
  'label',
  'lead-in',
  'notice',
  'ending',
  'list-head',
  'button',
  'repeated',
  'repeated-short',
  'generated',
];
/** What rules find; the headline is found by the judge. */
const ROLES = MOVED_ROLES.filter((role) => role !== 'headline');
/** A piece at the end of a block, cut off by its mark: it says nothing of the rest. */
const CUT = 'cut';
/** How surely a field was read. */
const LEVELS: Readonly<Record<string, number>> = { weak: 1, likely: 2, sure: 3 };
/** Reasons that reach beyond the line that gives them: lists and threads run on below their heading. */
const HEADS: readonly Reason[] = ['related', 'comments', 'navigation', 'advertisement', 'appended', 'subscription'];

const isHead = (mark: Mark): mark is Mark & { readonly reason: Reason } =>
  mark.claim === 'drop' && /^(?:list-head|button|label)/.test(mark.feature ?? '');

/** What the rules marked on each block and, for what heads a list, how far above the block that was. */
export function putMarks(columns: Columns, marks: readonly (readonly Mark[])[], struck: readonly boolean[]): void {
  const kinds = new Map(KINDS.map((kind) => [kind, columns.add(`mark:${kind}`)]));
  const other = columns.add('mark:other');
  const reasons = new Map(REASONS.map((reason) => [reason as string, columns.add(`marked:${reason}`)]));
  const roles = new Map<string, Float32Array>(ROLES.map((role) => [role, columns.add(`role:${role}`)]));
  const keep = columns.add('mark:keep');
  const out = columns.add('struck');
  const furniture = columns.add('furniture');
  marks.forEach((own, i) => {
    if (struck[i] === true) out[i] = 1;
    for (const mark of own) {
      if (mark.odds !== undefined) continue;
      const [kind = '', level = ''] = (mark.feature ?? mark.rule).split(':');
      if (mark.claim === 'keep') keep[i] = 1;
      else if (mark.claim === 'role') {
        const role = roles.get(mark.role);
        if (role !== undefined) role[i] = Math.max(role[i] as number, LEVELS[level] ?? 1);
      } else if (kind !== CUT) {
        furniture[i] = 1;
        (kinds.get(kind) ?? other)[i] = 1;
        (reasons.get(mark.reason) as Float32Array)[i] = 1;
      }
    }
  });
  putReach(columns, marks);
  putSince(columns.add('furnitureSince'), furniture);
  putUntil(columns.add('furnitureUntil'), furniture);
  const share = furniture.reduce((sum, flag) => sum + flag, 0) / Math.max(1, furniture.length);
  columns.fill('furnitureShare', share);
}

/** Which heads of lists and threads stand above each block of a plain text, however far: a thread may be as long as the article. */
export function putBehind(columns: Columns, marks: readonly (readonly Mark[])[]): void {
  const behind = new Map(HEADS.map((reason) => [reason, columns.add(`behind:${reason}`)]));
  const seen = new Map<Reason, number>();
  marks.forEach((own, i) => {
    for (const [reason, column] of behind) column[i] = seen.get(reason) ?? 0;
    for (const mark of own) if (isHead(mark)) seen.set(mark.reason, (seen.get(mark.reason) ?? 0) + 1);
  });
}

function putReach(columns: Columns, marks: readonly (readonly Mark[])[]): void {
  const under = new Map(HEADS.map((reason) => [reason, columns.add(`under:${reason}`)]));
  const at = new Map<Reason, number>();
  marks.forEach((own, i) => {
    for (const [reason, column] of under) {
      const head = at.get(reason);
      column[i] = head === undefined ? FAR : Math.min(FAR, i - head);
    }
    for (const mark of own) if (isHead(mark)) at.set(mark.reason, i);
  });
}
