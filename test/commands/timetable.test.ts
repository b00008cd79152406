import { describe, expect, it } from 'vitest';
import { readTimetable } from '../../src/commands/timetable.js';

const after = (moment: string, expression: string, zone?: string): string | null => {
  const next = readTimetable(expression, zone).next(Date.parse(moment));
  return next === null ? null : new Date(next).toISOString();
};

describe('a timetable', () => {
  it.each([
    ['*/15 * * * *', 'UTC', '2031-03-03T10:15:00Z', '2031-03-03T10:30:00.000Z'],
    ['*/10 * * * * *', 'UTC', '2031-03-03T10:15:03Z', '2031-03-03T10:15:10.000Z'],
    ['0 6 * * 1-5', 'Asia/Seoul', '2031-03-07T22:00:00Z', '2031-03-09T21:00:00.000Z'],
    ['@daily', 'America/New_York', '2031-01-01T12:00:00Z', '2031-01-02T05:00:00.000Z'],
  ])('knows the next time of %s in %s', (expression, zone, moment, expected) => {
    expect(after(moment, expression, zone)).toBe(expected);
  });

  it('goes on where clocks are set: a time that is left out comes after the gap, one that comes twice comes once', () => {
    const spring = readTimetable('30 2 * * *', 'Europe/Berlin');
    const days = [Date.parse('2031-03-29T00:00:00Z')];
    for (let i = 0; i < 3; i++) days.push(spring.next(days.at(-1) ?? 0) ?? 0);
    expect(days.slice(1).map((ms) => new Date(ms).toISOString())).toEqual([
      '2031-03-29T01:30:00.000Z',
      '2031-03-30T01:30:00.000Z',
      '2031-03-31T00:30:00.000Z',
    ]);
    const autumn = readTimetable('30 2 * * *', 'Europe/Berlin');
    const first = autumn.next(Date.parse('2031-10-25T22:00:00Z')) ?? 0;
    const second = autumn.next(first) ?? 0;
    expect(second - first).toBeGreaterThan(23 * 3600 * 1000);
  });

  it('ends where there is no later time', () => {
    expect(readTimetable('0 0 30 2 *', 'UTC').next(Date.parse('2031-01-01T00:00:00Z'))).toBeNull();
  });

  it.each([
    ['61 * * * *', undefined, 'schedule: expected a cron expression such as "*/15 * * * *", got "61 * * * *"'],
    ['every day', undefined, 'schedule: expected a cron expression'],
    ['* * * * *', 'Berlin/Mitte', '--time-zone: expected an IANA name such as Europe/Berlin, got "Berlin/Mitte"'],
  ])('says in one line what is wrong with %s in %s', (expression, zone, message) => {
    expect(() => readTimetable(expression, zone)).toThrow(message);
  });
});
