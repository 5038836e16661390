import type { Closure, Day, Opening, Opens } from '@everycontact/core';
import { present } from '../present.js';
import type { Notes, Source } from '../source.js';
import { hoursOf } from './hours-text.js';
import type { Calendar } from './holidays.js';
import { readSchedule, standing } from './schedule.js';
import { saysHalves } from './twelve-hours.js';

export interface Hours {
  /** Where the openings are weekly and nothing else; otherwise all of them are in `timetable`. */
  readonly hours?: readonly Opening[];
  readonly timetable?: readonly Opens[];
  readonly closures?: readonly Closure[];
  readonly hoursText?: string;
  readonly hoursConfirmedUntil?: Day;
  /** `hours-unclear`, `hours-not-confirmed`. */
  readonly warnings: readonly string[];
}

function inForm(openings: readonly Opens[]): Pick<Hours, 'hours' | 'timetable'> {
  const weekly: Opening[] = [];
  for (const { days, opens, closes, ...further } of openings) {
    if (days === undefined || closes <= opens || Object.keys(further).length > 0) return { timetable: openings };
    weekly.push(...days.map((day) => ({ day, opens, closes })));
  }
  return weekly.length === 0 ? {} : { hours: weekly.sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1)) };
}

function ofSchedules(sources: readonly Source[], today: Day, notes: Notes): Hours {
  const read = sources.map((source) => ({
    source,
    schedule: readSchedule(source, notes),
    text: source.line('description', 'name') ?? source.line('notes'),
  }));
  const { schedules, opens, confirmedUntil } = standing(
    read.flatMap(({ schedule }) => schedule ?? []),
    today,
  );
  const form = inForm(opens);
  const lapsed = schedules.length === 0 || (confirmedUntil !== undefined && confirmedUntil < today);
  const texts = new Set<string>();
  const warnings = new Set<string>();
  for (const { source, schedule, text } of read) {
    const used = schedule !== undefined && schedules.includes(schedule);
    const code =
      schedule === undefined ? 'hours-unclear' : lapsed ? 'hours-not-confirmed' : used ? undefined : 'hours-ended';
    if (code !== undefined) notes.repaired(code, source.at('byday'), text ?? source.exact('byday'));
    if (code !== undefined && code !== 'hours-ended') warnings.add(code);
    if (text !== undefined && (used ? form.timetable !== undefined : code !== 'hours-ended')) texts.add(text);
  }
  return {
    ...form,
    ...(texts.size === 0 ? {} : { hoursText: [...texts].join(' ') }),
    ...(confirmedUntil === undefined ? {} : { hoursConfirmedUntil: confirmedUntil }),
    warnings: [...warnings],
  };
}

function ofText(service: Source, written: string, calendar: Calendar, notes: Notes): Hours {
  const read = hoursOf(written, calendar);
  if (read === undefined) {
    notes.repaired('hours-unclear', service.at('hours'), written);
    return { hoursText: written, warnings: ['hours-unclear'] };
  }
  // Faces show weekly hours instead of words: where words must be seen, they are a timetable.
  const form = read.holidaysUnknown ? { timetable: read.opens } : inForm(read.opens);
  if (read.holidaysUnknown) notes.repaired('hours-holidays', service.at('hours'), written);
  if (saysHalves(written))
    notes.repaired('hours-read', service.at('hours'), written, read.opens.map(openingInWords).join(', '));
  return present({
    ...form,
    closures: read.closures.length === 0 ? undefined : read.closures,
    hoursText: form.timetable === undefined ? undefined : written,
    warnings: [],
  });
}

const weekday = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const openingInWords = ({ days = [], weeksOfMonth, opens, closes }: Opens): string =>
  `${days.map((day) => weekday[day - 1]).join(' ')}${weeksOfMonth ? `[${weeksOfMonth.join()}]` : ''} ${opens}–${closes}`;
const inWords = (hours: readonly Opening[]): string =>
  hours.map(({ day, opens, closes }) => `${weekday[day - 1]} ${opens}–${closes}`).join(', ');

/**
 * When it is open: schedules of the service at its places, else its own, else those of the locations; `hours` of a plain
 * CSV before all. No schedule anywhere is unknown, not closed. Where places differ, the hours are text, place by place.
 */
export function readHours(service: Source, places: readonly Source[], calendar: Calendar, notes: Notes): Hours {
  const written = service.line('hours');
  if (written !== undefined) return ofText(service, written, calendar, notes);
  const { today } = calendar;
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
