import { describe, expect, it } from 'vitest';
import { fallsOn, repeatsOf, type Recurrence } from './recurrence.js';

const weekly = { freq: 'WEEKLY', byday: 'MO,TH' };
const monthly = { freq: 'MONTHLY' };

describe('repeatsOf', () => {
  it.each<[string, Recurrence, object[]]>([
    ['every week', weekly, [{ days: [1, 4] }]],
    ['the weekday of its start', { freq: 'weekly', dtstart: '2026-11-24' }, [{ days: [2], from: '2026-11-24' }]],
    [
      'every other week',
      { ...weekly, interval: '2', dtstart: '2026-11-26' },
      [{ days: [1, 4], everyWeeks: 2, since: '2026-11-23', from: '2026-11-26' }],
    ],
    [
      'weeks that begin on Sunday in two parts, because ours begin on Monday',
      { freq: 'WEEKLY', byday: 'SU,MO', interval: '2', dtstart: '2026-11-22', wkst: 'SU' },
      [
        { days: [7], everyWeeks: 2, since: '2026-11-16', from: '2026-11-22' },
        { days: [1], everyWeeks: 2, since: '2026-11-23', from: '2026-11-22' },
      ],
    ],
    ['the second Monday', { ...monthly, byday: '2MO' }, [{ days: [1], weeksOfMonth: [2] }]],
    [
      'the first Monday and the last Friday',
      { ...monthly, byday: '1MO,-1FR' },
      [
        { days: [1], weeksOfMonth: [1] },
        { days: [5], weeksOfMonth: [-1] },
      ],
    ],
    ['the first Monday and Tuesday', { ...monthly, byday: '1MO,1TU' }, [{ days: [1, 2], weeksOfMonth: [1] }]],
    ['every Monday of a month', { ...monthly, byday: 'MO,2MO' }, [{ days: [1] }]],
    ['the 1st and the last day', { ...monthly, bymonthday: '1,-1' }, [{ daysOfMonth: [1, -1] }]],
    ['Friday the 13th', { ...monthly, byday: 'FR', bymonthday: '13' }, [{ days: [5], daysOfMonth: [13] }]],
    ['the date of its start', { ...monthly, dtstart: '2026-11-24' }, [{ daysOfMonth: [24], from: '2026-11-24' }]],
    [
      'a count as the day of its last',
      { ...weekly, dtstart: '2026-11-23', count: '3' },
      [{ days: [1, 4], from: '2026-11-23', until: '2026-11-30' }],
    ],
    ['an end', { ...weekly, until: '2026-12-31T23:59:59Z' }, [{ days: [1, 4], until: '2026-12-31' }]],
  ])('says %s', (_, rule, parts) => {
    expect(repeatsOf(rule)).toEqual(parts);
  });
  it.each<[string, Recurrence]>([
    ['weeks of the year', { ...weekly, byweekno: '1' }],
    ['days of the year', { ...weekly, byyearday: '1' }],
    ['every second month', { ...monthly, byday: '1MO', interval: '2' }],
    ['every other week without a start', { ...weekly, interval: '2' }],
    ['a count without a start', { ...weekly, count: '3' }],
    ['a count that outlives all plans', { ...weekly, dtstart: '2026-11-23', count: '9999' }],
    ['a weekly nth weekday', { freq: 'WEEKLY', byday: '1MO' }],
    ['weekdays nobody knows', { freq: 'WEEKLY', byday: 'MON' }],
    ['a week that begins on no day', { ...weekly, interval: '2', dtstart: '2026-11-23', wkst: 'X' }],
    ['no weekday and no start', { freq: 'WEEKLY' }],
    ['a 32nd', { ...monthly, bymonthday: '32' }],
    ['an interval of nothing', { ...weekly, interval: '0' }],
    ['a start that is no day', { ...weekly, dtstart: '2026-02-30' }],
    ['no frequency', { byday: 'MO' }],
  ])('cannot say %s', (_, rule) => {
    expect(repeatsOf(rule)).toBeUndefined();
  });
});

describe('fallsOn', () => {
  it('counts weekdays and dates from both ends of a month', () => {
    expect(fallsOn({ days: [1], weeksOfMonth: [-1] }, '2026-11-30')).toBe(true);
    expect(fallsOn({ days: [1], weeksOfMonth: [-1] }, '2026-11-23')).toBe(false);
    expect(fallsOn({ daysOfMonth: [-1] }, '2028-02-29')).toBe(true);
  });
  it('counts weeks before the first as well as after it', () => {
    const everyOther = { everyWeeks: 2, since: '2026-11-23' };
    expect(
      ['2026-11-09', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-07'].map((day) => fallsOn(everyOther, day)),
    ).toEqual([true, false, true, false, true]);
  });
});
