import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOURS_UNKNOWN, minutesUntilClosed, minutesUntilOpen, NOT_SOON } from './opening.js';
import type { Closure, Opening, Opens } from './service.js';
import { calendarAround, wallClock } from './wall-clock.js';

interface Scheduled {
  readonly hours?: readonly Opening[];
  readonly timetable?: readonly Opens[];
  readonly closures?: readonly Closure[];
  readonly hoursConfirmedUntil?: string;
}

const at = (day: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { clock: { today: day, minute: hours * 60 + minutes }, calendar: calendarAround(day) };
};
/** 22 November 2026 is a Sunday. */
const opens = (service: Scheduled, day: string, time: string) => {
  const { clock, calendar } = at(day, time);
  return minutesUntilOpen(service, clock, calendar);
};
const closes = (service: Scheduled, day: string, time: string) => {
  const { clock, calendar } = at(day, time);
  return minutesUntilClosed(service, clock, calendar);
};
const daily = (opens: string, closes: string, more: Partial<Opens> = {}) => ({
  timetable: [{ opens, closes, ...more }],
});

describe('opening hours', () => {
  it('are unknown, not closed, where none are told', () => {
    expect(opens({}, '2026-11-22', '09:30')).toBe(HOURS_UNKNOWN);
    expect(opens({ hours: [] }, '2026-11-22', '09:30')).toBe(HOURS_UNKNOWN);
  });

  it('are unknown after the day until which they are confirmed', () => {
    const confirmed = { ...daily('09:00', '17:00'), hoursConfirmedUntil: '2026-11-22' };
    expect(opens(confirmed, '2026-11-22', '09:30')).toBe(0);
    expect(opens(confirmed, '2026-11-22', '18:00')).toBe(HOURS_UNKNOWN);
    expect(opens(confirmed, '2026-11-23', '09:30')).toBe(HOURS_UNKNOWN);
  });

  it('begin with the minute of opening and end before the minute of closing', () => {
    const service = daily('09:00', '17:00');
    expect(['08:59', '09:00', '16:59', '17:00'].map((time) => opens(service, '2026-11-22', time))).toEqual([
      1,
      0,
      0,
      16 * 60,
    ]);
  });

  it('last past midnight, also into a day on which it does not open', () => {
    const night = { ...daily('22:00', '02:00'), closures: [{ from: '2026-11-22', to: '2026-11-22' }] };
    expect(opens(night, '2026-11-22', '01:30')).toBe(0);
    expect(closes(night, '2026-11-22', '01:30')).toBe(30);
    expect(opens(night, '2026-11-22', '22:30')).toBe(23 * 60 + 30);
  });

  it('join openings that meet, and read 23:59 as the end of the day', () => {
    const split = {
      hours: [
        { day: 7, opens: '09:00', closes: '12:00' },
        { day: 7, opens: '12:00', closes: '17:00' },
      ],
    } as const;
    expect(closes(split, '2026-11-22', '09:30')).toBe(450);
    expect(closes(daily('00:00', '23:59'), '2026-11-22', '23:59')).toBeGreaterThanOrEqual(1440);
  });

  it('end with the opening that is on, whatever opens after a break or on another day', () => {
    const broken = { opens: '09:00', closes: '12:00' };
    const after = { opens: '13:00', closes: '17:00' };
    const another = { opens: '12:00', closes: '20:00', days: [1] };
    expect(closes({ timetable: [broken, after, another] }, '2026-11-22', '09:30')).toBe(150);
    const meets = [{ opens: '14:00', closes: '15:00' }, { opens: '12:00', closes: '14:00' }, broken];
    expect(closes({ timetable: meets }, '2026-11-22', '09:30')).toBe(330);
  });

  it('know the first Monday, the last Friday, the last day of a month and every second week', () => {
    const first = daily('10:00', '11:00', { days: [1], weeksOfMonth: [1] });
    const last = daily('10:00', '11:00', { days: [5], weeksOfMonth: [-1] });
    const end = daily('10:00', '11:00', { daysOfMonth: [-1] });
    const second = daily('10:00', '11:00', { days: [2], everyWeeks: 2, since: '2026-11-09' });
    const days = (service: Scheduled) => (opens(service, '2026-11-22', '10:00') - 0) / 1440;
    expect([first, last, end, second].map(days)).toEqual([15, 5, 8, 2]);
  });

  it('hold only between the day an activity begins and the day it ends', () => {
    const course = daily('10:00', '11:00', { from: '2026-11-25', until: '2026-11-26' });
    expect(opens(course, '2026-11-22', '10:00') / 1440).toBe(3);
    expect(opens(course, '2026-11-27', '10:00')).toBe(NOT_SOON);
  });

  it('are read on the wall clock of the place, in summer and in winter', () => {
    expect(wallClock('2026-11-22T09:30:00.000Z', 'Europe/London')).toEqual({ today: '2026-11-22', minute: 570 });
    expect(wallClock('2026-07-01T22:30:00.000Z', 'Europe/Copenhagen')).toEqual({ today: '2026-07-02', minute: 30 });
    // The hour that comes twice, and the one that never comes.
    expect(wallClock('2026-10-25T01:30:00.000Z', 'Europe/London').minute).toBe(90);
    expect(wallClock('2026-03-29T01:30:00.000Z', 'Europe/London').minute).toBe(150);
  });
});

describe('the next opening', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map((minute) => hhmm(minute));
  const day = fc.integer({ min: 0, max: 60 }).map((n) => dayFrom('2026-10-20', n));
  const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
  const rule = fc
    .record({
      opens: time,
      closes: time,
      days: some(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })),
      weeksOfMonth: some(fc.constantFrom([1], [2, 4], [5], [-1], [-2])),
      daysOfMonth: some(fc.constantFrom([1], [15, 31], [-1], [-3])),
      everyWeeks: some(fc.constantFrom(2, 3)),
      since: day,
      from: some(day),
      until: some(day),
    })
    .map(
      (told) => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as Opens,
    );
  const service = fc
    .record({
      timetable: fc.array(rule, { minLength: 1, maxLength: 3 }),
      closures: fc.array(
        fc.tuple(day, day).map(([from, to]) => ({ from, to })),
        { maxLength: 2 },
      ),
      hoursConfirmedUntil: some(day),
    })
    .map(({ hoursConfirmedUntil, ...told }) => ({ ...told, ...(hoursConfirmedUntil && { hoursConfirmedUntil }) }));

  it('is the one that a walk through every minute finds', () => {
    fc.assert(
      fc.property(service, day, time, (told, today, now) => {
        expect(opens(told, today, now)).toBe(walked(told, today, now));
      }),
      { numRuns: 300, seed: 4 },
    );
  }, 60_000);
});

const hhmm = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const dayFrom = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Minute by minute, day by day, with dates: slow and plain. */
function walked(service: Scheduled, today: string, now: string): number {
  const start = Number(now.slice(0, 2)) * 60 + Number(now.slice(3));
  const open = new Set<number>();
  let last = -2;
  for (let away = -1; away <= 35; away++) {
    const date = dayFrom(today, away);
    if (service.hoursConfirmedUntil !== undefined && date > service.hoursConfirmedUntil) break;
    last = away;
    if (service.closures?.some(({ from, to }) => date >= from && date <= to)) continue;
    for (const rule of service.timetable ?? []) {
      if (!happensOn(rule, date)) continue;
      const from = Number(rule.opens.slice(0, 2)) * 60 + Number(rule.opens.slice(3));
      let minute = from;
      do open.add(away * 1440 + minute++);
      while (hhmm(minute % 1440) !== (rule.closes === '23:59' ? '00:00' : rule.closes));
    }
  }
  for (let minute = start; minute < 37 * 1440; minute++) if (open.has(minute)) return minute - start;
  return last < 35 ? HOURS_UNKNOWN : NOT_SOON;
}

function happensOn(rule: Opens, date: string): boolean {
  const at = new Date(date);
  const month = (away: number) => new Date(at.getTime() + away * 86_400_000).getUTCMonth();
  const ofMonth = at.getUTCDate();
  let nth = 1;
  while (month(-7 * nth) === at.getUTCMonth()) nth++;
  let toEnd = 1;
  while (month(7 * toEnd) === at.getUTCMonth()) toEnd++;
  let daysLeft = 1;
  while (month(daysLeft) === at.getUTCMonth()) daysLeft++;
  const monday = (day: string) => {
    let away = 0;
    while (new Date(dayFrom(day, away)).getUTCDay() !== 1) away--;
    return Date.parse(dayFrom(day, away));
  };
  const weeks = (monday(date) - monday(rule.since ?? date)) / 604_800_000;
  return (
    (!rule.days || rule.days.some((day) => day % 7 === at.getUTCDay())) &&
    (!rule.weeksOfMonth || rule.weeksOfMonth.some((week) => week === nth || week === -toEnd)) &&
    (!rule.daysOfMonth || rule.daysOfMonth.some((day) => day === ofMonth || day === -daysLeft)) &&
    (rule.everyWeeks === undefined || weeks % rule.everyWeeks === 0) &&
    (rule.from === undefined || date >= rule.from) &&
    (rule.until === undefined || date <= rule.until)
  );
}
