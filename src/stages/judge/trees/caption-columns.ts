import type { Page } from '../../../core/types.js';
import type { Facts } from '../facts.js';
import type { Columns } from './columns.js';

/** Characters at the end of a line that are looked at, and letters of an agency's name. */
const TAIL = 60;
const AGENCY = 6;
const MOST = 10;
const SENTENCE_END = '.!?。！？';
const CLOSED = ')]）】］';
const LETTER = /\p{L}/u;

/**
 * Whether each line of a plain text ends as captions do: with a name behind its last sentence, in brackets, in capitals. A paragraph ends
 * with its sentence, and a heading has none.
 */
export function putCaptions(columns: Columns, page: Page, facts: readonly Facts[]): void {
  const [tail, capitals, closed] = [columns.add('tail'), columns.add('endsCapitals'), columns.add('endsClosed')];
  page.blocks.forEach(({ text }, i) => {
    if (facts[i]?.terminal === true) return;
    const end = text.slice(-TAIL);
    tail[i] = wordsBehindSentence(end);
    capitals[i] = endsInCapitals(end) ? 1 : 0;
    closed[i] = end !== '' && CLOSED.includes(end.charAt(end.length - 1)) ? 1 : 0;
  });
}

/** Words that follow the last sentence that ends within the text, 0 where none does. */
function wordsBehindSentence(text: string): number {
  for (let i = text.length - 1; i > 0; i--) {
    if (!SENTENCE_END.includes(text.charAt(i)) || !LETTER.test(text.charAt(i - 1))) continue;
    const rest = text.slice(i + 1).trim();
    return rest === '' ? 0 : Math.min(MOST, rest.split(' ').length);
  }
  return 0;
}

/** Whether the last word is one in capitals, of two letters and more. */
function endsInCapitals(text: string): boolean {
  let length = 0;
  for (let i = text.length - 1; i >= 0 && length <= AGENCY; i--) {
    const char = text.charAt(i);
    if (!LETTER.test(char)) return length > 1;
    if (char === char.toLowerCase()) return false;
    length++;
  }
  return false;
}
