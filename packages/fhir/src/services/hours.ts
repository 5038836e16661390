import { isDay, type Closure, type Day, type Opening, type Opens } from '@everycontact/core';
import { spanOf, type Notes, type Source } from '@everycontact/directory/reading';
import { ownNote } from './findings.js';
import type { Account } from './account.js';

export interface Hours {
  /** Where the opening hours are weekly and all on their own day. */
  readonly hours?: readonly Opening[];
  readonly timetable?: readonly Opens[];
  readonly closures?: readonly Closure[];
  readonly hoursText?: string;
  /** `hours-unclear`. */
  readonly warnings: readonly string[];
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const clock = /^([01]\d|2[0-4]):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * When it is open: the service's own times, else those of its places, on the wall clock. No time anywhere is unknown, not
 * closed; what cannot be meant as written (08:30 to 05:30) stays text. Where places differ, the times are text, place by place.
 */
export function readHours(service: Source, places: readonly Source[], today: Day, account: Account): Hours {
  const closed = readClosures(service, today, account);
  const open = readTimes(service, places, account.notes);
  const texts = [open.hoursText, ...closed.texts].filter((text) => text !== undefined);
  return {
    ...open,
    ...(closed.closures.length === 0 ? {} : { closures: closed.closures }),
    ...(texts.length === 0 ? {} : { hoursText: texts.join('. ') }),
    warnings: [...new Set([...open.warnings, ...(closed.unclear ? ['hours-unclear'] : [])])],
  };
}

function readTimes(service: Source, places: readonly Source[], notes: Notes): Hours {
  const own = service.list('availableTime');
  if (own.length > 0) return hoursOf(own, 'availableStartTime', 'availableEndTime', notes);
  const read = places.map((place) => hoursOf(place.list('hoursOfOperation'), 'openingTime', 'closingTime', notes));
  const [first] = read;
  if (first === undefined) return { warnings: [] };
  if (read.every((hours) => JSON.stringify(hours) === JSON.stringify(first))) return first;
  const texts = read.flatMap((hours, at) => {
    const said = inWords(hours);
    return said === '' ? [] : [`${places[at]?.line('name') ?? at + 1}: ${said}`];
  });
  notes.repaired('hours-by-place', 'location.hoursOfOperation', `${places.length} places`);
  return { hoursText: texts.join('; '), warnings: [...new Set(read.flatMap(({ warnings }) => warnings))] };
}

function hoursOf(times: readonly Source[], start: string, end: string, notes: Notes): Hours {
  const opens: (Opens & { readonly days: readonly Opening['day'][] })[] = [];
  const texts: string[] = [];
  let unclear = false;
  for (const time of times) {
    const on = time
      .list('daysOfWeek')
      .map((day) => days.indexOf(day.exact('name')?.toLowerCase().slice(0, 3) ?? '') + 1);
    const from = time.exact(start);
    const to = time.exact(end);
    const span =
      time.flag('allDay') === true ? { opens: '00:00', closes: '24:00' } : readSpan(from, to, time.at(start), notes);
    if (span !== undefined && on.length > 0 && on.every((day) => day > 0)) {
      opens.push({ ...span, days: on as Opening['day'][] });
      continue;
    }
    unclear = true;
    const text = [dayText(on), [from, to].filter(Boolean).map(shortTime).join('–')].filter(Boolean).join(' ');
    notes.repaired('hours-unclear', time.at(start), text || undefined);
    if (text !== '') texts.push(text);
  }
  const weekly = opens.every((one) => one.closes > one.opens);
  const hours = opens
    .flatMap((one) => one.days.map((day): Opening => ({ day, opens: one.opens, closes: one.closes })))
    .sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1));
  return {
    ...(opens.length === 0 ? {} : weekly ? { hours } : { timetable: opens }),
    ...(texts.length === 0 ? {} : { hoursText: texts.join(', ') }),
    warnings: unclear ? ['hours-unclear'] : [],
  };
}

/** A time with a zone is read as the clock on the wall: no fixed offset follows summer time. */
function readSpan(from: string | undefined, to: string | undefined, field: string, notes: Notes) {
  const [opens, closes] = [clock.exec(from ?? ''), clock.exec(to ?? '')];
  if (!opens || !closes) return undefined;
  const [first, last] = [opens, closes].map(([, hour = '', minute = '']) => `${hour}:${minute}`) as [string, string];
  if (first >= '24:00' || last > '24:00') return undefined;
  if (opens[3] ?? closes[3]) notes.repaired('hours-zone', field, from);
  return spanOf(first, last);
}

const dayText = (on: readonly number[]): string => on.flatMap((day) => dayNames[day - 1] ?? []).join(', ');
const shortTime = (time: string | undefined): string => time?.replace(/^(\d{2}:\d{2}):00(?:\.0+)?$/, '$1') ?? '';

const inWords = ({ hours = [], timetable = [], hoursText }: Hours): string =>
  [
    ...hours.map(({ day, opens, closes }) => `${dayText([day])} ${opens}–${closes}`),
    ...timetable.map(({ days: on = [], opens, closes }) => `${dayText(on)} ${opens}–${closes}`),
    ...(hoursText === undefined ? [] : [hoursText]),
  ].join(', ');

/** Whole days on which it is closed. A part of a day, or a closing without an end, is told in words if there are any. */
function readClosures(service: Source, today: Day, { notes, own }: Account) {
  const closures: Closure[] = [];
  const texts: string[] = [];
  let unclear = false;
  for (const entry of service.list('notAvailable')) {
    const why = entry.line('description');
    const during = entry.record('during');
    const from = dayAt(during?.exact('start'), 'start');
    const to = dayAt(during?.exact('end'), 'end');
    if (from !== undefined && to !== undefined && from <= to) {
      if (to >= today) closures.push({ from, to, ...(why === undefined ? {} : { why }) });
      else notes.notCarried(`${entry.at('during')} (past)`);
      continue;
    }
    unclear = true;
    own(ownNote('closure-unclear', entry.at('during'), why));
    if (why !== undefined) texts.push(why);
  }
  return { closures, texts, unclear };
}

/** The day a whole-day period begins or ends with, both included; `2026-12-27T00:00` as an end is the night before. */
function dayAt(written: string | undefined, side: 'start' | 'end'): Day | undefined {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}).*)?$/.exec(written ?? '') ?? [];
  if (!isDay(day)) return undefined;
  if (time === undefined) return day;
  if (side === 'start') return time === '00:00' ? day : undefined;
  if (time >= '23:59') return day;
  return time === '00:00'
    ? new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    : undefined;
}
