import { describe, expect, it } from 'vitest';
import { generatedTail } from '../../src/rules/generated-tail.js';
import { marked, marksOf, struck, textOf } from './marks.js';

const ARTICLE = [
  'The town of Oberlauch will switch off every second street lamp from October, the council decided on Tuesday evening.',
  'The lamps at crossings and schools stay on, and so does the one at the old cemetery, where the night nurses wait for the bus.',
  'The town expects to save 86,000 crowns a year; the mayor said that it would look at the number of accidents after the winter.',
];
const HEADING = 'Frequently asked questions';
const ECHO = [
  'What did the council of Oberlauch decide?',
  'The council decided that every second street lamp will be switched off from October.',
  'Which lamps stay on?',
  'The lamps at crossings, at schools and at the old cemetery stay on.',
];
const NEWS = [
  'May I paint my own lamp?',
  'Yes, but only green, and with permission of the monument office, which sits on Mondays.',
  'Who pays for broken ankles?',
  'Your insurance, probably.',
];

const levels = (...lines: string[]): (string | undefined)[] => [
  ...new Set(marksOf(generatedTail, textOf(...lines)).map((mark) => mark.feature)),
];
const levelOf = (...lines: string[]): number => Number(levels(...ARTICLE, HEADING, ...lines)[0]?.split(':')[1] ?? -1);

describe('a section under a telling heading', () => {
  it('is marked to its end, and weighed', () => {
    expect(marked(generatedTail, textOf(...ARTICLE, HEADING, ...ECHO))).toEqual([HEADING, ...ECHO]);
    expect(struck(generatedTail, textOf(...ARTICLE, HEADING, ...ECHO))).toEqual([]);
  });

  it('weighs more the more it says what was said', () => {
    expect(levelOf(...ECHO)).toBeGreaterThan(levelOf(...NEWS));
    expect(levelOf(...NEWS)).toBe(0);
  });

  it('ends where the furniture begins', () => {
    expect(marked(generatedTail, textOf(...ARTICLE, HEADING, ...ECHO, 'Leave a comment', 'Very interesting!'))).toEqual(
      [HEADING, ...ECHO],
    );
  });

  it('goes for sure where its author gives himself away', () => {
    const told = 'I hope this information was helpful!';
    const text = [...ARTICLE, HEADING, ...ECHO, told];
    expect(struck(generatedTail, textOf(...text))).toEqual([HEADING, ...ECHO, told]);
  });
});

describe('the same heading', () => {
  it('above the article says nothing', () => {
    expect(marked(generatedTail, textOf(HEADING, ...ARTICLE))).toEqual([]);
  });

  it('behind too little says nothing', () => {
    expect(marked(generatedTail, textOf(ARTICLE[0] ?? '', HEADING, ...ECHO))).toEqual([]);
  });

  it('within a sentence says nothing', () => {
    expect(
      marked(
        generatedTail,
        textOf(...ARTICLE, 'The mayor answered frequently asked questions about lamps until midnight.', ...ECHO),
      ),
    ).toEqual([]);
  });
});
