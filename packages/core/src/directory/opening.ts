import type { Day } from '../pack/reader.js';
import type { Profile } from './profile.js';
import type { Opening, Opens } from './service.js';
import { dayNumber, minuteOf, type CalendarDay, type WallClock } from './wall-clock.js';

const DAY = 1440;
/** Nothing is told, or nothing is confirmed any more: not closed. */
export const HOURS_UNKNOWN = -1;
/** Openings are told, but none within the days ahead. */
export const NOT_SOON = Infinity;

type Rule = Opening | Opens;
type Scheduled = Pick<Profile, 'hours' | 'timetable' | 'closures' | 'hoursConfirmedUntil'>;

/**
 * Minutes on the wall clock until it opens: 0 while it is open, `HOURS_UNKNOWN`, or `NOT_SOON`.
 *
 * @param calendar yesterday, today and the days ahead
 */
export function minutesUntilOpen(service: Scheduled, clock: WallClock, calendar: readonly CalendarDay[]): number {
  const rules = rulesOf(service);
  if (!rules?.length) return HOURS_UNKNOWN;
  for (let at = 0; at < calendar.length; at++) {
    const day = calendar[at] as CalendarDay;
    if (service.hoursConfirmedUntil !== undefined && day.date > service.hoursConfirmedUntil) return HOURS_UNKNOWN;
    if (isClosed(service, day.date)) continue;
    let next = NOT_SOON;
    for (const rule of rules) {
      if (!isOn(rule, day)) continue;
      const opens = (at - 1) * DAY + minuteOf(rule.opens);
      if (opens + lengthOf(rule) <= clock.minute) continue;
      if (opens <= clock.minute) return 0;
      if (opens < next) next = opens;
    }
    // What opens on a later day opens later.
    if (next !== NOT_SOON) return next - clock.minute;
  }
  return NOT_SOON;
}

/** Minutes on the wall clock until it closes, openings that meet joined; at most a day is looked ahead. */
export function minutesUntilClosed(service: Scheduled, clock: WallClock, calendar: readonly CalendarDay[]): number {
  const rules = rulesOf(service) ?? [];
  let until = clock.minute;
  // Each opening that goes on where another ends moves the end; none can move it twice.
  for (let moved = true; moved; ) {
    moved = false;
    for (let at = 0; at < 3 && (at - 1) * DAY <= until; at++) {
      const day = calendar[at];
      if (!day || isClosed(service, day.date)) continue;
      for (const rule of rules) {
        if (!isOn(rule, day)) continue;
        const opens = (at - 1) * DAY + minuteOf(rule.opens);
        const closes = opens + lengthOf(rule);
        if (opens > until || closes <= until) continue;
        until = closes;
        moved = true;
      }
    }
  }
  return until - clock.minute;
}

const rulesOf = ({ timetable, hours }: Scheduled): readonly Rule[] | undefined => timetable ?? hours;

const isClosed = ({ closures }: Scheduled, date: Day) =>
  closures?.some(({ from, to }) => from <= date && date <= to) ?? false;

/** Directories write a whole day as 00:00 to 23:59. */
function lengthOf({ opens, closes }: Rule): number {
  const from = minuteOf(opens);
  const to = closes === '23:59' ? DAY : minuteOf(closes);
  return to > from ? to - from : to - from + DAY;
}

function isOn(rule: Rule, day: CalendarDay): boolean {
  if ('day' in rule) return rule.day === day.weekday;
  const { days, weeksOfMonth, daysOfMonth, everyWeeks, since, from, until } = rule;
  const { date, weekday, ofMonth, monthLength } = day;
  const toEnd = ofMonth - monthLength - 1;
  return (
    !(from !== undefined && date < from) &&
    !(until !== undefined && date > until) &&
    !(days && !days.some((one) => one === weekday)) &&
    !(daysOfMonth && !daysOfMonth.some((one) => one === ofMonth || one === toEnd)) &&
    !(weeksOfMonth && !weeksOfMonth.some((one) => one === Math.ceil(ofMonth / 7) || one === Math.floor(toEnd / 7))) &&
    !(everyWeeks !== undefined && since !== undefined && (weekOf(day.number) - weekOf(dayNumber(since))) % everyWeeks)
  );
}

/** Weeks since the Monday before 1 January 1970. */
const weekOf = (number: number) => Math.floor((number + 3) / 7);
