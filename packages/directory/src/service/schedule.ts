import { isDay, type Day, type Opens } from '@everycontact/core';
import { present } from '../present.js';
import type { Notes, Source } from '../source.js';
import { spanIn } from './hours-words.js';
import { repeatsOf } from './recurrence.js';
import { spanOf, type Span } from './span.js';
import { in24Hours } from './twelve-hours.js';

/** One HSDS schedule in the normal form, and the days its publisher vouches for. */
export interface Schedule {
  readonly opens: readonly Opens[];
  readonly validFrom?: Day;
  readonly validTo?: Day;
}

const clock = /^([01]\d|2[0-4]):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A schedule, or nothing where it says more than the normal form can: it stays text then. */
export function readSchedule(schedule: Source, notes: Notes): Schedule | undefined {
  const repeats = repeatsOf({
    freq: schedule.exact('freq'),
    interval: schedule.exact('interval'),
    byday: schedule.exact('byday'),
    bymonthday: schedule.exact('bymonthday'),
    byweekno: schedule.exact('byweekno'),
    byyearday: schedule.exact('byyearday'),
    wkst: schedule.exact('wkst'),
    dtstart: schedule.exact('dtstart'),
    until: schedule.exact('until'),
    count: schedule.exact('count'),
  });
  const [validFrom, validTo] = [validity(schedule, 'valid_from'), validity(schedule, 'valid_to')];
  const span = readSpan(schedule, notes);
  if (repeats === undefined || span === undefined) return undefined;
  return present({ opens: repeats.map((part) => ({ ...span, ...part })), validFrom, validTo });
}

/** A time with a zone or an offset is read as the clock on the wall: no fixed offset follows summer time. */
function readSpan(schedule: Source, notes: Notes): Span | undefined {
  const [opens, closes] = ['opens_at', 'closes_at'].map((name) => clock.exec(schedule.exact(name) ?? ''));
  if (!opens || !closes) return spanInWords(schedule, notes);
  const [from, to] = [`${opens[1]}:${opens[2]}`, `${closes[1]}:${closes[2]}`];
  if (from > '24:00' || to > '24:00') return undefined;
  if (opens[3] ?? closes[3]) notes.repaired('hours-zone', schedule.at('opens_at'), schedule.exact('opens_at'));
  return spanOf(from, to);
}

/** `9:00 AM` and `5pm`, which the standard does not allow and programs write. */
function spanInWords(schedule: Source, notes: Notes): Span | undefined {
  const written = [schedule.line('opens_at'), schedule.line('closes_at')].join(' - ');
  const span = spanIn(in24Hours(written.toLowerCase()));
  if (span) notes.repaired('hours-read', schedule.at('opens_at'), written, `${span.opens}–${span.closes}`);
  return span;
}

function validity(schedule: Source, name: string): Day | undefined {
  const day = schedule.exact(name)?.slice(0, 10);
  return day !== undefined && isDay(day) ? day : undefined;
}

/** What of several schedules can be relied on, as openings that add up. */
export interface Standing {
  readonly schedules: readonly Schedule[];
  readonly opens: readonly Opens[];
  /** The last day on which the hours are said to hold: nobody vouches for those after it. */
  readonly confirmedUntil?: Day;
}

/**
 * The schedules that hold today and those that follow them. Information that has lapsed ends an opening only where other
 * hours still hold: then it was an addition or an earlier state. Where all of it has lapsed, the last of it stays, confirmed
 * until that day.
 */
export function standing(schedules: readonly Schedule[], today: Day): Standing {
  const alive = schedules.filter(({ opens }) => opens.some(({ until = today }) => until >= today));
  const begun = alive.filter(({ validFrom = today }) => validFrom <= today);
  const holding = begun.filter(({ validTo = today }) => validTo >= today);
  if (holding.length === 0) {
    const confirmedUntil = latest(begun);
    const last = begun.filter(({ validTo }) => validTo === confirmedUntil);
    return present({ schedules: last, opens: last.flatMap(({ opens }) => opens), confirmedUntil });
  }
  const usable = alive.filter(({ validTo = today }) => validTo >= today);
  const confirmedUntil = latest(usable);
  const opens = usable.flatMap((schedule) =>
    schedule.opens.map((one) => bounded(one, schedule, today, confirmedUntil)),
  );
  return present({ schedules: usable, opens, confirmedUntil });
}

/** Nothing where anybody vouches without an end. */
function latest(schedules: readonly Schedule[]): Day | undefined {
  const days = schedules.map(({ validTo }) => validTo);
  return days.includes(undefined) ? undefined : (days as Day[]).sort().at(-1);
}

function bounded(opens: Opens, { validFrom, validTo }: Schedule, today: Day, confirmedUntil?: Day): Opens {
  const begins = [opens.from, validFrom].filter((day) => day !== undefined && day > today).sort();
  const ends = [opens.until, validTo === confirmedUntil ? undefined : validTo].filter((day) => day !== undefined);
  return present({ ...opens, from: begins.at(-1), until: ends.sort()[0] });
}
