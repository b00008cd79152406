import type { Edit } from '../core/mapped.js';
import { CYRILLIC, sequenceAt, WESTERN, type CodePage, type Sequence } from './decode/misread.js';
import { trustCyrillic, trustWestern, type Trust } from './decode/trust.js';

/** Misread sequences that follow each other without a gap: they are repaired together or not at all. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** By itself no good text. */
  readonly sure: boolean;
  /** What weak groups need to see among the sure ones: their own script, or anything where they are Latin. */
  readonly script: string;
}

/** What the bytes 0x80 to 0xbf, which follow in a sequence, are in windows-1252 (or ISO 8859-1) and in windows-1251. */
const WESTERN_TAIL = '[\\u0080-\\u00bfŒœŠšŸŽžƒˆ˜\\u2013-\\u203a€™]';
const CYRILLIC_TAIL = '[\\u0080-\\u00bf\\u0401-\\u040f\\u0451-\\u045fІіҐґ\\u2013-\\u203a€№™]';
/** Where UTF-8 read as a code page can begin. Text without a match has nothing to repair; ASCII and East Asian text never match. */
const SUSPECT = `[\\u00c2-\\u00f4](?=${WESTERN_TAIL})|[ÂÃ](?=\\s|$)|[\\u0412-\\u0444](?=${CYRILLIC_TAIL})`;
const HAS_SUSPECT = new RegExp(SUSPECT);

/** Characters on each side of the range that are searched for sure groups before a weak one is repaired. */
const NEIGHBOURHOOD = 400;
/** Groups looked at on each side: where text is misread, most of them are sure. */
const MAX_NEIGHBOURS = 16;
/** Text may have been misread and saved up to so many times more. */
const MAX_DEPTH = 2;

/**
 * Edits that undo mojibake in text[start..end): UTF-8 that was read as windows-1252, ISO 8859-1 or windows-1251 and saved again,
 * once or more often. Only well-formed sequences that give a likely character are touched, and of these only such as good text
 * does not hold; those that it might hold (a capital with a quotation mark behind it) need surer ones nearby. Linear.
 */
export function mojibakeEdits(text: string, start = 0, end = text.length): Edit[] {
  if (!HAS_SUSPECT.test(text.slice(start, end + 1))) return [];
  const base = Math.max(0, start - NEIGHBOURHOOD);
  const part = text.slice(base, end + NEIGHBOURHOOD);
  return repairs(part, start - base, end - base, 0).map((edit) => ({
    ...edit,
    start: base + edit.start,
    end: base + edit.end,
  }));
}

function repairs(text: string, start: number, end: number, depth: number): Edit[] {
  const groups = groupsIn(text, start, end);
  let scripts: Set<string> | null = null;
  const trusted = (group: Group): boolean => {
    if (group.sure) return true;
    // The neighbourhood is read once, and only if there is something to decide.
    scripts ??= sureScripts(text, start, end, groups);
    return group.script === 'Latin' ? scripts.size > 0 : scripts.has(group.script);
  };
  const edits: Edit[] = [];
  for (const group of groups) {
    if (!trusted(group)) continue;
    edits.push({ start: group.start, end: Math.min(group.end, end), text: group.text });
  }
  return depth < MAX_DEPTH && edits.length > 0 ? again(text, start, end, edits, depth) : edits;
}

/** The edits, with what they put in repaired in its turn where it had been misread before. */
function again(text: string, start: number, end: number, edits: readonly Edit[], depth: number): Edit[] {
  let repaired = text.slice(0, start);
  let at = start;
  const places: number[] = [];
  for (const edit of edits) {
    repaired += text.slice(at, edit.start);
    places.push(repaired.length);
    repaired += edit.text;
    at = edit.end;
  }
  repaired += text.slice(at, end);
  if (!HAS_SUSPECT.test(repaired.slice(start))) return [...edits];
  const more = repairs(repaired + text.slice(end), start, repaired.length, depth + 1);
  let next = 0;
  return edits.map((edit, i) => {
    const place = places[i] ?? 0;
    let result = '';
    let done = 0;
    // Every character of a misread sequence was misread itself: further edits lie inside the first ones.
    for (let inner = more[next]; inner !== undefined && inner.start < place + edit.text.length; inner = more[++next]) {
      if (inner.start < place || inner.end > place + edit.text.length) continue;
      result += edit.text.slice(done, inner.start - place) + inner.text;
      done = inner.end - place;
    }
    return { ...edit, text: result + edit.text.slice(done) };
  });
}

/** The scripts of the sure groups in and around the range: `text` is no more than its neighbourhood. */
function sureScripts(text: string, start: number, end: number, groups: readonly Group[]): Set<string> {
  const before = groupsIn(text, 0, start, MAX_NEIGHBOURS);
  const behind = groupsIn(text, end, text.length, MAX_NEIGHBOURS);
  return new Set([...before, ...groups, ...behind].filter((group) => group.sure).map((group) => group.script));
}

function groupsIn(text: string, start: number, end: number, limit = Infinity): Group[] {
  const groups: Group[] = [];
  const suspect = new RegExp(SUSPECT, 'g');
  suspect.lastIndex = start;
  for (
    let match = suspect.exec(text);
    match !== null && match.index < end && groups.length < limit;
    match = suspect.exec(text)
  ) {
    const at = match.index;
    const found =
      groupAt(text, at, end, WESTERN, trustWestern) ??
      groupAt(text, at, end, CYRILLIC, trustCyrillic) ??
      lossAt(text, at);
    if (found === null) continue;
    groups.push(found);
    suspect.lastIndex = found.end;
  }
  return groups;
}

const INVISIBLE = /^[\u0080-\u00a0\s]*$/;

function groupAt(
  text: string,
  start: number,
  end: number,
  page: CodePage,
  trust: (text: string, sequence: Sequence) => Trust | null,
): Group | null {
  const scripts = new Map<string, number>();
  let sure = false;
  let chars = '';
  let at = start;
  while (at < end) {
    const sequence = sequenceAt(text, at, page);
    // A line ends before the control characters and spaces that were the last bytes of a sequence.
    if (sequence === null || (sequence.end > end && !INVISIBLE.test(text.slice(end, sequence.end)))) break;
    const trusted = trust(text, sequence);
    if (trusted === null) break;
    sure ||= trusted.level === 'sure';
    if (trusted.level !== 'rider') {
      scripts.set(trusted.script, (scripts.get(trusted.script) ?? 0) + (trusted.level === 'doubtful' ? 0 : 1));
    }
    chars += sequence.char;
    at = sequence.end;
  }
  if (at === start) return null;
  // Riders alone are passed over as one, never repaired.
  const [script, count] = [...scripts].reduce((most, entry) => (entry[1] >= most[1] ? entry : most), ['none', 0]);
  return { start, end: at, text: chars, sure: sure || count > 1, script };
}

/** What is left where a byte has been lost: 0x9d has no character in windows-1252, and 0xa0 became a plain space. */
function lossAt(text: string, at: number): Group | null {
  const two = text.slice(at, at + 2);
  if (two === 'â€') {
    const end = at + (text.charAt(at + 2) === '\ufffd' ? 3 : 2);
    return { start: at, end, text: '”', sure: true, script: 'Latin' };
  }
  if (!/^[ÂÃ](?:\s|$)/.test(two) || /\p{Lu}/u.test(text.charAt(at - 1))) return null;
  return { start: at, end: at + 1, text: two.startsWith('Ã') ? 'à' : '', sure: false, script: 'Latin' };
}
