import type { Day, Instant } from '../pack/reader.js';

/** A civil day with all that a timetable asks of it. */
export interface CalendarDay {
  readonly date: Day;
  /** Days since 1 January 1970. */
  readonly number: number;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly ofMonth: number;
  readonly monthLength: number;
}
/** What the clock on the wall of a place shows. */
export interface WallClock {
  readonly today: Day;
  /** Since midnight on the wall, 0 to 1439, whatever the length of the day. */
  readonly minute: number;
}

/** How far ahead the next opening is looked for. */
const DAYS_AHEAD = 35;

/** @param timeZone an IANA name; whoever calls has checked it */
export function wallClock(at: Instant, timeZone: string): WallClock {
  const minute = Math.floor(Date.parse(at) / 60_000);
  if (read?.minute !== minute || read.timeZone !== timeZone) {
    // Swedish writes dates as ISO 8601 does: 2026-11-22 09:30.
    const [today = '', time = ''] = clockOf(timeZone).format(new Date(at)).split(' ');
    read = { minute, timeZone, clock: { today, minute: minuteOf(time) } };
  }
  return read.clock;
}
/** Asking a calendar is dear, and many questions come in a minute. */
let read: { readonly minute: number; readonly timeZone: string; readonly clock: WallClock } | undefined;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv', { ...parts, timeZone });
  clocks.set(timeZone, clock);
  return clock;
}
const parts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** `09:30` as minutes after midnight. */
export const minuteOf = (time: string) =>
  (time.charCodeAt(0) * 10 + time.charCodeAt(1)) * 60 + time.charCodeAt(3) * 10 + time.charCodeAt(4) - 32_208;

/** `2026-11-22` as days since 1 January 1970. */
export const dayNumber = (day: Day) => Date.parse(day) / 86_400_000;
const dayOf = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The day so many days before another. */
export const daysBefore = (day: Day, days: number): Day => dayOf(dayNumber(day) - days);

/** Yesterday, whose openings may last past midnight, today, and the days ahead. */
export function calendarAround(today: Day): readonly CalendarDay[] {
  const first = dayNumber(today) - 1;
  return Array.from({ length: DAYS_AHEAD + 2 }, (_, i) => calendarDay(first + i));
}

function calendarDay(number: number): CalendarDay {
  const date = dayOf(number);
  const [year = 0, month = 0, ofMonth = 0] = date.split('-').map(Number);
  return {
    date,
    number,
    weekday: ((number + 3) % 7) + 1,
    ofMonth,
    monthLength: new Date(Date.UTC(year, month, 0)).getUTCDate(),
  };
}
