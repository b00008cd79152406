import { lineKey } from '../../core/text.js';
import type { Observation } from './observe.js';

/** Words a headline has; longer ones exist (Korean and Indian papers), but those are told by what stands around them. */
const LEAST = 3;
const MOST = 40;
/** Lines above the article that are looked at. */
const REACH = 40;

/**
 * The block that is the headline of a plain text, or -1: among the lines above the article the one that looks most like a title and
 * shares its words with the body. A page without such a line has none: nothing is guessed.
 */
export function findHeadline(observation: Observation, kept: readonly boolean[]): number {
  const { page, facts, marks } = observation;
  if (page.format === 'html') return findNamedHeadline(observation);
  const first = kept.indexOf(true);
  if (first <= 0) return -1;
  const body = new Set<string>();
  for (let i = first; i < page.blocks.length; i++)
    if (kept[i] === true) for (const token of facts[i]?.tokens ?? []) if (token.length > 3) body.add(token.slice(0, 6));
  let best = -1;
  let most = 0;
  for (let i = Math.max(0, first - REACH); i < first; i++) {
    const fact = facts[i];
    const text = page.blocks[i]?.text ?? '';
    if (fact === undefined || fact.size < 2 || fact.size > MOST) continue;
    if (
      (marks[i] ?? []).some(
        (mark) =>
          (mark.claim === 'drop' && mark.feature !== 'repeated') || (mark.claim === 'role' && mark.sure === true),
      )
    )
      continue;
    const content = fact.tokens.filter((token) => token.length > 3);
    const shared =
      content.length === 0 ? 0 : content.filter((token) => body.has(token.slice(0, 6))).length / content.length;
    let score = Math.min(fact.size, 14) / 14 + shared;
    if (fact.size < LEAST) score -= 0.6;
    if (fact.terminal && !/[?？!！…]["”’»]?$/.test(text)) score -= 0.7;
    if ((marks[i] ?? []).some((mark) => mark.claim === 'role'))
      score -= (marks[i] ?? []).some((mark) => mark.feature?.endsWith(':weak') === true) ? 0.2 : 0.8;
    if (fact.stopShare > 0) score += 0.2;
    if (/[|›»]|\s\/\s/.test(text)) score -= 0.5;
    if (score > most) {
      most = score;
      best = i;
    }
  }
  return most >= 0.5 ? best : -1;
}

/** In HTML the metadata name the headline; the block that says the same is where it stands on the page. */
function findNamedHeadline({ page }: Observation): number {
  const names = new Set(page.meta.headlines.map((headline) => lineKey(headline.value)).filter((key) => key !== ''));
  const heading = page.blocks.findIndex((block) => block.kind === 'heading' && names.has(lineKey(block.text)));
  if (heading >= 0) return heading;
  const title = page.blocks.findIndex((block) => block.markup?.tag === 'h1');
  return title;
}
