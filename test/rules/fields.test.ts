import { describe, expect, it } from 'vitest';
import { fields } from '../../src/rules/fields.js';
import { contextWith, marksOf, textOf } from './marks.js';

const BODY =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';

/** What the line is taken for, above the text. */
const featuresOf = (line: string, language = 'en'): (string | undefined)[] =>
  marksOf(fields, textOf(line, BODY), { ...contextWith(), language }).map((mark) => mark.feature);

describe('a line of its own', () => {
  it.each([
    ['By Ida Brannigan', 'byline:sure'],
    ['3 May 2031, 17:45', 'date:sure'],
    ['Published: 3 May 2031', 'date:sure'],
    ['14 января 2031, 11:20', 'date:sure'],
    // It is a date, whichever figure is the month.
    ['03/05/2031', 'date:sure'],
    ['Published on: 03/05/2031 - 10:22Modified: 03/05/2031 - 14:05', 'date:sure'],
    ['(AP)', 'credit:sure'],
    ['Photo: Dilys Marrow / Harbour Pictures', 'credit:sure'],
    ['Editor: Ida Brannigan', 'byline:likely'],
    ['（责任编辑：闻一舟）', 'byline:sure'],
  ])('%s', (line, feature) => {
    expect(featuresOf(line)).toContain(feature);
  });

  it('is read by the words of the page’s language', () => {
    expect(featuresOf('Von Annegret Lüdke', 'de')).toEqual(['byline:sure']);
    expect(featuresOf('Von Annegret Lüdke', 'en')).toEqual(['byline:weak']);
  });

  it('is a caption where a credit ends it', () => {
    expect(featuresOf('The harbour board on its way to the meeting. Photo: Dilys Marrow')).toEqual([
      expect.stringMatching(/^caption:/),
    ]);
  });

  it.each([
    BODY,
    'By the time the board met, the price of tar had doubled.',
    'Tar doubles in price',
    'Photo albums are out of fashion, say those who used to sell them.',
  ])('is no field: %s', (line) => {
    expect(featuresOf(line).filter((feature) => feature?.endsWith(':sure'))).toEqual([]);
  });
});

describe('a date by itself', () => {
  const sureOf = (...lines: string[]): boolean[] => marksOf(fields, textOf(...lines)).map((mark) => mark.sure === true);

  it('is the article’s above the text', () => {
    expect(sureOf('3 May 2031', BODY)).toEqual([true]);
  });

  it('may be a heading of a chronicle within it', () => {
    expect(sureOf(BODY, '3 May 2031', BODY)).toEqual([false]);
  });
});

it('signs with the field it found', () => {
  expect(marksOf(fields, textOf('By Ida Brannigan', BODY))).toMatchObject([
    { rule: 'fields:byline', claim: 'role', role: 'byline' },
  ]);
});
