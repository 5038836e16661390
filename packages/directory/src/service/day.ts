import { isDay, type Day } from '@everycontact/core';
import type { Notes, Source } from '../source.js';

/** The same day `months` later, or the 28th where a month is too short: only years and whole months are ever asked for. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, 28)));
  return at.toISOString().slice(0, 10);
}

const oneDay = 86_400_000;

export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * oneDay).toISOString().slice(0, 10);

/** Whole days from one day to a later one; negative the other way round. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / oneDay;

/** Monday is 1. */
export const weekdayOf = (day: Day): number => ((Date.parse(`${day}T00:00:00Z`) / oneDay + 3) % 7) + 1;

/** January in English, Danish and Swedish, and so on: a name may be cut after three letters. */
const months =
  'january januar januari,february februar februari,march marts mars,april,may maj,june juni,july juli,august augusti,september,october oktober,november,december'
    .split(',')
    .map((names) => names.split(' '));

/** The number of a month by its name, or nothing. */
function monthNamed(name: string): string | undefined {
  const at = months.findIndex((names) => names.some((whole) => whole.startsWith(name.toLowerCase())));
  return at < 0 ? undefined : String(at + 1);
}

const inWords = /^(?:den )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?(\p{L}{3,9})\.?,?[ -](\d{4}|\d{2})$/iu;

/** Two figures for the year come last only where the day comes first; with hyphens they are the year in Sweden. */
const shortYear = /^(\d{1,2})([./])(\d{1,2})\2(\d{2})$/;

/** `3 November 2026`, `3. november 2026`, `03-Nov-26` and `3/11/26` as `3/11/2026`; what is not written so stays as it is. */
const inFigures = (written: string): string =>
  written.replace(shortYear, '$1/$3/20$4').replace(inWords, (whole, date: string, name: string, year: string) => {
    const month = monthNamed(name);
    return month === undefined ? whole : `${date}/${month}/${year.padStart(4, '20')}`;
  });

/** A civil date as written: `2026-11-22`, with or without a time after it, or day first (`22/11/2026`, `22.11.2026`, `22 Nov 2026`). */
export function civilDate(said: string): Day | undefined {
  const written = inFigures(said);
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T]|$)/.exec(written) ?? [];
  const day = year === '' ? written.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const whole = year !== '' || written.length === 10 || /^[T ]/.test(written.slice(10));
  return whole && isDay(day) ? day : undefined;
}

/**
 * A civil date of a feed.
 *
 * @param until the last day it can be, where a later one must be a slip
 */
export function readDay(source: Source, name: string, notes: Notes, until?: Day): Day | undefined {
  const written = source.exact(name);
  if (written === undefined) return undefined;
  const day = civilDate(written);
  if (day === undefined || (until !== undefined && day > until)) {
    notes.repaired('date-dropped', source.at(name), written);
    return undefined;
  }
  if (!written.startsWith(day)) notes.repaired('date-read', source.at(name), written, day);
  return day;
}
