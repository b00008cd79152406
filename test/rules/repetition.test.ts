import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { repetition } from '../../src/rules/repetition.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { marked, marksOf, struck, textOf } from './marks.js';

const TITLE = 'Windless windmill puzzles Tarnhill';
const BODY = [
  'The windmill of Tarnhill turned on Monday without any wind, to the surprise of the man who was painting it.',
  'Police believe that students had fitted a bicycle chain and eleven dynamos to the main shaft during the night.',
  'The mill belongs to a trust, which said that it would not press charges if the chain were returned by Friday.',
  'The sails were last repaired in 2019, and a collection for new ones stands at 4,100 marks, a tenth of the cost.',
] as const;

describe('a body pasted twice', () => {
  it('goes the second time', () => {
    expect(struck(repetition, textOf(...BODY, ...BODY))).toEqual([...BODY]);
  });

  it('goes in part, where only a part is there again', () => {
    expect(struck(repetition, textOf(...BODY, BODY[1], BODY[2]))).toEqual([BODY[1], BODY[2]]);
  });

  it('goes in any order', () => {
    expect(struck(repetition, textOf(...BODY, BODY[3], BODY[0], BODY[2], BODY[1]))).toEqual([
      BODY[3],
      BODY[0],
      BODY[2],
      BODY[1],
    ]);
  });

  it('goes with small differences', () => {
    const edited = [
      BODY[1].replace('Police believe', 'The police think'),
      BODY[2].replace('belongs to', 'is owned by'),
    ];
    expect(struck(repetition, textOf(...BODY, ...edited))).toEqual(edited);
  });

  it('stays where it names or counts something else: entries of a list are worded alike', () => {
    const first =
      'The Saturday ferry to Oakford leaves the lower quay at ten past seven in the morning, fare two crowns.';
    const other = first.replace('Oakford', 'Tollbridge');
    const dearer =
      'On week days the ferry leaves the quay at 7 and comes back at 9, and the fare is 3 crowns for all who cross.';
    expect(struck(repetition, textOf(...BODY, first, dearer, other, dearer.replace('3', '4')))).toEqual([]);
    expect(struck(repetition, textOf(...BODY, first, first.replace('leaves', 'departs')))).toHaveLength(1);
  });

  it('stays to be weighed where entries of a plan say the same again and again', () => {
    const [warm, row] = [
      'Warm up for ten minutes in the shallow water behind the weir, then stretch both arms on the landing stage.',
      'Row three times to the second bridge at a speed at which you can just about talk, and rest between.',
    ];
    const plan = ['Monday', warm, 'Six easy miles.', 'Tuesday', row, 'Wednesday', 'Rest, and mend the oars.'];
    const page = textOf(...BODY, ...plan, 'Thursday', warm, 'No wind.', 'Friday', row, 'Saturday', warm, 'A race.');
    expect(struck(repetition, page)).toEqual([]);
    expect(marked(repetition, page)).toEqual([warm, row, warm]);
  });

  it('stays to be weighed where one paragraph far below says the same in other words', () => {
    const later = BODY[1].replace('Police believe', 'The police now think').replace('eleven', 'twelve or so');
    const text = [...BODY, 'How it was done', 'First the chain', later, 'Then the dynamos'];
    expect(struck(repetition, textOf(...text))).toEqual([]);
    expect(struck(repetition, textOf(...text.map((line) => (line === later ? BODY[1] : line))))).toEqual([BODY[1]]);
  });

  it('goes with such differences where what stands around it goes, too', () => {
    const edited = [BODY[0], BODY[1].replace('Police', 'Detectives'), ...BODY.slice(2)];
    expect(struck(repetition, textOf(...BODY, ...edited))).toEqual(edited);
  });

  it('goes with its headline and its short lines', () => {
    const copy = [TITLE, BODY[0], 'A chain is missing', ...BODY.slice(1)];
    expect(struck(repetition, textOf(...copy, ...copy))).toEqual(copy);
  });

  it('keeps what stands only in the later copy', () => {
    const update =
      'On Thursday the chain was found in the library, wrapped in a letter of apology with eleven signatures.';
    expect(struck(repetition, textOf(...BODY, ...BODY.slice(0, 2), update, ...BODY.slice(2)))).toEqual([...BODY]);
  });

  it('keeps a paragraph that takes up words of an earlier one', () => {
    const other =
      'Police believe now that nobody had fitted anything, and that the mill turned because of the tide in the race below.';
    expect(marked(repetition, textOf(...BODY, other))).toEqual([]);
  });

  it('goes in scripts without spaces', () => {
    const lines = [
      '停摆三十年的老钟楼17日正午重新敲响，广场上聚集了上千名居民。',
      '市长说，建新桥的钱还没有着落，但是大家都希望能在明年春天开工。',
    ];
    expect(struck(repetition, textOf(...lines, ...lines))).toEqual(lines);
  });

  it('says what it repeats', () => {
    expect(marksOf(repetition, textOf(...BODY, BODY[0]))).toMatchObject([
      { reason: 'duplicate', evidence: `repeats: ${BODY[0].slice(0, 80)}` },
    ]);
  });
});

describe('lines that stand twice', () => {
  it('go above the text: a headline, a standfirst', () => {
    expect(struck(repetition, textOf(TITLE, 'By Ida Brannigan', TITLE, ...BODY))).toEqual([TITLE]);
  });

  it('are weighed below it: a caption', () => {
    const caption = 'The windmill of Tarnhill, seen from the road';
    const page = textOf(...BODY.slice(0, 2), caption, BODY[2], caption, BODY[3]);
    expect(marked(repetition, page)).toEqual([caption]);
    expect(struck(repetition, page)).toEqual([]);
  });

  it('stay where they are short and stand alone', () => {
    expect(marked(repetition, textOf('No comment.', ...BODY, 'No comment.', 'That was all.'))).toEqual([]);
  });
});

describe('verse and formulas', () => {
  it('keep their refrains', () => {
    const refrain = 'And the ferry lies beside the wall';
    const song = [
      'Nobody came and nobody went',
      refrain,
      'The letter they wrote was never sent',
      refrain,
      'The money they had was quickly spent',
      refrain,
    ];
    expect(struck(repetition, textOf(...BODY, ...song))).toEqual([]);
  });

  it('keep their litanies', () => {
    const litany = Array.from({ length: 6 }, (_, i) => [
      `We are owed ${['bread', 'tar', 'rope', 'paint', 'sleep', 'rain'][i] ?? ''}, and we will wait for it`,
      'We will wait for it all night',
    ]).flat();
    expect(struck(repetition, textOf(...BODY, ...litany))).toEqual([]);
  });

  it('keep the questions and answers of an interview', () => {
    const turns = ['Why?', 'Because nobody asked me.', 'Why?', 'You would have to ask them.', 'Why?'];
    expect(struck(repetition, textOf(...BODY, ...turns))).toEqual([]);
  });
});

describe('a page', () => {
  it('keeps the visible copy of what also stands there hidden', () => {
    const paragraphs = BODY.map((text) => `<p>${text}</p>`).join('');
    const page = parseHtml(
      `<html><body><div style="display:none">${paragraphs}</div><article>${paragraphs}</article></body></html>`,
      DEFAULT_OPTIONS,
    );
    const visible = new Set(
      page.blocks.filter((block) => block.markup?.visible !== false).map((block) => block.span.start),
    );
    expect(visible.size).toBe(BODY.length);
    expect(marksOf(repetition, page).filter((mark) => visible.has(mark.span.start))).toEqual([]);
  });
});

it('keeps the pace on a page of the same line', () => {
  const page = textOf(...Array.from({ length: 5_000 }, () => BODY[0]));
  expect(struck(repetition, page)).toHaveLength(4_999);
});
