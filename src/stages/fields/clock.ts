import { foldWord, wordSet } from './fold.js';
import { isAt, isGlued, numberAt, type Token } from './tokens.js';

/** A time of day read from tokens; `next` is the token after it. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** "Z" or "+09:00" where the source writes one; named zones (KST, ET) are read over and give none. */
  readonly offset: string | null;
  readonly next: number;
}

type DayPart = 'am' | 'pm' | 'vague';

const folded = (words: string): string[] => words.split(/\s+/).map((word) => foldWord(word.replaceAll('_', ' ')));

/** Halves of the day. After a 'vague' one ("রাত ১০:১৫", ten at night or two at night) a time of at most twelve hours is not read. */
const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...folded(
    'am 오전 午前 上午 早上 凌晨 清晨 πμ ص صباحا صبح सुबह पूर्वाह्न সকাল ভোর পূর্বাহ্ন sa öö de_la_mañana da_manhã du_matin del_mattino di_mattina',
  ).map((word) => [word, 'am'] as const),
  ...folded(
    'pm 오후 午後 下午 傍晚 μμ م مساء عصر बजे_शाम शाम अपराह्न বিকাল বিকেল সন্ধ্যা অপরাহ্ন ch ös de_la_tarde da_tarde del_pomeriggio',
  ).map((word) => [word, 'pm'] as const),
  ...folded(
    'রাত দুপুর रात दोपहर 中午 深夜 晚上 ظهرا ظهر ليلا شب de_la_noche da_noite di_sera du_soir pagi siang sore malam',
  ).map((word) => [word, 'vague'] as const),
]);

const ZONES = wordSet(
  'et est edt ct cst cdt mt mst mdt pt pst pdt akst akdt hst ast adt nst ndt bst ist cet cest mez mesz wet west eet eest msk мск jst kst hkt sgt myt pht wib wita wit ict sast cat eat wat aest aedt acst acdt awst nzst nzdt pkt bdt npt gst irst trt brt art clt cot pet vet uae ksa',
);
const SUFFIXES = wordSet('h hs hrs hr hours horas heures uhr uur น');
const AT = wordSet('a as las ore um om kl dalle');
/** Halves of the day that are something else before a time: Sa(mstag), an Arabic letter. */
const ONLY_AFTER = wordSet('sa ch م ص');
const HOUR_UNITS = wordSet('時 时 点 點 시');
const MINUTE_UNITS = wordSet('分 분');
const SECOND_UNITS = wordSet('秒 초');
/** What makes of "12.50" a price or a share instead of a time. */
const MONEY =
  /^(?:[€$£¥₹%]|euros?|eur|usd|gbp|kr|zl|kc|ft|lei|tl|rub|руб|грн|million(?:en)?|mio|mrd|prozent|percent|points?|km|m)$/u;

/** First words, or first characters in Han, of the table above: a quick no for other words. */
const DAY_PART_STARTS: ReadonlySet<string> = new Set(
  [...DAY_PARTS.keys(), 'a', 'p', 'π', 'μ'].map((name) =>
    /\p{Script=Han}/u.test(name) ? name.charAt(0) : (name.split(' ')[0] ?? name),
  ),
);

function dayPartAt(tokens: readonly Token[], at: number): { part: DayPart; next: number } | null {
  const first = tokens[at]?.text ?? '';
  if (!DAY_PART_STARTS.has(first)) return null;
  if (first === 'a' || first === 'p' || first === 'π' || first === 'μ') {
    const second = isAt(tokens, at + 1, '.') ? at + 2 : at + 1;
    const part = DAY_PARTS.get(first + (tokens[second]?.text ?? ''));
    if (part !== undefined) return { part, next: isAt(tokens, second + 1, '.') ? second + 2 : second + 1 };
  }
  for (const [length, glue] of [
    [3, ' '],
    [2, ' '],
    [2, ''],
    [1, ''],
  ] as const) {
    const words = tokens.slice(at, at + length);
    const isPhrase = words.length === length && words.every((token) => token.kind === 'word');
    const part = isPhrase ? DAY_PARTS.get(words.map((token) => token.text).join(glue)) : undefined;
    if (part !== undefined) return { part, next: at + length };
  }
  return null;
}

interface Minutes {
  readonly minute: number;
  readonly second: number | null;
  readonly next: number;
}

/** The minutes behind an hour, "09:30:15", "18h40", "16時40分", "6시"; `loose` also "09.30". */
function minutesAt(tokens: readonly Token[], at: number, loose: boolean): Minutes | null {
  const mark = tokens[at]?.text ?? '';
  if (mark === ':' || (loose && mark === '.')) {
    const minute = isGlued(tokens, at) && isGlued(tokens, at + 1) ? numberAt(tokens, at + 1, 2, 2) : null;
    if (minute === null) return null;
    let next = at + 2;
    if (mark === '.') {
      const decimal =
        isGlued(tokens, next) &&
        (isAt(tokens, next, '.') || isAt(tokens, next, ',')) &&
        isGlued(tokens, next + 1) &&
        tokens[next + 1]?.kind === 'number';
      return decimal || MONEY.test(tokens[next]?.text ?? '') ? null : { minute, second: null, next };
    }
    const second = isAt(tokens, next, ':') && isGlued(tokens, next + 1) ? numberAt(tokens, next + 1, 2, 2) : null;
    if (second !== null) {
      next += 2;
      const fraction =
        (isAt(tokens, next, '.') || isAt(tokens, next, ',')) && isGlued(tokens, next) && isGlued(tokens, next + 1);
      if (fraction && tokens[next + 1]?.kind === 'number') next += 2;
    }
    return { minute, second, next };
  }
  if (mark === 'h' || mark === 'u') {
    const minute = isGlued(tokens, at + 1) || tokens[at]?.spaced === true ? numberAt(tokens, at + 1, 2, 2) : null;
    if (minute !== null) return { minute, second: null, next: isAt(tokens, at + 2, 'min') ? at + 3 : at + 2 };
    // "à 18h", but not "3h" alone, which mostly is three hours ago.
    return mark === 'h' && AT.has(tokens[at - 2]?.text ?? '') ? { minute: 0, second: null, next: at + 1 } : null;
  }
  if (!HOUR_UNITS.has(mark)) return null;
  const minute = numberAt(tokens, at + 1, 1, 2);
  if (minute === null || !MINUTE_UNITS.has(tokens[at + 2]?.text ?? ''))
    return { minute: 0, second: null, next: at + 1 };
  const second = numberAt(tokens, at + 3, 1, 2);
  if (second === null || !SECOND_UNITS.has(tokens[at + 4]?.text ?? '')) return { minute, second: null, next: at + 3 };
  return { minute, second, next: at + 5 };
}

/** A signed number as an offset: "+09:00", "+0900", "+9" (only after UTC or GMT, `named`). */
function offsetAt(tokens: readonly Token[], at: number, named: boolean): { offset: string; next: number } | null {
  const sign = tokens[at]?.text;
  if ((sign !== '+' && sign !== '-') || !isGlued(tokens, at + 1)) return null;
  const hhmm = numberAt(tokens, at + 1, 4, 4);
  let hours = numberAt(tokens, at + 1, 1, 2);
  let minutes = isAt(tokens, at + 2, ':') && isGlued(tokens, at + 3) ? numberAt(tokens, at + 3, 2, 2) : null;
  let next = minutes === null ? at + 2 : at + 4;
  if (hhmm !== null) {
    hours = Math.floor(hhmm / 100);
    minutes = hhmm % 100;
    next = at + 2;
  } else if (minutes === null && !named && (sign === '-' || !isGlued(tokens, at))) return null;
  if (hours === null || hours > 14 || (minutes ?? 0) % 15 !== 0 || (minutes ?? 0) > 45) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { offset: `${sign}${two(hours)}:${two(minutes ?? 0)}`, next };
}

function zoneAt(tokens: readonly Token[], at: number): { offset: string | null; next: number } | null {
  if (isAt(tokens, at, '(')) {
    const inner = zoneAt(tokens, at + 1);
    return inner !== null && isAt(tokens, inner.next, ')') ? { offset: inner.offset, next: inner.next + 1 } : null;
  }
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.text === 'gmt' || token.text === 'utc')
    return offsetAt(tokens, at + 1, true) ?? { offset: 'Z', next: at + 1 };
  if (token.text === 'z' && !token.spaced) return { offset: 'Z', next: at + 1 };
  if (token.capitals && ZONES.has(token.text)) return { offset: null, next: at + 1 };
  return offsetAt(tokens, at, false);
}

/**
 * The time of day that begins at the token, with its half of the day and its zone. `loose` also takes "09.30", which only beside a
 * date is a time. Null where there is none, or none that is sure.
 */
export function clockAt(tokens: readonly Token[], at: number, loose = false): Clock | null {
  const token = tokens[at];
  const isWord = token?.kind === 'word';
  const before = isWord && !ONLY_AFTER.has(token.text) ? dayPartAt(tokens, at) : null;
  // Most words are no half of the day, and nothing else but a number begins a time.
  if (isWord && before === null) return null;
  const first = before?.next ?? at;
  const hour = numberAt(tokens, first, 1, 2);
  if (hour === null || hour > 23) return null;
  const isTail = isGlued(tokens, first) && isAt(tokens, first - 1, ':');
  const minutes = isTail ? null : minutesAt(tokens, first + 1, loose);
  let next = minutes?.next ?? first + 1;
  if (isAt(tokens, next, ':') && minutes !== null) next++;
  if (minutes !== null && SUFFIXES.has(tokens[next]?.text ?? ''))
    next += isAt(tokens, next + 1, '.') && !isGlued(tokens, next + 2) ? 2 : 1;
  const after = before === null ? dayPartAt(tokens, next) : null;
  if (minutes === null && after?.part !== 'am' && after?.part !== 'pm') return null;
  if ((minutes?.minute ?? 0) > 59 || (minutes?.second ?? 0) > 59) return null;
  next = after?.next ?? next;
  const part = (before ?? after)?.part;
  if (part === 'vague' && hour <= 12) return null;
  const zone = zoneAt(tokens, next);
  return {
    hour: part === 'am' && hour === 12 ? 0 : part === 'pm' && hour < 12 ? hour + 12 : hour,
    minute: minutes?.minute ?? 0,
    second: minutes?.second ?? null,
    offset: zone?.offset ?? null,
    next: zone?.next ?? next,
  };
}
