import type { PhraseList } from '../../rules/phrases/types.js';
import {
  EDITORS,
  fieldPatterns,
  type FieldPatterns,
  lineTokens,
  type NameFrame,
  type WordToken,
} from './field-patterns.js';
import { areTwins } from '../language/twins.js';
import { nameShape } from './names.js';

/** Words that announce an author, and what they announce. */
export interface Lead {
  readonly rest: string;
  readonly role: 'author' | 'editor';
  /** True where a colon or a title around the name leaves no doubt. */
  readonly isMarked: boolean;
  /** The language of the announcing words, the document's if it is one of several. */
  readonly language: string;
  /** True where those words are of another language than the document and not English: "Door" in an English text is no Dutch "by". */
  readonly isForeign: boolean;
  /** True where the announcing words are written small ("by times news cr"). */
  readonly isSmall: boolean;
  /** True where Han or kana go on without a blank, so that "東京 ~" also meets 東京五輪. */
  readonly isGlued: boolean;
}

const FRAMED = { role: 'author', isMarked: true, isForeign: false, isSmall: false, isGlued: false } as const;
const KOREAN = /^([가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,4})\s?[가-힣]{0,4}(?:기자|특파원)$/u;
/** "北城晚报记者 邵青": a reporter's paper, and behind a blank the name. */
const CHINESE =
  /^\p{Script=Han}{0,10}(?:记者|記者|通讯员|通訊員)[\s:：]+(\p{Script=Han}{2,4}(?:[\s、]\p{Script=Han}{2,4}){0,4})$/u;
/** "暮らし報道部・逢坂みのり": a paper's desk, and the name. Clubs are 部, too. */
const JAPANESE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{0,10}(?:(?:報道|社会|政治|経済|文化|運動|科学|国際|外信|生活|学芸|地方|地域|編集|映像|写真|デジタル)部|編集局|総局|支局|取材班|編集室|報道センター)[・＝=／/\s]([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,5}(?:\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5})?)$/u;
/** Tokens of a name between announcing words; characters in Han and kana. */
const NAME_TOKENS = 10;
/** Announcing words and a framed name end within so many characters. */
const LEAD_LONGEST = 120;
const JOBS = /記者|记者|作者|文|撰|編|编|取材|特派/u;

/** "文／林予安", "聞き手・佐野": a slash or a middle dot that stands for a colon. */
const CJK_COLON =
  /^(文|文字|撰文|撰稿|采写|採寫|采访|採訪|整理|取材|取材・文|構成|執筆|聞き手|寄稿)([／/・])(?=\p{Script=Han})/u;

/** Quick test: false where no piece of the text can begin with words that announce an author, because none of those words is in it. */
export function mayLead(text: string, lists: readonly PhraseList[]): boolean {
  const { announcing } = fieldPatterns(lists);
  for (const token of lineTokens(text)) if (announcing.mayBegin(token.text)) return true;
  return /기자|특파원|(?:记者|記者|通讯员|通訊員)[\s:：]|(?:[部局班室]|センター)[・＝=／/\s]/.test(text);
}

/** The words that announce an author at the beginning of a piece. `document` is the document's language. Null if there are none. */
export function leadOf(text: string, lists: readonly PhraseList[], document: string): Lead | null {
  const piece = text.replace(CJK_COLON, '$1：');
  const patterns = fieldPatterns(lists);
  const korean = KOREAN.exec(piece);
  if (korean?.[1] !== undefined) return { ...FRAMED, rest: korean[1].replaceAll('·', ','), language: 'ko' };
  const chinese = CHINESE.exec(piece)?.[1];
  if (chinese !== undefined) return { ...FRAMED, rest: chinese.replace(/\s/g, '、'), language: 'zh' };
  const japanese = JAPANESE.exec(piece)?.[1];
  if (japanese !== undefined) return { ...FRAMED, rest: japanese, language: 'ja' };
  const tokens = lineTokens(piece.slice(0, piece.length > LEAD_LONGEST ? LEAD_LONGEST / 2 : LEAD_LONGEST));
  const editor = EDITORS.longestAt(tokens, 0);
  const author = patterns.bylines.longestAt(tokens, 0);
  const isEditor = editor !== null && editor.end >= (author?.end ?? 0) - 1;
  const framed = isEditor || piece.length > LEAD_LONGEST ? null : framedName(piece, tokens, patterns);
  if (framed !== null) return framed;
  const lead = isEditor ? editor : author;
  if (lead === null || lead.end >= tokens.length) return null;
  const end = tokens[lead.end - 1]?.end ?? 0;
  const rest = piece.slice(end).replace(/^[\s.:：/／＝=]+/u, '');
  if (!/^["'“«„‘]?\p{L}/u.test(rest)) return null;
  const isMarked = tokens.slice(0, lead.end + 1).some(({ text }) => text === ':');
  const primary = document.split('-')[0] ?? document;
  const language = lead.languages.includes(primary) ? primary : (lead.languages[0] ?? primary);
  const isForeign =
    !isMarked && language !== 'en' && language !== primary && primary !== 'und' && !areTwins(language, primary);
  // "Na Eun-bi" is a name where nobody speaks Swahili.
  if (isForeign && /^\p{Lu}\p{Ll}{1,2} \S+$/u.test(piece)) return null;
  return {
    rest,
    role: isEditor ? 'editor' : 'author',
    isMarked,
    language,
    isForeign,
    isSmall: /^\p{Ll}/u.test(piece),
    isGlued:
      !isMarked &&
      /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(piece.charAt(end)) &&
      !JOBS.test(piece.slice(0, end)),
  };
}

function canBegin({ starts }: NonNullable<NameFrame['after']>, word: string): boolean {
  if (starts.words.has(word)) return true;
  for (const prefix of starts.prefixes) if (word.startsWith(prefix)) return true;
  return false;
}

/** A name between or before words: "홍길동 기자", "松岡大地 記者", "記者簡以恩/嘉義報導". */
function framedName(piece: string, tokens: readonly WordToken[], { frames, frameEnds }: FieldPatterns): Lead | null {
  if (!tokens.some(({ text }) => frameEnds.mayBegin(text))) return null;
  for (const { before, after, language } of frames) {
    const from = before === null ? 0 : before.matchAt(tokens, 0);
    if (from < 0 || after === null) continue;
    const start = tokens[from]?.start ?? 0;
    for (let to = from + 1; to <= Math.min(from + NAME_TOKENS, tokens.length - 1); to++) {
      if (!after.starts.any && !canBegin(after, tokens[to]?.text ?? '')) continue;
      if (!after.spans(tokens, to, tokens.length)) continue;
      const [name = '', place] = piece.slice(start, tokens[to - 1]?.end ?? 0).split(/\s*[/／]\s*/u);
      const shape = nameShape(name);
      if (shape === null || (shape.kind === 'caseless' && name.split(' ').length > 3)) continue;
      // Chinese names have at most four characters; more are a name and a place that nothing parts.
      if (language === 'zh' && /^\p{Script=Han}{5}/u.test(name)) continue;
      return { ...FRAMED, rest: place === undefined ? name : piece.slice(start), language };
    }
  }
  return null;
}
