import { words } from '../core/text.js';
import type { Block, Mark, Page, Rule } from '../core/types.js';

/**
 * A made-up conversation about the article, glued on below it: a heading, turns of two speakers, a sentence that sums up. A real
 * interview differs: its people are named in the text above it, and little running text stands before it.
 */

/** "Editor: …", "Dr. Petrov: …", "TN: …": a speaker of at most five words. */
const TURN = /^(?:\*\*)?([\p{L}][\p{L}\p{M}.'’-]*(?: [\p{L}][\p{L}\p{M}.'’-]*){0,4})(?:\*\*)?\s?[:：]\s*\S/u;
const PARAGRAPH_WORDS = 18;
/** Paragraphs of the article that must stand above, and turns that must follow. */
const LEAST_ABOVE = 3;
const LEAST_TURNS = 4;
/** Titles and parts that anybody may have: they do not name a person. */
const GENERIC = new Set([
  'dr',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'editor',
  'interviewer',
  'host',
  'moderator',
  'reporter',
  'journalist',
  'expert',
  'guest',
  'the',
  'news',
  'time',
  'redakteur',
  'redaktion',
  'journaliste',
  'periodista',
  'entrevistador',
  'experto',
  'experte',
  'редактор',
  'эксперт',
  'ведущий',
]);
const SHORT_PART = 3;

const speakerOf = (block: Block | undefined): string | null => TURN.exec(block?.text ?? '')?.[1] ?? null;

const nameParts = (speaker: string): string[] =>
  words(speaker.toLowerCase()).filter((part) => part.length >= SHORT_PART && !GENERIC.has(part));

export const appendedInterview: Rule = {
  name: 'appended-interview',
  reason: 'appended',
  *mark(page: Page): Iterable<Mark> {
    const { blocks } = page;
    const speakers = blocks.map(speakerOf);
    const first = firstTurn(blocks, speakers);
    if (first < 0) return;
    const above = blocks
      .slice(0, first)
      .filter((block, i) => speakers[i] === null && words(block.text).length >= PARAGRAPH_WORDS).length;
    if (above < LEAST_ABOVE) return;
    let last = first;
    const names = new Map<string, number>();
    for (let i = first; i < blocks.length && i - last <= 2; i++) {
      const speaker = speakers[i];
      if (speaker === null || speaker === undefined) continue;
      names.set(speaker, (names.get(speaker) ?? 0) + 1);
      last = i;
    }
    const turns = [...names.values()].reduce((sum, count) => sum + count, 0);
    const recurring = [...names].filter(([, count]) => count >= 2).map(([name]) => name);
    if (turns < LEAST_TURNS || recurring.length < 2) return;
    // The people of a real interview are introduced above it.
    const head = headingAbove(blocks, first);
    const known = new Set(blocks.slice(0, head).flatMap((block) => words(block.text.toLowerCase())));
    const strangers = recurring.filter((name) => nameParts(name).every((part) => !known.has(part)));
    if (strangers.length < recurring.length) return;
    const closing = closes(blocks[last + 1]) ? last + 1 : last;
    for (let i = head; i <= closing; i++) {
      const block = blocks[i] as Block;
      yield {
        span: block.span,
        rule: 'appended-interview',
        feature: 'appended-interview',
        claim: 'drop',
        reason: 'appended',
        evidence: `turns of ${recurring.join(' and ')}, who are not in the text above`,
        sure: true,
      };
    }
  },
};

/** The first turn of a passage in which at least three of five lines are turns. */
function firstTurn(blocks: readonly Block[], speakers: readonly (string | null)[]): number {
  for (let i = 0; i < blocks.length; i++) {
    if (speakers[i] === null) continue;
    const ahead = speakers.slice(i, i + 5).filter((speaker) => speaker !== null).length;
    if (ahead >= 3) return i;
  }
  return -1;
}

/** A short line right above the first turn that is no paragraph announces the conversation; its own speaker names do not count as known. */
function headingAbove(blocks: readonly Block[], first: number): number {
  let head = first;
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    const text = blocks[i]?.text ?? '';
    if (words(text).length > 30 || /[.。]["”’»)\]]*$/.test(text) || /^[[(（【〔].*[\])）】〕]$/.test(text)) break;
    head = i;
  }
  return head;
}

/** A sentence behind the last turn that speaks of the conversation as such. */
const CONVERSATION =
  /\b(?:interview|conversation|dialogue|discussion|transcript|entrevista|entretien|intervista|gespräch|wawancara)\b|интервью|беседа|инт[еэ]рв'?ю|인터뷰|대담|インタビュー|采访|訪談|访谈|مقابلة|حوار|مصاحبه|גיון|ראיון/iu;

const closes = (block: Block | undefined): boolean =>
  block !== undefined && CONVERSATION.test(block.text) && words(block.text).length >= 8;
