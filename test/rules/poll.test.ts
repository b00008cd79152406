import { expect, it } from 'vitest';
import { poll } from '../../src/rules/poll.js';
import { parseText } from '../../src/stages/parse-text.js';

it('strikes the question with its answers, and nothing behind them', () => {
  const lines = [
    'The ferry has no bell.',
    'Should it get one?',
    'Yes',
    'No, never',
    'Vote',
    'Weather',
    'The pilot laughed.',
  ];
  const page = parseText(lines.join('\n'));
  const marks = [...poll.mark(page, { source: 'local', url: null, fetchedAt: null, profiles: [], language: 'en' })];
  expect(marks.map(({ span }) => page.text.slice(span.start, span.end))).toEqual(lines.slice(1, 5));
  expect(marks[0]).toMatchObject({
    claim: 'drop',
    reason: 'ui',
    sure: true,
    evidence: 'answers to "Should it get one?"',
  });
});
