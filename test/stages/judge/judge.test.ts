import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/rules/index.js';
import { judge } from '../../../src/stages/judge/judge.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { parseText } from '../../../src/stages/parse-text.js';

const TITLE = 'Harbour board quarrels over the price of tar';
const BYLINE = 'by times news cr';
const BODY =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring, and about the ferryman, whom nobody had asked.';

/** Decision and role of each line, where the model would keep all of them. */
const verdicts = (...lines: string[]): string[] =>
  named(
    lines,
    lines.map(() => 0),
  );

/** The same, where the model gives the lines these chances to be a byline; the first is the headline. */
function named(lines: readonly string[], bylines: readonly number[]): string[] {
  const page = parseText(lines.join('\n\n'));
  const observation = observe(page, RULES, { source: 'local', url: null, fetchedAt: null, profiles: [] });
  const all = lines.map(() => true);
  return judge(observation, {
    article: lines.map(() => 0.9),
    kept: all,
    titles: lines.map((_, i) => (i === 0 ? 0.9 : 0)),
    bylines,
    why: () => null,
  }).map(({ decision, role }) => `${decision} ${role ?? ''}`.trim());
}

describe('a likely byline that the model would keep', () => {
  it('is moved where it stands between headline and body', () => {
    expect(verdicts(TITLE, BYLINE, BODY)).toEqual(['move headline', 'move byline', 'keep paragraph']);
  });

  it('is moved where a name by itself signs the text', () => {
    const body = [
      '한보람은 ',
      '어제 아침 항구의 종이 멈췄고 사람들은 하루 종일 그 까닭을 물었다. '.repeat(4).trim(),
    ].join('');
    expect(verdicts(TITLE, BYLINE, BODY, body, '서이든').at(-1)).toBe('move byline');
    expect(verdicts(TITLE, BYLINE, BODY, '부른 이름은 다음과 같다', '서이든').at(-1)).toMatch(/^keep/);
    expect(verdicts(TITLE, BYLINE, BODY, body, '서이든', '한보람').at(-2)).toMatch(/^keep/);
  });

  it('is moved where a date stands below the name, under a standfirst', () => {
    const standfirst = BODY.replace('Tuesday', 'Friday').replace('midnight', 'dawn');
    const signed = ['Ada Quist', '3 May 2031, 17:45'];
    expect(verdicts(TITLE, standfirst, ...signed, BODY).at(2)).toBe('move byline');
    expect(verdicts(TITLE, standfirst, BODY, ...signed, BODY).at(3)).toMatch(/^keep/);
  });

  it('is moved anywhere, where the model takes a name for a byline', () => {
    const lines = [TITLE, BODY, 'Ada Quist', BODY.replace('Tuesday', 'Friday')];
    expect(named(lines, [0, 0, 0.5, 0]).at(2)).toBe('move byline');
    expect(named(lines, [0, 0, 0.2, 0]).at(2)).toMatch(/^keep/);
    // What does not read like names is none, be the model as sure as it likes.
    expect(named([TITLE, BODY, 'Nobody asked him.', BODY], [0, 0, 0.9, 0]).at(2)).toMatch(/^keep/);
  });

  it('is none beside a line that is far likelier', () => {
    const lines = [TITLE, BODY, 'Ada Quist', 'Order Prints', BODY.replace('Tuesday', 'Friday')];
    expect(named(lines, [0, 0, 0.9, 0.5, 0]).slice(2, 4)).toEqual(['move byline', 'keep heading']);
    expect(named(lines, [0, 0, 0.9, 0.7, 0]).slice(2, 4)).toEqual(['move byline', 'move byline']);
  });

  it('stays text below the body', () => {
    expect(verdicts(TITLE, BODY, BYLINE, BODY.replace('Tuesday', 'Friday')).at(2)).toMatch(/^keep/);
  });
});
