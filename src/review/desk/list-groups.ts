import type { Decision } from '../../core/decision.js';
import { PassageText } from '../../core/passage.js';
import type { Filter, Group, Groups } from '../api.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { placeOf, strikeHash } from '../catalogue/facts.js';
import { StrikeGroups } from '../catalogue/groups.js';
import { rowFilter, type Surroundings } from '../catalogue/select.js';
import { piecesOf } from '../../core/record-pieces.js';
import type { Page } from './desk.js';
import type { Holdings } from './holdings.js';

/** Strikes that several documents share, the most frequent first, each with one of them read off its record. */
export async function listGroups(
  holdings: Holdings,
  filter: Filter,
  around: Surroundings,
  decisions: readonly Decision[],
  { from, limit }: Page,
  only: string | null,
): Promise<Groups> {
  const { catalogue } = holdings;
  const isWanted = rowFilter(catalogue, filter, around);
  const all = StrikeGroups.of(catalogue);
  const found = all.count(isWanted).filter(({ group }) => only === null || nameOf(all.exampleOf(group).hash) === only);
  const shown = found.slice(from, from + limit);
  const described = all.describe(new Set(shown.map(({ group }) => group)), isWanted);
  const groups: Group[] = [];
  for (const { group, documents } of shown) {
    const { sources = 0, least = 100 } = described.get(group) ?? {};
    const example = await exampleOf(holdings, catalogue, group);
    if (example === null) continue;
    const decision = decidedOn(decisions, example.hash);
    const { hash, ...rest } = example;
    groups.push({ group: nameOf(hash), documents, sources, confidence: least / 100, decision, ...rest });
  }
  return { total: found.length, groups, next: from + limit < found.length ? from + limit : null };
}

/** The name of a group, as pieces of documents have it, too. */
export const nameOf = (hash: number): string => hash.toString(36);

type Example = Pick<Group, 'rule' | 'reason' | 'text' | 'example' | 'place' | 'passage' | 'source'>;

async function exampleOf(
  holdings: Holdings,
  catalogue: Catalogue,
  group: number,
): Promise<(Example & { readonly hash: number }) | null> {
  const { row, strike, hash } = StrikeGroups.of(catalogue).exampleOf(group);
  const record = await holdings.read(row, catalogue);
  const removal = record?.removals[strike];
  if (record === null || removal === undefined) return null;
  const { rule, reason, text, start } = removal;
  const pieces = piecesOf(record);
  const piece = pieces.findIndex((one) => one.is === 'struck' && one.start === start && one.text === text);
  const passage = new PassageText(pieces.map((one) => one.text)).passageAt(
    { text: piece, offset: 0 },
    { text: piece, offset: text.length },
  );
  if (passage === null) return null;
  const place = placeOf(record);
  return { hash, rule, reason, text, example: holdings.refOf(row, catalogue), place, passage, source: record.source };
}

/** The last decision on strikes of this rule and text that reaches beyond one document. */
function decidedOn(decisions: readonly Decision[], hash: number): Decision | null {
  const isAbout = (decision: Decision): boolean =>
    (decision.action === 'accept' || decision.action === 'keep') &&
    decision.scope !== 'document' &&
    strikeHash(decision.rule, decision.passage.text) === hash;
  return decisions.findLast(isAbout) ?? null;
}
