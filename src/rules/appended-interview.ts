import { blockWords } from '../core/page-words.js';
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
const GENERIC = new Set(
  (
    'dr prof professor doctor mr mrs ms editor interviewer host moderator reporter journalist expert guest the news time ' +
    'redakteur redaktion journaliste periodista entrevistador experto experte dott docteur ' +
    'редактор редакция эксперт ведущий ведущая журналист доктор профессор ведучий експерт професор ' +
    '기자 앵커 진행자 편집자 전문가 교수 박사 담당자 질문 답변 المحرر الخبير الدكتور المذيع'
  ).split(' '),
);
/** The same where words are not set apart. */
const GENERIC_UNSPACED =
  /記者|编辑|編集部|編集者|編輯|聞き手|司会者?|主持人?|专家|専門家|專家|教授|博士|先生|さん|氏|记者/g;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;
const HANGUL = /^\p{Script=Hangul}+$/u;
const SHORT_PART = 3;

const speakerOf = (block: Block | undefined): string | null => TURN.exec(block?.text ?? '')?.[1] ?? null;

/** Parts of a speaker's name by which the text above may know the person; in Han and kana whole runs, else words. */
function nameParts(speaker: string): string[] {
  const runs = speaker.replace(GENERIC_UNSPACED, ' ').match(UNSPACED) ?? [];
  const parts = words(speaker.replace(UNSPACED, ' ').toLowerCase()).filter(
    (part) => part.length >= (HANGUL.test(part) ? 2 : SHORT_PART) && !GENERIC.has(part),
  );
  return [...runs, ...parts];
}

/** A speaker is known from the text above, a stranger to it, only called by a part ("Editor"), or has no name at all ("Q", "TN"). */
type Standing = 'known' | 'stranger' | 'part' | 'nameless';

function standingOf(speaker: string, above: string): Standing {
  const parts = nameParts(speaker);
  // Names are inflected ("Petrov", "s Petrovym"), or only the family name is given: their beginnings are looked for.
  const stems = parts.map((part) =>
    part.match(UNSPACED) !== null
      ? part.slice(0, 2)
      : HANGUL.test(part)
        ? part
        : part.slice(0, Math.max(SHORT_PART, part.length - 1)),
  );
  if (stems.some((stem) => above.includes(/^\p{Ll}/u.test(stem) ? ` ${stem}` : stem))) return 'known';
  if (parts.length > 0) return 'stranger';
  const roles = words(speaker.replace(GENERIC_UNSPACED, ' editor ').toLowerCase());
  return roles.every((word) => GENERIC.has(word)) ? 'part' : 'nameless';
}

/** Headings under which the same labels stand. */
const LEAST_ENTRIES = 3;

/**
 * Three labels or more that stand there equally often, "The problem:", "The solution:", "The price:" under each of some headings: a form that is
 * filled in again and again, and nobody speaks.
 */
function isForm(counts: readonly number[]): boolean {
  const most = Math.max(...counts);
  return most >= LEAST_ENTRIES && counts.filter((count) => count === most).length >= 3;
}

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
      .filter((_, i) => speakers[i] === null && blockWords(page, i).length >= PARAGRAPH_WORDS).length;
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
    if (turns < LEAST_TURNS || recurring.length < 2 || isForm([...names.values()])) return;
    // The people of a real interview are introduced above it, or it is one of questions and answers without names.
    const head = headingAbove(blocks, first);
    const known = blocks
      .slice(0, head)
      .map((block) => ` ${block.text.toLowerCase()}`.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
      .join(' ');
    const standings = recurring.map((speaker) => standingOf(speaker, known));
    if (standings.includes('known')) return;
    const sure = standings.includes('stranger');
    if (!sure && standings.includes('nameless')) return;
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
        ...(sure ? { sure } : {}),
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
