import { describe, expect, it } from 'vitest';
import { readAgency, readDateline } from '../../../src/stages/fields/agency.js';
import { TEST_LISTS } from './lists.js';

const BODY = 'The council voted on Monday to close the old bridge for good after a long debate.';

describe('readAgency', () => {
  it.each([
    ['dpa', 'dpa'],
    ['(DHA)', 'DHA'],
    ['Źródło: PAP', 'PAP'],
    ['[서울=뉴시스]', 'Newsis'],
    ['(पीटीआई-भाषा)', 'पीटीआई-भाषा'],
    ['（時報通信）', '時報通信'],
    ['AFP-Yonhap', 'AFP-Yonhap'],
    ['(AP/뉴시스)', 'AP/Newsis'],
    ['INUVIK, Northwest Territories (Northern Press Agency)', 'Northern Press Agency'],
    ['РИА Новости', 'RIA Novosti'],
    ['新华社', 'Xinhua'],
  ])('is the whole of %s', (line, agency) => {
    expect(readAgency(line, TEST_LISTS)).toMatchObject({
      agency,
      where: 'whole',
      span: { start: 0, end: line.length },
    });
    expect(readAgency(line, TEST_LISTS)?.certainty).toBeGreaterThanOrEqual(0.7);
  });

  it.each([
    ['(Yonhap)', 'Yonhap'],
    ['(DHA)', 'DHA'],
    ['(with inputs from PTI)', 'PTI'],
    ['AFP', 'AFP'],
    ['— Reuters', 'Reuters'],
    ['/ТАСС/', 'TASS'],
  ])('ends a paragraph: %s', (tag, agency) => {
    expect(readAgency(`${BODY} ${tag}`, TEST_LISTS)).toMatchObject({
      agency,
      where: 'end',
      span: { start: BODY.length + 1, end: BODY.length + 1 + tag.length },
    });
  });

  it.each([
    ['(MENAFN) ', 'MENAFN'],
    ['MOSCOW (AP) — ', 'AP'],
    ['LONDON, Nov 4 (Reuters) - ', 'Reuters'],
    ['Berlin (dpa) - ', 'dpa'],
    ['МОСКВА, 4 ноября. /ТАСС/. ', 'TASS'],
    ['(서울=연합뉴스) ', 'Yonhap'],
    ['新华社北京11月4日电 ', 'Xinhua'],
    ['【ソウル時事】', 'Jiji'],
  ])('begins a paragraph: %s', (tag, agency) => {
    expect(readAgency(tag + BODY, TEST_LISTS)).toMatchObject({
      agency,
      where: 'start',
      span: { start: 0, end: tag.length },
    });
  });

  it('takes an unknown abbreviation in a dateline for an agency, but not for sure', () => {
    expect(readAgency(`CATBAL, Philippines (PW) — ${BODY}`, TEST_LISTS)).toMatchObject({
      agency: 'PW',
      certainty: 0.4,
    });
  });

  it('takes a source that is no known agency as written, but not for sure', () => {
    expect(readAgency('来源：江湾晚报', TEST_LISTS)).toMatchObject({ agency: '江湾晚报', certainty: 0.4 });
  });

  it.each([
    BODY,
    'A flat in Harrisburg (PA)',
    'Ask the spa.',
    'The Environmental Protection Agency (EPA) estimates that the lake will take ten years to clear.',
    'It happened (they say) again.',
    'ap',
    'uni',
    '()',
    '',
  ])('is not in: %s', (line) => {
    expect(readAgency(line, TEST_LISTS)?.certainty ?? 0).toBeLessThan(0.5);
  });
});

describe('readDateline', () => {
  it.each([
    ['CATBALOGAN, Philippines — ', 'CATBALOGAN, Philippines', 0.8],
    ['PUTRAJAYA, Nov 22 — ', 'PUTRAJAYA', 0.8],
    ['CASTELMERLO. ', 'CASTELMERLO', 0.7],
    ['SINGAPORE – ', 'SINGAPORE', 0.8],
    ['Sampang - ', 'Sampang', 0.45],
  ])('%s', (tag, place, certainty) => {
    const dateline = readDateline(tag + BODY);
    expect(dateline).toMatchObject({ place, agency: null, span: { start: 0, end: tag.length } });
    expect(dateline?.certainty).toBeGreaterThanOrEqual(certainty - 0.001);
  });

  it('reads a place with its agency', () => {
    expect(
      readDateline('नई दिल्ली, 4 नवंबर (पीटीआई) दिल्ली में सोमवार को मौसम साफ रहा और धूप खिली।', TEST_LISTS),
    ).toMatchObject({
      place: 'नई दिल्ली',
      agency: 'PTI',
    });
    expect(readDateline(`[도쿄=뉴시스] ${BODY}`, TEST_LISTS)).toMatchObject({ place: '도쿄', agency: 'Newsis' });
  });

  it.each([
    'Monday – the council voted to close the old bridge for good after a debate.',
    'DISCLAIMER: The information provided here is of a general nature and no advice.',
    'MARTINEZ: It is hard to say how the council will vote on the bridge this week.',
    'CLOTHING FOR THE TRIP – The clothing you pack will change slightly with the season.',
    'The bridge – closed since May – will be torn down, the council decided on Monday.',
    'BREAKING – The council has voted to close the old bridge for good after a debate.',
    'A line',
    '',
  ])('is not in: %s', (line) => {
    expect(readDateline(line)?.certainty ?? 0).toBeLessThan(0.5);
  });
});
