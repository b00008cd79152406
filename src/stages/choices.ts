import { codesOf, holdsSingle } from '../core/characters.js';
import { blockWords } from '../core/page-words.js';
import type { Page } from '../core/types.js';

/** A question, and the short lines below it of which none is a sentence: blocks from `question` to before `end`. */
export interface Choices {
  readonly question: number;
  readonly end: number;
  /**
   * The block behind the last line of which it is sure that it is to be clicked: "yes" and "no", "vote", "312 votes", shares of votes; of a
   * question that calls itself a poll, all lines. `question` where nothing tells.
   */
  readonly sureEnd: number;
  /** Each of the lines ends with a number or a share. */
  readonly isCounted: boolean;
}

const MOST_QUESTION = 160;
/** Words of a line that can be clicked as an answer, its characters, and how many such lines are counted. */
const MOST_WORDS = 8;
const MOST_CHARACTERS = 70;
const MOST_CHOICES = 8;
const LEAST_CHOICES = 2;

/** The Greek question mark looks like a semicolon, which asks nothing elsewhere. */
const ASKS = /(?:[?？؟]|\p{Script=Greek};)[»”"」』)]*$/u;
/** Quick test: what a question's last character may be. */
const MAY_ASK = codesOf('?？؟;»”"」』)');
const ENDS_SENTENCE = /[.!?…:;。！？：；؟۔।။։][»”"」』)]*$/;
/** "Thomsen: No.": an interview's answer has a speaker. */
const SAID = /^\p{Lu}[\p{L}\p{M}. '’-]{1,30}[:：]\s?\p{L}.*[.!?…。！？]$/u;
const COUNTED = /[\d٠-٩۰-۹०-९০-৯]\s?[%٪)]*$/;
const SHARE = /[\d٠-٩۰-۹०-९০-৯]\s?[%٪]\)?$/;
const FIRST_WORD = /[\p{L}\p{M}]+/u;

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const YES = wordsOf(
  'yes yeah ja jo joo da tak ano áno sim sí si oui sì ναι да так evet bəli hə igen kyllä jah taip jā po bai نعم بله آره ہاں جی हां हाँ हो হ্যাঁ ஆம் అవును ใช่ có ya iya oo ndiyo はい 네 예 是 是的 會 会 有 כן այո დიახ иә',
);
const NO = wordsOf(
  'no nope nein nee nej nei nie ne não nem ei όχι не ні нет hayır xeyr jo ez لا خیر نه نہیں नहीं नही नाही না இல்லை కాదు ไม่ không tidak bukan hindi hapana いいえ 아니요 아니오 否 不 不是 不會 不会 沒有 没有 לא ոչ არა жоқ',
);

/** What a poll calls itself before its question, at a line's beginning. */
const HEAD =
  /^[^\p{L}]*(?:(?:reader |online |quick |our )?poll|sondage|sondaggio|umfrage|leserfrage|encuesta|sondeo|enquete|sondagem|sondaj|sonda|anketa?|ankieta|опрос|голосование|опитування|анкета|szavazás|afstemning|avstemning|omröstning|peiling|gallup|küsitlus|δημοσκόπηση|استطلاع|نظرسنجی|סקר|जनमत|polling|jajak pendapat|bình chọn|khảo sát|アンケート|投票|調査|설문|투표|调查|調查)(?!\p{L})/iu;
/** What is clicked below the answers, or tells how many did. */
const VOTE =
  /^(?:(?:vote|log in to vote|zagłosuj|głosuj|abstimmen|votez?|votar?)[ ,]+(?:to see|to view|aby zobaczyć|um das|pour voir|para ver|per vedere) .+|(?:cast your |submit )?vote(?: now)?|submit|view results|see results|(?:jetzt )?abstimmen|ergebnis(?:se)?(?: anzeigen)?|voter|je vote|voir les résultats|votar|ver resultados|vota|guarda i risultati|stem|stemmen|bekijk (?:de )?uitslag|rösta|stem nå|vis resultat|äänestä|głosuj|zagłosuj|oddaj głos|zobacz wyniki|hlasovat|hlasovať|glasaj|szavazok|votează|гласувай|проголосовать|голосовать|голосувати|проголосувати|oy ver|oyla|ψηφίστε|صوّت|صوت|ثبت رأی|ثبت رای|להצבעה|הצבע|वोट करें|वोट दें|kirim jawaban|pilih|biểu quyết|bình chọn|gửi|回答する|投票する|投票|투표하기|투표)$/iu;
const VOTES =
  /(?:^|\s)[\d.,  ]+ (?:votes?|votos|voix|stimmen|voti|stemmen|röster|stemmer|ääntä|głosów|hlasů|oy|голос(?:ов|а|ів)?)(?!\p{L})|^oddano głosów|^已有\d+人|\d+ ?(?:票|명 참여)/iu;

/**
 * Questions with answers to click: a poll, a consent dialog, "Was this helpful?". In an article a question is followed by a sentence that
 * answers it. Linear in the page.
 */
export function findChoices(page: Page): Choices[] {
  const { blocks } = page;
  const found: Choices[] = [];
  const textOf = (i: number): string => blocks[i]?.text ?? '';
  const isShort = (i: number): boolean => {
    const text = textOf(i);
    return (
      text !== '' &&
      text.length <= MOST_CHARACTERS &&
      // Of Han, kana and Thai each character is a word.
      blockWords(page, i).length <= MOST_WORDS * (holdsSingle(text) ? 2 : 1)
    );
  };
  const endOf = (start: number, isChoice: (i: number) => boolean): number => {
    let end = start;
    while (end < start + MOST_CHOICES && isShort(end) && isChoice(end)) end++;
    return end;
  };
  for (let question = 0; question < blocks.length; question++) {
    const text = textOf(question);
    if (text.length > MOST_QUESTION || !MAY_ASK.has(text.charCodeAt(text.length - 1)) || !ASKS.test(text)) continue;
    const end = endOf(question + 1, (i) => !ENDS_SENTENCE.test(textOf(i)));
    if (end - question - 1 < LEAST_CHOICES) {
      // Answers may be sentences: "Yes, every autumn.", where the button to vote is below them.
      const vote = endOf(question + 1, (i) => !VOTE.test(textOf(i)) && !SAID.test(textOf(i)));
      if (vote - question - 1 < LEAST_CHOICES || !VOTE.test(textOf(vote))) continue;
      found.push({ question, end: vote + 1, sureEnd: vote + 1, isCounted: false });
      question = vote;
      continue;
    }
    const answers = blocks.slice(question + 1, end).map((block) => block.text);
    found.push({
      question,
      end,
      sureEnd: question + sureLines(text, answers),
      isCounted: answers.every((answer) => COUNTED.test(answer)),
    });
    question = end - 1;
  }
  return found;
}

/** How many lines are surely a poll's or a dialog's, with its question; 0 where nothing tells. */
function sureLines(question: string, answers: readonly string[]): number {
  const firstWords = answers.map((answer) => (FIRST_WORD.exec(answer)?.[0] ?? '').toLowerCase());
  const saying = (words: ReadonlySet<string>): number[] =>
    firstWords.flatMap((word, i) => (words.has(word) ? [i] : []));
  const [yes, no] = [saying(YES), saying(NO)];
  // "Jo" is "yes" in Estonian and "no" in Albanian: one line does not say both.
  const isYesNo = yes.some((i) => no.some((k) => k !== i));
  const isVote = (answer: string): boolean => VOTE.test(answer) || VOTES.test(answer);
  if (!isYesNo && !HEAD.test(question) && !answers.some(isVote)) return 0;
  const last = answers.findLastIndex(
    (answer, i) => isVote(answer) || SHARE.test(answer) || (isYesNo && (yes.includes(i) || no.includes(i))),
  );
  return last < 0 ? answers.length + 1 : last + 2;
}
