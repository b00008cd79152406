import { describe, expect, it } from 'vitest';
import { findChoices } from '../../src/stages/choices.js';
import { parseText } from '../../src/stages/parse-text.js';

const BODY = 'The ferry has had no bell since the spring, and the pilot says that he does not miss it.';

/** Lines that are surely to be clicked, and all that may be. */
const read = (lines: readonly string[]): { sure: string[]; all: string[] }[] => {
  const page = parseText(lines.join('\n\n'));
  return findChoices(page).map(({ question, sureEnd, end }) => ({
    sure: lines.slice(question, sureEnd),
    all: lines.slice(question, end),
  }));
};

describe('a question with answers to click', () => {
  it('is sure where the answers are yes and no, or something votes', () => {
    expect(read([BODY, 'Should the ferry get a bell?', 'Yes', 'No', 'Weather', BODY])).toEqual([
      {
        sure: ['Should the ferry get a bell?', 'Yes', 'No'],
        all: ['Should the ferry get a bell?', 'Yes', 'No', 'Weather'],
      },
    ]);
    for (const poll of [
      ['Which harbour is next?', 'Lund', 'Varde', 'Vote'],
      ['Which harbour is next?', 'Lund 40 %', 'Varde 60 %', '1,204 votes'],
      ['Umfrage: Welcher Hafen ist der nächste?', 'Lund', 'Varde'],
      ['هل تكتب بالقلم؟', 'نعم، كل يوم', 'لا'],
      ['Θέλετε καμπάνα στο πλοίο;', 'Ναι', 'Όχι'],
      ['この記事は役に立ちましたか？', 'はい', 'いいえ'],
    ])
      expect(read([...poll, BODY])).toEqual([{ sure: poll, all: poll }]);
  });

  it('may be a list of titles or results where nothing votes', () => {
    const lines = ['Which harbour is next?', 'Lund', 'Varde'];
    expect(read(lines)).toEqual([{ sure: [], all: lines }]);
  });

  it('is not a question that somebody answers', () => {
    for (const answer of ['“No.”', 'Nobody did.', BODY])
      expect(read(['Did you hear the bell?', answer, 'Was it loud?', answer])).toEqual([]);
    expect(read(['Did you hear the bell?', 'No'])).toEqual([]);
    expect(read(['She rang the bell;', 'he slept', 'she rowed'])).toEqual([]);
  });
});
