import type { ContextFacts, Interval } from '../pack/fact.js';
import type { NeedId } from '../pack/pack.js';
import type { Day, Locale } from '../pack/reader.js';
import type { DirectoryQuery } from './directory.js';
import { originAt, type Origin } from './distance.js';
import { calendarAround, daysBefore, wallClock, type CalendarDay, type WallClock } from './wall-clock.js';

/** A query made ready once, so that judging a candidate is only comparing. Undefined is not known, or not asked. */
export interface Question {
  readonly need: NeedId;
  /** Whole years, or from and to of a band. */
  readonly age: Interval | undefined;
  readonly pregnant: boolean | undefined;
  readonly gender: 'woman' | 'man' | undefined;
  /** Whom a service at the workplace must take. */
  readonly colleague: 'staff' | 'volunteers' | undefined;
  readonly language: Locale | undefined;
  /** Its first part, by which it is judged: `ti` of `ti-ER`. */
  readonly spoken: string;
  /** The first part of the language on the screen. */
  readonly read: string;
  readonly mayRefer: boolean;
  readonly mustBeFree: boolean;
  readonly stepFree: boolean;
  /** Upper case; a postcode only to its first half. */
  readonly area: string | undefined;
  readonly origin: Origin | undefined;
  /** The origin is the middle of an area. */
  readonly about: boolean;
  readonly clock: WallClock;
  readonly calendar: readonly CalendarDay[];
  /** Details checked before this day are old. */
  readonly assuredSince: Day;
  /** What was said of free places before this day is no news. */
  readonly capacitySince: Day;
}

const ASSURED_DAYS = 365;
const CAPACITY_DAYS = 14;

/**
 * Facts read: `context.age`, `context.ageBand` (`18-24`), `context.under18`, `context.pregnant`, `context.gender`
 * (`woman`, `man`), `context.language`, `context.role` (`volunteer`), and where a pack declares them
 * `context.mustBeFree` and `context.stepFree`. What is not told is not known.
 */
export function questionOf({ need, facts, reader, occasion, at, timeZone }: DirectoryQuery): Question {
  const { near, setting, mayRefer, interpreterLanguage } = occasion;
  const clock = wallClock(at, timeZone);
  const pregnant = facts['context.pregnant'];
  const gender = facts['context.gender'];
  const language = facts['context.language'] ?? interpreterLanguage;
  return {
    need,
    age: ageOf(facts),
    pregnant: typeof pregnant === 'boolean' ? pregnant : undefined,
    gender: gender === 'woman' || gender === 'man' ? gender : undefined,
    colleague: setting !== 'staff' ? undefined : facts['context.role'] === 'volunteer' ? 'volunteers' : 'staff',
    language: typeof language === 'string' ? language : undefined,
    spoken: typeof language === 'string' ? firstPart(language) : '',
    read: firstPart(reader.locale),
    mayRefer: mayRefer === true,
    mustBeFree: facts['context.mustBeFree'] === true,
    stepFree: facts['context.stepFree'] === true,
    area: near && 'area' in near && near.area !== undefined ? firstHalf(near.area) : undefined,
    origin: near && 'latitude' in near ? originAt(near) : undefined,
    about: near !== undefined && 'about' in near && near.about,
    clock,
    ...datesOf(clock.today),
  };
}

type Dates = Pick<Question, 'calendar' | 'assuredSince' | 'capacitySince'>;
/** Many questions are asked in a day. */
let dates: { readonly today: Day; readonly are: Dates } | undefined;

function datesOf(today: Day): Dates {
  if (dates?.today !== today) {
    const calendar = calendarAround(today);
    const assuredSince = daysBefore(today, ASSURED_DAYS);
    dates = { today, are: { calendar, assuredSince, capacitySince: daysBefore(today, CAPACITY_DAYS) } };
  }
  return dates.are;
}

/** An age in whole years, or the band the host told, or only whether it is below eighteen. */
function ageOf(facts: ContextFacts): Interval | undefined {
  const years = facts['context.age'];
  if (typeof years === 'number') return { from: years, to: years };
  if (facts['context.under18'] === true) return { from: 0, to: 17 };
  const band = /^(\d+)-(\d+)$/.exec(String(facts['context.ageBand'] ?? ''));
  if (band) return { from: Number(band[1]), to: Number(band[2]) };
  return facts['context.under18'] === false ? { from: 18, to: Infinity } : undefined;
}

const firstHalf = (area: string) =>
  area
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/, '$1');

/** The language of a tag without script and country. */
const firstPart = (tag: Locale) => tag.toLowerCase().split('-', 1)[0] ?? '';
