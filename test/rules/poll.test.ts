import { describe, expect, it } from 'vitest';
import { poll } from '../../src/rules/poll.js';
import { parseText } from '../../src/stages/parse-text.js';

const marked = (lines: readonly string[]) => {
  const page = parseText(lines.join('\n'));
  const marks = [...poll.mark(page, { source: 'local', url: null, fetchedAt: null, profiles: [], language: 'en' })];
  return { marks, texts: marks.map(({ span }) => page.text.slice(span.start, span.end)) };
};

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
  const { marks, texts } = marked(lines);
  expect(texts).toEqual(lines.slice(1, 5));
  expect(marks[0]).toMatchObject({
    claim: 'drop',
    reason: 'ui',
    sure: true,
    evidence: 'answers to "Should it get one?"',
  });
});

describe('how far a poll reaches', () => {
  it('ends at its last share of the votes: no time of day and no number of comments is one', () => {
    const lines = ['Poll: which name for the ferry?', 'Heron 62 %', 'Gull 38 %', 'Weather', '01:05', 'Comments (12)'];
    expect(marked(lines).texts).toEqual(lines.slice(0, 3));
  });

  it('has sentences for answers where a button to vote is below them', () => {
    const lines = [
      'Do you wave at ferries?',
      'Yes, at each.',
      'No, never.',
      'I am on it.',
      'Vote',
      'The pilot laughed.',
    ];
    expect(marked(lines).texts).toEqual(lines.slice(0, 5));
    expect(marked(lines.filter((line) => line !== 'Vote')).texts).toEqual([]);
  });

  it('does not take one line for "yes" and "no" at once', () => {
    expect(marked(['Kush vjen?', 'Jo', 'Bora']).texts).toEqual([]);
  });

  it('is no interview with a button to vote below it', () => {
    const lines = [
      'Courier: Do you work full-time?',
      'Quist: Yes.',
      'Courier: And if you win?',
      'Quist: Less.',
      'Vote now',
    ];
    expect(marked(lines).texts).toEqual([]);
  });
});
