import { isDay, type Day, type Opens } from '@everycontact/core';
import { present } from '../present.js';
import { daysAfter, daysBetween, weekdayOf } from './day.js';

type Weekday = NonNullable<Opens['days']>[number];

/** On which days something repeats: an opening without its times. */
export type Repeats = Omit<Opens, 'opens' | 'closes'>;

/** The repetition of an HSDS schedule, each field as written: a subset of RFC 5545's RRULE with its start. */
export interface Recurrence {
  readonly freq?: string | undefined;
  readonly interval?: string | undefined;
  readonly byday?: string | undefined;
  readonly bymonthday?: string | undefined;
  readonly byweekno?: string | undefined;
  readonly byyearday?: string | undefined;
  readonly wkst?: string | undefined;
  readonly dtstart?: string | undefined;
  readonly until?: string | undefined;
  readonly count?: string | undefined;
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Twenty years of days: a count that goes on longer has no end worth knowing. */
const furthest = 7305;

/**
 * A repetition in the normal form, as several parts that add up; or nothing, where the normal form cannot say it: weeks
 * and days of the year, every second month, every second week or a count without a start.
 */
export function repeatsOf(rule: Recurrence): readonly Repeats[] | undefined {
  const { freq, interval = '1', byweekno, byyearday, count } = rule;
  const every = wholeNumber(interval);
  const [from, until] = [dayIn(rule.dtstart), dayIn(rule.until)];
  if (byweekno !== undefined || byyearday !== undefined || every === undefined) return undefined;
  if (from === 'none' || until === 'none') return undefined;
  const parts =
    freq?.toUpperCase() === 'WEEKLY'
      ? weekly(rule, every, from)
      : freq?.toUpperCase() === 'MONTHLY' && every === 1
        ? monthly(rule, from)
        : undefined;
  const bounded = parts?.map((part): Repeats => present({ ...part, from, until }));
  if (bounded === undefined || count === undefined) return bounded;
  const last = lastOf(bounded, from, wholeNumber(count));
  return last === undefined ? undefined : bounded.map((part) => ({ ...part, until: last }));
}

const wholeNumber = (written: string): number | undefined =>
  /^[1-9]\d{0,3}$/.test(written) ? Number(written) : undefined;

/** `none`: something is written that is no day. */
function dayIn(written: string | undefined): Day | 'none' | undefined {
  const day = written?.slice(0, 10);
  return day === undefined || isDay(day) ? day : 'none';
}

interface ByDay {
  readonly day: Weekday;
  /** The how manieth of the month; every one where it is absent. */
  readonly nth?: number;
}

function byDays(written = ''): readonly ByDay[] | undefined {
  const read = written
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part): ByDay | undefined => {
      const [, nth, name = ''] = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part) ?? [];
      const day = (names.indexOf(name) + 1) as Weekday;
      return name === '' ? undefined : present({ day, nth: nth === undefined ? undefined : Number(nth) });
    });
  return allOf(read);
}

const allOf = <T>(read: readonly (T | undefined)[]): readonly T[] | undefined =>
  read.every((one) => one !== undefined) ? read : undefined;

function weekly({ byday, bymonthday, wkst = 'MO' }: Recurrence, every: number, start?: Day) {
  const listed = byDays(byday);
  const firstOfWeek = names.indexOf(wkst.toUpperCase());
  if (!listed || listed.some(({ nth }) => nth !== undefined) || bymonthday !== undefined) return undefined;
  const days =
    listed.length > 0 ? listed.map(({ day }) => day) : start === undefined ? undefined : [weekdayOf(start) as Weekday];
  if (days === undefined) return undefined;
  if (every === 1) return [{ days: sorted(days) }];
  if (start === undefined || firstOfWeek < 0) return undefined;
  // Our weeks begin on Monday: of a week that begins on another day, some days lie in the next of ours.
  const first = daysAfter(start, -((weekdayOf(start) - 1 - firstOfWeek + 7) % 7));
  const monday = (day: Weekday): Day => daysAfter(first, ((day - 1 - firstOfWeek + 7) % 7) - (day - 1));
  return grouped(days, monday).map(([since, some]) => ({ days: sorted(some), everyWeeks: every, since }));
}

function monthly({ byday, bymonthday }: Recurrence, start?: Day) {
  const listed = byDays(byday);
  const dates = allOf((bymonthday?.split(/[\s,;]+/).filter(Boolean) ?? []).map(dateOfMonth));
  if (!listed || !dates) return undefined;
  const daysOfMonth = dates.length > 0 ? dates : undefined;
  if (listed.length === 0) {
    const only = daysOfMonth ?? (start === undefined ? undefined : [Number(start.slice(8))]);
    return only === undefined ? undefined : [{ daysOfMonth: only }];
  }
  const weeks = (day: Weekday): readonly number[] | undefined => {
    const nths = listed.filter((one) => one.day === day).map(({ nth }) => nth);
    return nths.includes(undefined) ? undefined : [...new Set(nths as number[])];
  };
  return grouped(sorted(listed.map(({ day }) => day)), (day) => weeks(day)?.join() ?? '').map(([, days]) =>
    present({ days, weeksOfMonth: weeks(days[0] as Weekday), daysOfMonth }),
  );
}

const dateOfMonth = (written: string): number | undefined =>
  /^[+-]?(?:[1-9]|[12]\d|3[01])$/.test(written) ? Number(written) : undefined;

const sorted = (days: readonly Weekday[]): readonly Weekday[] => [...new Set(days)].sort((a, b) => a - b);

function grouped<T>(things: readonly T[], by: (thing: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(by(thing), [...(groups.get(by(thing)) ?? []), thing]);
  return [...groups];
}

/** The day of the last of `count` occurrences. */
function lastOf(parts: readonly Repeats[], start?: Day, count?: number): Day | undefined {
  if (start === undefined || count === undefined) return undefined;
  let left = count;
  for (let days = 0; days <= furthest; days += 1) {
    const day = daysAfter(start, days);
    if (parts.some((part) => fallsOn(part, day))) left -= 1;
    if (left === 0) return day;
  }
  return undefined;
}

/** Whether a day is one of those on which something repeats. */
export function fallsOn(
  { days, weeksOfMonth, daysOfMonth, everyWeeks, since, from, until }: Repeats,
  day: Day,
): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const left = length - date;
  const week = since === undefined ? 0 : Math.floor(daysBetween(since, day) / 7);
  return (
    (from === undefined || day >= from) &&
    (until === undefined || day <= until) &&
    (days === undefined || days.includes(weekdayOf(day) as Weekday)) &&
    (weeksOfMonth === undefined ||
      weeksOfMonth.includes(Math.ceil(date / 7)) ||
      weeksOfMonth.includes(-Math.floor(left / 7) - 1)) &&
    (daysOfMonth === undefined || daysOfMonth.includes(date) || daysOfMonth.includes(-left - 1)) &&
    (everyWeeks === undefined || week % everyWeeks === 0)
  );
}
