import type { Day, Opening } from '@everycontact/core';
import type { Notes, Source } from '../source.js';
import { hoursOf } from './hours-text.js';

export interface Hours {
  readonly hours?: readonly Opening[];
  readonly hoursText?: string;
  /** `hours-unclear`, `hours-not-confirmed`. */
  readonly warnings: readonly string[];
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const clock = /^([01]\d|2[0-3]|24):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

function wallClock(written: string | undefined): { readonly time: string; readonly zoned: boolean } | undefined {
  const [, hour = '', minute = '', zone] = clock.exec(written ?? '') ?? [];
  return hour === '' || (hour === '24' && minute !== '00')
    ? undefined
    : { time: `${hour}:${minute}`, zoned: zone !== undefined };
}

/** A schedule as weekly hours, if it is no more than that: weekdays, one opening and one closing time on the same day. */
function weekly(schedule: Source, notes: Notes): readonly Opening[] | undefined {
  const freq = schedule.exact('freq');
  const byday =
    schedule
      .exact('byday')
      ?.toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const opens = wallClock(schedule.exact('opens_at'));
  const closes = wallClock(schedule.exact('closes_at'));
  const interval = schedule.exact('interval') ?? '1';
  const further = ['byweekno', 'bymonthday', 'byyearday', 'count'].some((name) => schedule.exact(name) !== undefined);
  if (freq?.toUpperCase() !== 'WEEKLY' || interval !== '1' || further || byday.length === 0) return undefined;
  if (
    !byday.every((day) => days.includes(day)) ||
    opens === undefined ||
    closes === undefined ||
    closes.time <= opens.time
  ) {
    return undefined;
  }
  if (opens.zoned || closes.zoned) notes.repaired('hours-zone', schedule.at('opens_at'), schedule.exact('opens_at'));
  return byday.map((day) => ({
    day: (days.indexOf(day) + 1) as Opening['day'],
    opens: opens.time,
    closes: closes.time,
  }));
}

/** Whether the entry speaks of today: the activity has begun and not ended, and the information is still said to hold. */
const holds = (schedule: Source, today: Day): boolean =>
  ['valid_from', 'dtstart'].every((name) => (schedule.exact(name) ?? today).slice(0, 10) <= today) &&
  ['valid_to', 'until'].every((name) => (schedule.exact(name) ?? today).slice(0, 10) >= today);

function ofSchedules(schedules: readonly Source[], today: Day, notes: Notes): Hours {
  const hours: Opening[] = [];
  const texts = new Set<string>();
  const warnings = new Set<string>();
  for (const schedule of schedules) {
    const plain = weekly(schedule, notes);
    const text = schedule.line('description', 'name') ?? schedule.line('notes');
    if (plain !== undefined && holds(schedule, today)) {
      hours.push(...plain);
      continue;
    }
    const code = plain === undefined ? 'hours-unclear' : 'hours-not-confirmed';
    notes.repaired(code, schedule.at('byday'), text ?? schedule.exact('byday'));
    warnings.add(code);
    if (text !== undefined) texts.add(text);
  }
  const sorted = hours.sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1));
  return {
    ...(sorted.length === 0 ? {} : { hours: sorted }),
    ...(texts.size === 0 ? {} : { hoursText: [...texts].join(' ') }),
    warnings: [...warnings],
  };
}

const weekday = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const inWords = (hours: readonly Opening[]): string =>
  hours.map(({ day, opens, closes }) => `${weekday[day - 1]} ${opens}–${closes}`).join(', ');

/**
 * When it is open: schedules of the service at its places, else its own, else those of the locations; `hours` of a plain
 * CSV before all. No schedule anywhere is unknown, not closed. Where places differ, the hours are text, place by place.
 */
export function readHours(service: Source, places: readonly Source[], today: Day, notes: Notes): Hours {
  const written = service.line('hours');
  if (written !== undefined) {
    const hours = hoursOf(written);
    if (hours !== undefined) return { hours, warnings: [] };
    notes.repaired('hours-unclear', service.at('hours'), written);
    return { hoursText: written, warnings: ['hours-unclear'] };
  }
  const own = service.list('schedules', 'regular_schedules');
  const atPlaces = places.map((place) => place.list('schedules', 'regular_schedules'));
  const near = atPlaces.some((schedules) => schedules.length > 0);
  if (!near && own.length > 0) return ofSchedules(own, today, notes);
  const read = places.map((place, at) => {
    const schedules = near ? (atPlaces[at] ?? []) : (place.record('location')?.list('schedules') ?? []);
    return ofSchedules(schedules, today, notes);
  });
  const [first] = read;
  if (first === undefined) return { warnings: [] };
  const warnings = [...new Set(read.flatMap((hours) => hours.warnings))];
  if (read.every((hours) => JSON.stringify(hours) === JSON.stringify(first))) return first;
  const text = read.flatMap(({ hours, hoursText }, at) => {
    const said = [hours && inWords(hours), hoursText].filter(Boolean).join('. ');
    return said === '' ? [] : [`${places[at]?.record('location')?.line('name') ?? `${at + 1}`}: ${said}`];
  });
  notes.repaired('hours-by-place', service.at('service_at_locations.schedules'), `${places.length} places`);
  return { hoursText: text.join('; '), warnings };
}
