import type { PhraseList } from '../../rules/phrases/types.js';
import { agencyNamed } from './agency-name.js';
import { readByline } from './byline.js';
import { nameShape } from './names.js';

/** Beyond so many characters no reporter is named at a paragraph's beginning. */
const HEAD = 90;
/** "本报讯（记者 林予晴 通讯员 何川）", "南港讯 (记者林予晴、何川)", "【记者林予晴南港报导】". */
const CHINESE =
  /^(?:[\p{Script=Han}\d\s]{0,18}?[讯訊电電日]\s*)?[（(【〔［[]\s*([^（）()【】〔〕［］[\]]{0,12}?(?:记者|記者)[^（）()【】〔〕［］[\]]{2,40})[）)】〕］\]]/u;
/** Who else stands in those brackets, and where it was filed. */
const CHINESE_REST = /\s*(?:实习生|實習生|通讯员|通訊員|摄影|攝影|编辑|編輯|文\/图).*$/u;
/** "[서울=뉴시스] 홍길동 기자 = ", "(부산=연합뉴스) 홍길동·김철수 기자 = ". */
const KOREAN =
  /^[[(【][^\])】]{2,30}[\])】]\s*([가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3}\s?[가-힣]{0,4}(?:기자|특파원))\s?[=＝]/u;
/** "【ソウル＝佐野真帆】". */
const JAPANESE =
  /^【[\p{Script=Han}\p{Script=Katakana}ー・]{2,12}[=＝]\s?([\p{Script=Han}\p{Script=Hiragana} ]{3,8})】/u;

/** The reporters whom a text names at its beginning, in the brackets of its dateline. None where there are none. */
export function filedBy(text: string, lists: readonly PhraseList[]): readonly string[] {
  const head = text.trimStart().slice(0, HEAD);
  const line = CHINESE.exec(head)?.[1]?.replace(CHINESE_REST, '') ?? KOREAN.exec(head)?.[1];
  if (line !== undefined) {
    const byline = readByline(line, lists);
    return byline !== null && byline.role === 'author' && byline.certainty >= 0.5 ? byline.authors : [];
  }
  const name = JAPANESE.exec(head)?.[1]?.trim();
  return name !== undefined && nameShape(name)?.kind === 'caseless' && agencyNamed(name, lists) === null ? [name] : [];
}
