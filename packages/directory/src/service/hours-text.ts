import { isDay, type Closure, type Day, type Opens } from '@everycontact/core';
import { present } from '../present.js';
import { daysAfter } from './day.js';
import type { Calendar } from './holidays.js';
import { clausesOf } from './hours-clauses.js';
import { clauseOf, type Clause, type SelectedDates, type SelectedDay, type Weekday } from './hours-words.js';
import { fallsOn } from './recurrence.js';
import { overlap, type Span } from './span.js';

/** Written hours in the normal form. */
export interface WrittenHours {
  readonly opens: readonly Opens[];
  readonly closures: readonly Closure[];
  /** Something is said about public holidays, and nobody told which days they are. */
  readonly holidaysUnknown: boolean;
}

/** One opening on one weekday, and the weekdays its clause spoke of. */
interface Opening extends Span, SelectedDay {
  readonly said: string;
}

/**
 * The common core of written hours, or nothing: `Mo-Fr 09:00-17:00; We off; Sa 10-12`, `Th[1],Th[-1] 14:00-16:00`,
 * `Dec 24-26 off`, `PH off`, `24/7`, `Monday: 8:30-12:00, 13:00-17:00`, `Mandag og onsdag 9.00-15.00`,
 * `Weekdays 9am to 5pm, closed Wednesdays`.
 *
 * A later clause for some of the days of an earlier one replaces it where their times overlap, as in OpenStreetMap; for
 * exactly the same days it adds to it. One clause that cannot be read, or that could mean either, makes all of it text:
 * half of the hours would be wrong hours.
 */
export function hoursOf(written: string, { today, holidays }: Calendar): WrittenHours | undefined {
  const plain = written.replaceAll(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '));
  if (plain.length > longest) return undefined;
  const clauses = clausesOf(plain).map((clause) => (alwaysWords.test(clause) ? always : clauseOf(clause)));
  let openings: readonly Opening[] | undefined = [];
  for (const [at, clause] of clauses.entries())
    openings = clause && openings && !isTakenBack(clauses.slice(0, at), clause) ? after(openings, clause) : undefined;
  if (openings === undefined || openings.length === 0) return undefined;

  const all = clauses as readonly Clause[];
  const coming = holidays?.filter(({ day }) => day >= today) ?? [];
  const onHolidays = all.filter((clause) => clause.holidays).at(-1);
  const closed = onHolidays?.spans.length === 0 ? coming : [];
  const open = onHolidays?.spans ?? [];
  return {
    opens: coming.reduce((opens, { day }) => (open.length === 0 ? opens : onlyOn(day, open, opens)), joined(openings)),
    closures: [
      ...closed.map(({ day, name }) => present({ from: day, to: day, why: name })),
      ...all.flatMap(({ dates }) => dates).flatMap((dates) => everyYear(dates, today)),
    ],
    holidaysUnknown: onHolidays !== undefined && holidays === undefined,
  };
}

/** Characters, more than anybody's hours: patterns would take very long over what a hostile feed could write. */
const longest = 500;
const week: readonly SelectedDay[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day }));
const alwaysWords = /^(?:24\s?\/\s?7|00:00-24:00|døgnet rundt|dygnet runt)$/;
const always: Clause = { days: week, dates: [], holidays: false, spans: [{ opens: '00:00', closes: '24:00' }] };

/** Open on a day of which it was said before that it is closed: in a table the later clause holds, in a sentence the earlier one. */
const isTakenBack = (before: readonly (Clause | undefined)[], { days, spans }: Clause): boolean =>
  spans.length > 0 &&
  before.some(
    (one) => one?.spans.length === 0 && one.days.some((closed) => days.some(({ day }) => day === closed.day)),
  );

/** What is open once one more clause is heard. */
function after(before: readonly Opening[], { days, spans }: Clause): readonly Opening[] | undefined {
  const said = JSON.stringify(days);
  const added = days.flatMap((selected) => spans.map((span) => ({ ...selected, ...span, said })));
  let left: readonly Opening[] | undefined = before;
  for (const selected of days) {
    const there: readonly Opening[] = left.filter((one) => one.day === selected.day && meet(one, selected));
    const adds = there.every((one) => one.said === said);
    const apart = there.every((one) => spans.every((span) => !overlap(one, span)));
    if (spans.length > 0 && there.length > 0 && apart && !adds) return undefined;
    if (spans.length === 0 || (there.length > 0 && !(apart && adds))) left = without(left, there, selected);
    if (left === undefined) return undefined;
  }
  return [...left, ...added];
}

const signs = (...lists: readonly (readonly number[] | undefined)[]) =>
  new Set(lists.flatMap((list) => list?.map(Math.sign) ?? []));

/** Whether two selections of one weekday can fall on the same day. Counted from both ends of the month, they may. */
const meet = ({ weeks: a }: SelectedDay, { weeks: b }: SelectedDay): boolean =>
  a === undefined || b === undefined || signs(a, b).size > 1 || a.some((one) => b.includes(one));

/** The openings without the selected weeks of some of them; nothing where the normal form cannot leave those out. */
function without(
  all: readonly Opening[],
  some: readonly Opening[],
  { weeks }: SelectedDay,
): readonly Opening[] | undefined {
  if (weeks === undefined) return all.filter((one) => !some.includes(one));
  if (signs(weeks, ...some.map((one) => one.weeks)).size > 1) return undefined;
  const every = [1, 2, 3, 4, 5].map((one) => one * ((weeks[0] as number) > 0 ? 1 : -1));
  return all.flatMap((one) => {
    if (!some.includes(one)) return [one];
    const left = (one.weeks ?? every).filter((number) => !weeks.includes(number));
    return left.length === 0 ? [] : [{ ...one, weeks: left }];
  });
}

/** Openings that differ in nothing but the weekday as one. */
function joined(openings: readonly Opening[]): readonly Opens[] {
  const groups = new Map<
    string,
    { opens: string; closes: string; days: Weekday[]; weeksOfMonth?: readonly number[] }
  >();
  for (const { day, weeks, opens, closes } of openings) {
    const key = JSON.stringify([opens, closes, weeks]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { opens, closes, days: [day], ...(weeks && { weeksOfMonth: weeks }) });
    else if (!group.days.includes(day)) group.days.push(day);
  }
  return [...groups.values()].map((group) => ({ ...group, days: group.days.sort() }));
}

/** Other hours on one day instead of those that are usual. */
function onlyOn(day: Day, spans: readonly Span[], opens: readonly Opens[]): readonly Opens[] {
  const usual = opens.flatMap((one) =>
    fallsOn(one, day)
      ? [
          { ...one, until: daysAfter(day, -1) },
          { ...one, from: daysAfter(day, 1) },
        ]
      : [one],
  );
  return [...usual, ...spans.map((span) => ({ ...span, from: day, until: day }))];
}

/** Dates that come every year, in this year and the next two. */
function everyYear({ from, to }: SelectedDates, today: Day): readonly Closure[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1, year + 2].flatMap((one) => {
    const [begins, ends] = [`${one}-${from}`, lastDay(`${to < from ? one + 1 : one}-${to}`)];
    return isDay(begins) && ends >= today ? [{ from: begins, to: ends }] : [];
  });
}

/** The day itself, or the last of its month where the month is shorter. */
const lastDay = (day: Day): Day => (isDay(day) ? day : lastDay(`${day.slice(0, 8)}${Number(day.slice(8)) - 1}`));
