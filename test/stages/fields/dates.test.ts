import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datePartsShare, dayFirstFor, findDates, isAfter, toDateValue } from '../../../src/stages/fields/dates.js';
import { allMonthNames } from '../../../src/stages/fields/months.js';

const values = (line: string, dayFirst?: boolean | null): string[] =>
  findDates(line, { dayFirst }).map((date) => date.value);

describe('findDates', () => {
  it.each([
    // ISO and its relatives
    ['2024-11-04', '2024-11-04'],
    ['2024-11-04 18:35', '2024-11-04T18:35'],
    ['2024-11-04T18:35:07+09:00', '2024-11-04T18:35:07+09:00'],
    ['2024-11-04T18:35:07.250Z', '2024-11-04T18:35:07Z'],
    ['2024-11-04T18:35-0500', '2024-11-04T18:35-05:00'],
    ['２０２４年１１月４日 １８:３５', '2024-11-04T18:35'],
    // year first
    ['2024. 11. 4. 18:35', '2024-11-04T18:35'],
    ['2024.11.02', '2024-11-02'],
    ['입력 2024.11.02 오후 6:35', '2024-11-02T18:35'],
    ['기사입력 2024-11-02 PM 6:35', '2024-11-02T18:35'],
    ['2024年11月2日 16時40分', '2024-11-02T16:40'],
    ['2024年11月2日（土）午後4時40分', '2024-11-02T16:40'],
    ['2024年11月2日 午前0時5分', '2024-11-02T00:05'],
    ['2024年11月02日08:15', '2024-11-02T08:15'],
    ['2024년 11월 4일 월요일 오전 9시 5분', '2024-11-04T09:05'],
    ['2024년 11월 4일자 신문', '2024-11-04'],
    ['令和6年11月2日', '2024-11-02'],
    ['令和元年5月1日', '2019-05-01'],
    ['中華民國113年11月2日', '2024-11-02'],
    ['2024. november 4. 9:15', '2024-11-04T09:15'],
    ['2024 m. lapkričio 4 d. 10:11', '2024-11-04T10:11'],
    ['2024. gada 4. novembrī', '2024-11-04'],
    ['2024 оны 11 сарын 4', null],
    ['2024 оны 11 сарын 4-ний өдөр', '2024-11-04'],
    ['2024 оны 11-р сарын 4-нд', '2024-11-04'],
    ['2024 оны 11 дүгээр сарын 4-ний өдөр, 18:35', '2024-11-04T18:35'],
    ['2024 оны арван нэгдүгээр сарын 4-ний өдөр', '2024-11-04'],
    ['2024 оны нэгдүгээр сарын 4', '2024-01-04'],
    ['2024 оны 13-р сарын 4-нд', null],
    // named months, day first
    ['2 листопада 2024', '2024-11-02'],
    ['2 сьнежня 2024, 18:35', '2024-12-02T18:35'],
    ['ኖቬምበር 4, 2024', '2024-11-04'],
    ['ኖቬምበር 4 ቀን 2024', '2024-11-04'],
    ['ኖቬምበር 4፣ 2024', '2024-11-04'],
    ['4 ኖቬምበር 2024', '2024-11-04'],
    ['መጋቢት 12፣ 2016', null],
    ['4 ноября 2024 г. в 18:35', '2024-11-04T18:35'],
    ['27 września 2024, 12:44', '2024-09-27T12:44'],
    ['4. listopadu 2024 v 9:05', '2024-11-04T09:05'],
    ['4 listopada 2024', '2024-11-04'],
    ['4. listopada 2024.', '2024-10-04'],
    ['8 octombrie 2024, ora 13:20', '2024-10-08T13:20'],
    ['17th February 2023', '2023-02-17'],
    ['17th of February, 2023', '2023-02-17'],
    ['12:44, 19 FEB 2024', '2024-02-19T12:44'],
    ['Thu 6 Feb 2025 09.30 GMT', '2025-02-06T09:30Z'],
    ['25 octubre, 2021', '2021-10-25'],
    ['4 de noviembre de 2024 a las 7:05 de la tarde', '2024-11-04T19:05'],
    ['30 Jul 2023, 07:26 PM IST', '2023-07-30T19:26'],
    ['1er août 2024 à 14h52', '2024-08-01T14:52'],
    ['18 juil. 2024 à 08:01', '2024-07-18T08:01'],
    ['11 februari 2025, 14:12', '2025-02-11T14:12'],
    ['Publisert torsdag 09. mai 2024 - 13:26', '2024-05-09T13:26'],
    ['lördag 2 november 2024 kl. 13.05', '2024-11-02T13:05'],
    ['2. marraskuuta 2024 klo 6.00', '2024-11-02T06:00'],
    ['5 Oktober 2023 | 08:12 WIB', '2023-10-05T08:12'],
    ['2 Νοεμβρίου 2024 στις 9:48 π.μ.', '2024-11-02T09:48'],
    ['07 Mayıs 2024 - 10:52', '2024-05-07T10:52'],
    ['4 בנובמבר 2024', '2024-11-04'],
    ['السبت 09 نوفمبر 2024 - 10:15 ص', '2024-11-09T10:15'],
    ['٩ تشرين الثاني ٢٠٢٤ - ٧:١٥ م', '2024-11-09T19:15'],
    ['4 نوفمبر/تشرين الثاني 2024', '2024-11-04'],
    ['15 كانون الثاني 2024', '2024-01-15'],
    ['۱۵ آذر ۱۴۰۲ - ۱۱:۰۳', '2023-12-06T11:03'],
    ['۱۴۰۳/۱۲/۳۰', '2025-03-20'],
    ['۱ فروردین ۱۴۰۳', '2024-03-20'],
    ['۴ نوامبر ۲۰۲۴', '2024-11-04'],
    ['4 نومبر 2024', '2024-11-04'],
    ['11 มี.ค. 2567 เวลา 07:30 น.', '2024-03-11T07:30'],
    ['11 มีนาคม พ.ศ. 2567', '2024-03-11'],
    ['21 พ.ค. 2567', '2024-05-21'],
    ['11/03/2567', '2024-03-11'],
    ['४ नवंबर २०२४, शाम 6:35 बजे', '2024-11-04T18:35'],
    ['১৩ নভেম্বর ২০২৪, রাত ১০:১৫', '2024-11-13'],
    ['১৩ নভেম্বর ২০২৪, ১৯:১৫', '2024-11-13T19:15'],
    ['2 tháng 11, 2024', '2024-11-02'],
    ['ngày 2 tháng 11 năm 2024 lúc 10:00', '2024-11-02T10:00'],
    // named months, month first
    ['Nov. 1, 2024 3:04 PM ET', '2024-11-01T15:04'],
    ['Nov. 1, 2024 12:04 a.m.', '2024-11-01T00:04'],
    ['PUBLISHED ON Sun, June 8, 2025 - 5:00 AM', '2025-06-08T05:00'],
    ['Published: Mar. 11, 2025 at 5:42 PM AKDT', '2025-03-11T17:42'],
    ['11:48, Thu, Jul 18, 2024', '2024-07-18T11:48'],
    ['11:00 AM PDT • May 16, 2024', '2024-05-16T11:00'],
    ['12:20pm Jan 7, 2024', '2024-01-07T12:20'],
    ['June 30, 2026 - 4.34pm', '2026-06-30T16:34'],
    ['Mayıs 07, 2024 10:52', '2024-05-07T10:52'],
    ['Mon Nov 04 2024 09:35:00 GMT+0900 (KST)', '2024-11-04T09:35:00+09:00'],
    ['Mon Nov  4 09:35:00 UTC 2024', '2024-11-04T09:35:00Z'],
    // figures
    ['12.08.2023, 05:00 Uhr', '2023-08-12T05:00'],
    ['28. 4. 2023, 18:41 Uhr', '2023-04-28T18:41'],
    ['9.1.2025 6:00', '2025-01-09T06:00'],
    ['28.04.2023 um 20.15 Uhr', '2023-04-28T20:15'],
    ['25/03/2024 a las 11:22h.', '2024-03-25T11:22'],
    ['03/25/2024', '2024-03-25'],
    ['5/5/2024', '2024-05-05'],
    ['Tobias Mustermann24.04.2024, 19:35 Uhr', '2024-04-24T19:35'],
    ['Thứ bảy, 22/11/2024, 10:00 (GMT+7)', '2024-11-22T10:00+07:00'],
  ])('%s', (line, value) => {
    expect(values(line)).toEqual(value === null ? [] : [value]);
  });

  it('reads both dates of a line, each with its own time', () => {
    expect(values('Publié le 30 août 2023 à 14h52, modifié le 31 août 2023 à 15h54')).toEqual([
      '2023-08-30T14:52',
      '2023-08-31T15:54',
    ]);
    expect(values('12:43, 20 Apr 2026Updated 12:44, 21 Apr 2026')).toEqual(['2026-04-20T12:43', '2026-04-21T12:44']);
    expect(values('15 oct 2024 - 08:22Actualizado: 16 oct 2024 - 17:38CEST')).toEqual([
      '2024-10-15T08:22',
      '2024-10-16T17:38',
    ]);
  });

  it('says where the date stands', () => {
    const [date] = findDates('Kwak Hee-yang 2024. 11. 4. 18:35');
    expect(date).toEqual({
      start: 14,
      end: 32,
      value: '2024-11-04T18:35',
      precision: 'minute',
      raw: '2024. 11. 4. 18:35',
    });
  });

  it('guesses no order of day and month', () => {
    expect(values('05/03/2024')).toEqual([]);
    expect(values('05/03/2024', true)).toEqual(['2024-03-05']);
    expect(values('05/03/2024', false)).toEqual(['2024-05-03']);
    expect(values('02/06/2025 18h40', true)).toEqual(['2025-06-02T18:40']);
    expect(values('17.06.25', true)).toEqual(['2025-06-17']);
    expect(values('17.06.25')).toEqual([]);
  });

  it.each([
    ['31 February 2024', 'no such day'],
    ['2023-02-29', 'no leap year'],
    ['2024-13-01', 'no such month'],
    ['30 اسفند ۱۴۰۲', 'solar 1402 is no leap year'],
    ['14 лютого, 09:12', 'no year'],
    ['May 1899 and 4 May 1899', 'before 1900'],
    ['version 1.2.2024.5', 'a chain of numbers'],
    ['192.168.10.2024', 'a chain of numbers'],
    ['2–4 November 2024', 'a span of days'],
    ['https://example.org/2024/11/04/story', 'an address'],
    ['since 2019. November 4 was a Monday', 'two sentences'],
    ['1730712900', 'seconds'],
    ['The vote was 11.12 to 24', 'no date'],
  ])('finds nothing in %s (%s)', (line) => {
    expect(values(line)).toEqual([]);
  });

  it('takes no price and no vague hour for a time', () => {
    expect(values('4.11.2024, 12.50 Euro')).toEqual(['2024-11-04']);
    expect(values('4 Nov 2024, 25:10')).toEqual(['2024-11-04']);
  });

  it('reads the long name of every month in every language', () => {
    for (const { name, month } of allMonthNames()) {
      const day = name === 'listopada' ? '5' : '05';
      const expected = `2024-${String(month).padStart(2, '0')}-05`;
      expect(values(`${day} ${name} 2024`), name).toEqual([expected]);
    }
  });

  it('knows no name that means two months', () => {
    const seen = new Map<string, number>();
    for (const { name, month } of allMonthNames()) {
      expect(seen.get(name) ?? month, name).toBe(month);
      seen.set(name, month);
    }
  });

  it('gives spans inside the line, in order, whatever the line', () => {
    const piece = fc.constantFrom(
      '2024',
      '11',
      '4',
      '.',
      '/',
      '-',
      ':',
      ' ',
      'Nov',
      'PM',
      '年',
      '月',
      '日',
      'ม.ค.',
      'tháng',
      '民國',
      '(',
      '+',
      'Z',
      '𝔘',
      '۱۵',
      'آذر',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (line) => {
          let last = 0;
          for (const date of findDates(line, { dayFirst: true })) {
            expect(date.start).toBeGreaterThanOrEqual(last);
            expect(date.end).toBeGreaterThan(date.start);
            expect(date.raw).toBe(line.slice(date.start, date.end));
            expect(date.value).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/);
            last = date.end;
          }
        },
      ),
    );
  });

  it('takes time linear in the line', () => {
    const time = (line: string): number => {
      const start = performance.now();
      findDates(line);
      return performance.now() - start;
    };
    time('1. ');
    expect(time('10:10 - '.repeat(20_000) + '1.1.'.repeat(20_000))).toBeLessThan(5_000);
  });
});

describe('dayFirstFor', () => {
  it.each([
    ['es', null, true],
    ['en', 'https://news.example.co.uk/a', true],
    ['en', 'https://news.example.com/a', null],
    ['en-US', null, false],
    ['en', 'https://www.army.mil/x', false],
    ['ko', 'https://news.example.kr', null],
    ['und', null, null],
  ])('%s at %s: %s', (language, url, order) => {
    expect(dayFirstFor(language, url)).toBe(order);
  });
});

describe('toDateValue', () => {
  it.each([
    ['2024-11-04T18:35:00+09:00', '2024-11-04T18:35:00+09:00', 'second'],
    ['2024-11-04T18:35:00+0900', '2024-11-04T18:35:00+09:00', 'second'],
    ['Mon, 04 Nov 2024 09:35:00 GMT', '2024-11-04T09:35:00Z', 'second'],
    ['20241104183500', '2024-11-04T18:35:00', 'second'],
    ['20241104', '2024-11-04', 'day'],
    ['20241104T183500Z', '2024-11-04T18:35:00Z', 'second'],
    [' 2024-11-04 18:35 ', '2024-11-04T18:35', 'minute'],
  ])('%s', (raw, value, precision) => {
    expect(toDateValue(raw, 'json-ld', {})).toEqual({ value, precision, from: 'json-ld', raw: raw.trim() });
  });

  it.each(['1730712900', '1730712900000', '', '20241304', 'today', '0001-01-01T00:00:00Z', '05/03/2024'])(
    'refuses %s',
    (raw) => {
      expect(toDateValue(raw, 'meta')).toBeNull();
    },
  );
});

describe('isAfter', () => {
  const fetched = '2024-11-04T10:00:00Z';
  it('leaves a day for the zones', () => {
    expect(isAfter({ value: '2024-11-05' }, fetched)).toBe(false);
    expect(isAfter({ value: '2024-11-06' }, fetched)).toBe(true);
    expect(isAfter({ value: '2024-11-05T11:30+09:00' }, fetched)).toBe(false);
    expect(isAfter({ value: '2024-11-05T11:30-02:00' }, fetched)).toBe(true);
  });
  it('tells nothing from what it cannot read', () => {
    expect(isAfter({ value: '2024-11-06' }, 'yesterday')).toBe(false);
  });
});

describe('datePartsShare', () => {
  it.each([
    'PUBLISHED ON Sun, June 8, 2025 - 5:00 AM',
    'Updated: 3 hours ago',
    '14 лютого, 09:12',
    'Kamis, 5 Oktober 2023 | 08:12 WIB',
    'Oluşturulma Tarihi: Mayıs 07, 2024 10:52',
    '03.05.2024, 16:24 Uhr • Lesezeit: 5 Minuten',
    'Publié le 30 août 2023 à 14h52, modifié le 30 août 2023 à 15h54',
    '승인 2023.05.02 14:20',
    'Thứ Năm, 22/08/2024, 10:15 (GMT+7)',
    'الثلاثاء 7 مايو 2024 - 18:30',
  ])('is high for %s', (line) => {
    expect(datePartsShare(line, { dayFirst: true })).toBeGreaterThan(0.95);
  });

  it.each([
    'On 4 November 2024 the council voted to close the bridge for good.',
    'Updated',
    'Sunday',
    '12 people were hurt',
  ])('is low for %s', (line) => {
    expect(datePartsShare(line)).toBeLessThan(0.5);
  });
});
