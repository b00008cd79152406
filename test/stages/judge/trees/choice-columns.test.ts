import { describe, expect, it } from 'vitest';
import { putChoices } from '../../../../src/stages/judge/trees/choice-columns.js';
import { Columns } from '../../../../src/stages/judge/trees/columns.js';
import { parseText } from '../../../../src/stages/parse-text.js';

function columnsOf(lines: readonly string[]): Columns {
  const page = parseText(lines.join('\n\n'));
  const columns = new Columns(lines.length);
  putChoices(columns, page);
  return columns;
}

const BODY = 'The ferry has had no bell since the spring, and the pilot says that he does not miss it.';

describe('a question and what can be clicked below it', () => {
  it('is the question, then each answer, up to the first sentence', () => {
    const columns = columnsOf([BODY, 'Should the ferry get a bell?', 'Yes', 'No', 'A horn 12 %', BODY]);
    expect([...columns.get('choiceAt')]).toEqual([0, 1, 2, 3, 4, 0]);
    expect([...columns.get('choices')]).toEqual([0, 3, 3, 3, 3, 0]);
    expect([...columns.get('choiceCounted')]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is not a question that somebody answers', () => {
    for (const answer of ['“No.”', 'Nobody did.', BODY])
      expect(Math.max(...columnsOf(['Did you hear the bell?', answer, 'Was it loud?', answer]).get('choiceAt'))).toBe(
        0,
      );
    expect(Math.max(...columnsOf(['Did you hear the bell?', 'No']).get('choiceAt'))).toBe(0);
    expect(Math.max(...columnsOf(['She rang the bell;', 'he slept', 'she rowed']).get('choiceAt'))).toBe(0);
  });
});
