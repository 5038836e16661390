import 'temporal-polyfill/global';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { expect, it } from 'vitest';
import { daysAfter } from '../src/service/day.js';
import { fallsOn, repeatsOf, type Recurrence } from '../src/service/recurrence.js';

const start = '2026-11-22';
const twoYears = Array.from({ length: 731 }, (_, days) => daysAfter(start, days));
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The same rule by another hand: rrule-temporal, a full reading of RFC 5545. */
function daysByStandard({ freq, interval, byday, bymonthday, wkst, dtstart, until, count }: Recurrence): string[] {
  const parts = [
    `FREQ=${freq}`,
    interval && `INTERVAL=${interval}`,
    byday && `BYDAY=${byday}`,
    bymonthday && `BYMONTHDAY=${bymonthday}`,
    wkst && `WKST=${wkst}`,
    until && `UNTIL=${until.replaceAll('-', '')}T235959Z`,
    count && `COUNT=${count}`,
  ];
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${dtstart?.replaceAll('-', '')}T090000\nRRULE:${parts.filter(Boolean).join(';')}`,
  });
  const days = rule.between(new Date(`${start}T00:00:00Z`), new Date(`${twoYears.at(-1)}T23:59:59Z`), true);
  return days.map((day) => day.toPlainDate().toString());
}

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const day = fc.integer({ min: -400, max: 400 }).map((days) => daysAfter(start, days));
const bound = {
  dtstart: day,
  end: fc.oneof(
    fc.constant({}),
    day.map((until) => ({ until })),
    fc.integer({ min: 1, max: 60 }).map((count) => ({ count: String(count) })),
  ),
};
const weekly = fc.record({
  freq: fc.constant('WEEKLY'),
  interval: some('1', '2', '3', '4'),
  byday: fc.subarray(names, { minLength: 1 }).map((days) => days.join()),
  wkst: some(undefined, ...names),
  ...bound,
});
const nth = fc.tuple(some('', '1', '2', '3', '4', '5', '-1', '-2'), some(...names)).map((parts) => parts.join(''));
const monthDays = fc.uniqueArray(
  fc.integer({ min: -31, max: 31 }).filter((date) => date !== 0),
  { minLength: 1, maxLength: 4 },
);
const monthly = fc.record({
  freq: fc.constant('MONTHLY'),
  byday: fc.uniqueArray(nth, { minLength: 1, maxLength: 4 }).map((days) => days.join()),
  ...bound,
});
const byDates = fc.record({
  freq: fc.constant('MONTHLY'),
  bymonthday: monthDays.map((dates) => dates.join()),
  ...bound,
});

it('falls on exactly the days of the standard, over two years', () => {
  fc.assert(
    fc.property(fc.oneof(weekly, monthly, byDates), ({ end, ...fields }) => {
      const rule: Recurrence = { ...fields, ...end };
      const parts = repeatsOf(rule);
      expect(parts).toBeDefined();
      expect(twoYears.filter((one) => parts?.some((part) => fallsOn(part, one)))).toEqual(daysByStandard(rule));
    }),
    { numRuns: 150 },
  );
}, 60_000);
