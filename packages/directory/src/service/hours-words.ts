import { isDay, type Opens } from '@everycontact/core';
import { spanOf, type Span } from './span.js';

export type Weekday = NonNullable<Opens['days']>[number];

/** A weekday, or only the first, last … of each month: `Th[1]`. */
export interface SelectedDay {
  readonly day: Weekday;
  readonly weeks?: readonly number[];
}
/** Month and day of the month, every year: `12-24`. */
export interface SelectedDates {
  readonly from: string;
  readonly to: string;
}
/** One clause of written hours. Without spans it says "closed". */
export interface Clause {
  readonly days: readonly SelectedDay[];
  readonly dates: readonly SelectedDates[];
  readonly holidays: boolean;
  readonly spans: readonly Span[];
}

const dayNames: readonly RegExp[] = [
  /^(?:mo|mon|monday|man|mandag|må|mån|måndag)(?:s|e|ar)?$/,
  /^(?:tu|tue|tues|tuesday|ti|tir|tirs|tirsdag|tis|tisdag)(?:s|e|ar)?$/,
  /^(?:we|wed|weds|wednesday|on|ons|onsdag)(?:s|e|ar)?$/,
  /^(?:th|thu|thur|thurs|thursday|to|tor|tors|torsdag)(?:s|e|ar)?$/,
  /^(?:fr|fri|friday|fre|fredag)(?:s|e|ar)?$/,
  /^(?:sa|sat|saturday|lø|lør|lørdag|lö|lör|lördag)(?:s|e|ar)?$/,
  /^(?:su|sun|sunday|sø|søn|søndag|sö|sön|söndag)(?:s|e|ar)?$/,
];
const monthNames: readonly RegExp[] = [
  /^jan(?:uary|uar|uari)?$/,
  /^feb(?:ruary|ruar|ruari)?$/,
  /^mar(?:ch|ts|s)?$/,
  /^apr(?:il)?$/,
  /^ma[yj]$/,
  /^jun[ei]?$/,
  /^jul[yi]?$/,
  /^aug(?:ust|usti)?$/,
  /^sept?(?:ember)?$/,
  /^o[ck]t(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^dec(?:ember)?$/,
];
/** Names of several days, as their first and last. */
const someDays: readonly (readonly [names: RegExp, days: readonly [string, string]])[] = [
  [/^(?:daily|every day|dagligt?|alle dage|dagligen|alla dagar)$/, ['mo', 'su']],
  [/^weekdays?$/, ['mo', 'fr']],
  [/^weekends?$/, ['sa', 'su']],
];
/** `first tuesday of the month`. */
const ofTheMonth = /^(?:the )?(first|second|third|fourth|last) (\p{L}+) (?:of|in) (?:the|each|every) month$/u;
const nths = ['first', 'second', 'third', 'fourth'];
const holidayNames = /^(?:ph|(?:public|bank) holidays?|helligdage?|helgdag(?:ar)?|röda dagar)$/;
const closedWords = /^(.+?)\s*[:–-]?\s*(?:off|closed|lukket|stängt)$/;
const closedBefore =
  /^(?:closed|except|excluding|excl\.?|lukket|undtagen|stängt|utom)\s*:?\s+(?:(?:on|in|i|for)\s+)?(.+)$/;
const and = /\s*(?:,(?![^[]*\])|\s(?:and|og|och)\s|&|\/)\s*/;
const upTo = /\s*[-–]\s*|\s+(?:to|til|till)\s+/;

const oneOf = (names: readonly RegExp[], name: string): number =>
  names.findIndex((one) => one.test(name.replace(/\.$/, ''))) + 1;

/** One clause of written hours in lower case, or nothing where any part of it cannot be read. */
export function clauseOf(written: string): Clause | undefined {
  const closed = (closedWords.exec(written) ?? closedBefore.exec(written))?.[1];
  if (closed !== undefined) return selected(closed, []);
  const [, whom = '', times = ''] = /^((?:[^\d:[]|\[[-\d,\s]*\])+?)\s*:?\s*(\d.*)$/.exec(written) ?? [];
  const spans = times.split(and).map(spanIn);
  if (whom === '' || !spans.every((span) => span !== undefined)) return undefined;
  return selected(whom.replace(/\s*\bkl(?:ockan|\.)?$/, '').replace(/\s*[,–-]$/, ''), spans);
}

function selected(written: string, spans: readonly Span[]): Clause | undefined {
  const days: SelectedDay[] = [];
  const dates: SelectedDates[] = [];
  let holidays = false;
  for (const part of written.trim().split(and)) {
    const some = daysIn(part);
    const date = some === undefined && spans.length === 0 ? datesIn(part) : undefined;
    if (holidayNames.test(part)) holidays = true;
    else if (some !== undefined) days.push(...some);
    else if (date !== undefined) dates.push(date);
    else return undefined;
  }
  return { days, dates, holidays, spans };
}

/** `mo`, `mo-fr`, `th[1,-1]`, `daily`, `every tuesday`, `first tuesday of the month`. */
function daysIn(part: string): readonly SelectedDay[] | undefined {
  const [, nth, day = ''] = ofTheMonth.exec(part) ?? [];
  if (nth !== undefined) return daysIn(`${day}[${nth === 'last' ? -1 : nths.indexOf(nth) + 1}]`);
  const [, name = '', numbers] = /^(?:(?:on|every|each) (?=\p{L}))?([^[]+?)(?:\[([-\d,\s]+)\])?$/u.exec(part) ?? [];
  const [first = '', last = first, more] = someDays.find(([names]) => names.test(part))?.[1] ?? name.split(upTo);
  const [from, to] = [oneOf(dayNames, first), oneOf(dayNames, last)];
  if (from === 0 || to < from || more !== undefined) return undefined;
  const weeks = numbers?.split(',').map(Number);
  if (weeks?.some((week) => !Number.isInteger(week) || week === 0 || Math.abs(week) > 5)) return undefined;
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    day: (from + at) as Weekday,
    ...(weeks === undefined ? {} : { weeks }),
  }));
}

/** `dec 24`, `dec 24-26`, `dec 24-jan 2`, `jul`, `jul-aug`. */
function datesIn(part: string): SelectedDates | undefined {
  const [start = '', end = start, more] = part.split(upTo);
  const from = dateIn(start, '01');
  const to = /^\d+$/.test(end) && from !== undefined ? `${from.slice(0, 3)}${end.padStart(2, '0')}` : dateIn(end, '31');
  const there = from !== undefined && isDay(`2028-${from}`);
  return !there || to === undefined || more !== undefined ? undefined : { from, to };
}

/** @param otherwise the day of the month where none is told */
function dateIn(written: string, otherwise: string): string | undefined {
  const [, name = '', date = otherwise] = /^(\p{L}+)\.?(?:\s*(\d{1,2}))?$/u.exec(written) ?? [];
  const month = oneOf(monthNames, name);
  return month === 0 || Number(date) < 1 || Number(date) > 31
    ? undefined
    : `${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/**
 * On a clock of twelve hours it would be another time: `2-4` and `12-3` are said of afternoons. A zero before it or an
 * hour after twelve says that it is not.
 */
function isInDoubt([opens = '', closes = '']: readonly string[]): boolean {
  const [from, to] = [Number.parseFloat(opens.replace(':', '.')), Number.parseFloat(closes.replace(':', '.'))];
  return (
    ![opens, closes].some((time) => time.startsWith('0') || Number.parseInt(time, 10) > 12) && (from < 7 || to <= from)
  );
}

/** `9-17`, `09:00 to 17:00`, and nothing where it could be another time. */
export function spanIn(written: string): Span | undefined {
  const times = written.split(upTo);
  if (isInDoubt(times)) return undefined;
  const [opens, closes, more] = times.map(timeIn);
  return opens === undefined || closes === undefined || more !== undefined ? undefined : spanOf(opens, closes);
}

function timeIn(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  return hour === '' || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && minute !== '00')
    ? undefined
    : `${hour.padStart(2, '0')}:${minute}`;
}
