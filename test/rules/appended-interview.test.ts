import { describe, expect, it } from 'vitest';
import { appendedInterview } from '../../src/rules/appended-interview.js';
import { marked, struck, textOf } from './marks.js';

const ARTICLE = [
  'The glaciologists of Kaldur station said on Thursday that the ice below their huts had moved eleven metres since January.',
  'The station stands on a tongue of the glacier, which feeds two rivers, and was built in 1974 on legs that can be lengthened.',
  'The government has set aside 12 million crowns for the move, and a decision on a new site is expected in the month of March.',
];
const HEADING = 'Interview: our editor speaks with Dr. Malcolm Hargreave, Glacier Specialist';
const TURNS = [
  'Editor: Welcome, Dr. Hargreave. What makes these findings so significant?',
  'Dr. Hargreave: Thank you for having me. They are truly pivotal.',
  'Editor: Fascinating. What does it mean for the region?',
  'Dr. Hargreave: Communities should take this as a wake-up call.',
];

describe('a conversation of people whom the article does not know', () => {
  it('goes with its heading', () => {
    expect(struck(appendedInterview, textOf(...ARTICLE, HEADING, ...TURNS))).toEqual([HEADING, ...TURNS]);
  });

  it('is none where three labels take turns under one heading after the other', () => {
    const entry = (name: string): string[] => [
      name,
      `The Editor: ${name} was written up by the desk in spring.`,
      'Dr. Hargreave: Legs that can be lengthened, and a hut on them.',
      'Glacier Specialist: Twelve million crowns, to be paid in March.',
    ];
    const form = ['Kaldur', 'Oldur', 'Nordur'].flatMap(entry).concat(['Sources: the desk.', 'Sources: the huts.']);
    expect(marked(appendedInterview, textOf(...ARTICLE, ...form))).toEqual([]);
  });

  it('goes with the sentence that sums it up', () => {
    const closing = 'This interview has been edited for length and clarity by the desk.';
    expect(struck(appendedInterview, textOf(...ARTICLE, HEADING, ...TURNS, closing))).toEqual([
      HEADING,
      ...TURNS,
      closing,
    ]);
    const other = 'The huts will be moved before the autumn, the station said on Friday evening.';
    expect(struck(appendedInterview, textOf(...ARTICLE, HEADING, ...TURNS, other))).toEqual([HEADING, ...TURNS]);
  });

  it('goes with turns of several paragraphs', () => {
    const turns = [
      TURNS[0] ?? '',
      TURNS[1] ?? '',
      'They highlight how quickly the ice can respond.',
      ...TURNS.slice(2),
    ];
    expect(struck(appendedInterview, textOf(...ARTICLE, ...turns))).toEqual(turns);
  });

  it('goes in other languages', () => {
    const turns = [
      'Редактор: Добро пожаловать. Что это значит?',
      'Доктор Петров: Спасибо. Это важно.',
      'Редактор: Что дальше?',
      'Доктор Петров: Посмотрим.',
    ];
    expect(struck(appendedInterview, textOf(...ARTICLE, ...turns))).toEqual(turns);
  });
});

describe('a conversation that is the article', () => {
  it('introduces its people', () => {
    const intro =
      'Malcolm Hargreave has walked on this ice for thirty years, and he has fallen into it twice, as he told us over a glass of tea.';
    expect(struck(appendedInterview, textOf(...ARTICLE, intro, HEADING, ...TURNS))).toEqual([]);
  });

  it('begins soon', () => {
    expect(struck(appendedInterview, textOf(ARTICLE[0] ?? '', ...TURNS))).toEqual([]);
  });
});

describe('a conversation whose people are called otherwise above it', () => {
  it.each<[string, string, string[]]>([
    [
      'inflected',
      'Мы поговорили с Иваном Петровым, который тридцать лет ходит по этому льду.',
      ['Редактор: Что дальше?', 'Иван Петров: Посмотрим.'],
    ],
    ['in Japanese', '田中太郎市長は本紙のインタビューに応じた。', ['記者：苦労は？', '田中：山ほどありました。']],
    [
      'in Korean',
      '김철수 교수는 삼십 년 동안 이 얼음 위를 걸었다.',
      ['기자: 얼음은요?', '김철수 교수: 녹고 있습니다.'],
    ],
    [
      'by their family name',
      'Malcolm Hargreave’s huts have fallen into the ice twice, as he told us.',
      ['Editor: And now?', 'Hargreave: We wait.'],
    ],
  ])('stays: %s', (_how, intro, turns) => {
    expect(marked(appendedInterview, textOf(...ARTICLE, intro, ...turns, ...turns))).toEqual([]);
  });

  it('goes where they are strangers in those scripts, too', () => {
    const turns = ['編集者：苦労は？', '森田博士：山ほどあります。'];
    expect(struck(appendedInterview, textOf(...ARTICLE, ...turns, ...turns))).toEqual([...turns, ...turns]);
  });
});

describe('questions and answers without names', () => {
  it('stay: that is how interviews are printed', () => {
    const turns = ['Q: Why?', 'A: Because nobody asked.', 'Q: And now?', 'A: We wait.'];
    expect(marked(appendedInterview, textOf(...ARTICLE, ...turns))).toEqual([]);
  });

  it('are weighed where both are called by their parts', () => {
    const turns = ['Interviewer: Why?', 'Expert: Because nobody asked.', 'Interviewer: And now?', 'Expert: We wait.'];
    expect(marked(appendedInterview, textOf(...ARTICLE, ...turns))).toEqual(turns);
    expect(struck(appendedInterview, textOf(...ARTICLE, ...turns))).toEqual([]);
  });
});

describe('what merely looks like turns', () => {
  it('a list of labels', () => {
    const lines = ['Date: 3 May 2031', 'Place: Kaldur', 'Price: 12 crowns', 'Tickets: at the door', 'Doors: 7 p.m.'];
    expect(struck(appendedInterview, textOf(...ARTICLE, ...lines))).toEqual([]);
  });

  it('two turns quoted in a report', () => {
    expect(struck(appendedInterview, textOf(...ARTICLE, ...TURNS.slice(0, 2), ...ARTICLE))).toEqual([]);
  });
});
