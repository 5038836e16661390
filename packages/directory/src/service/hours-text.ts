import type { Opening } from '@everycontact/core';

const dayNames: readonly RegExp[] = [
  /^(?:mo|mon|monday|man|mandag)s?$/,
  /^(?:tu|tue|tues|tuesday|ti|tir|tirs|tirsdag)s?$/,
  /^(?:we|wed|weds|wednesday|on|ons|onsdag)s?$/,
  /^(?:th|thu|thur|thurs|thursday|to|tor|tors|torsdag)s?$/,
  /^(?:fr|fri|friday|fre|fredag)s?$/,
  /^(?:sa|sat|saturday|lø|lør|lørdag)s?$/,
  /^(?:su|sun|sunday|sø|søn|søndag)s?$/,
];

const dayOf = (name: string): number => dayNames.findIndex((names) => names.test(name.replace(/\.$/, ''))) + 1;

function daysOf(text: string): readonly number[] | undefined {
  const found: number[] = [];
  for (const part of text.split(/\s*(?:,|\band\b|\bog\b|&)\s*/)) {
    const [from = 0, to] = part.split(/\s*(?:-|–|\bto\b|\btil\b)\s*/).map(dayOf);
    const last = to ?? from;
    if (from === 0 || last < from) return undefined;
    for (let day = from; day <= last; day += 1) found.push(day);
  }
  return found;
}

function timeOf(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? [];
  return hour === '' || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && minute !== '00')
    ? undefined
    : `${hour.padStart(2, '0')}:${minute}`;
}

/**
 * The common core of written hours, or nothing: `Mo-Fr 09:00-17:00; Sa 10-12`, `Monday: 8:30-12:00, 13:00-17:00`,
 * `Mandag og onsdag 9.00-15.00`. One clause it cannot read makes all of it text: half of the hours would be wrong hours.
 */
export function hoursOf(written: string): readonly Opening[] | undefined {
  const openings: Opening[] = [];
  for (const clause of written
    .toLowerCase()
    .split(/\s*[;\n]\s*/)
    .filter(Boolean)) {
    const split = /^([^\d:]+?)\s*:?\s*(\d.*)$/.exec(clause);
    const days = split?.[1] === undefined ? undefined : daysOf(split[1].replace(/\s*kl\.?$/, '').trim());
    if (days === undefined) return undefined;
    for (const span of (split?.[2] ?? '').split(/\s*,\s*/)) {
      const [opens, closes, more] = span.split(/\s*(?:-|–|\bto\b|\btil\b)\s*/).map(timeOf);
      if (opens === undefined || closes === undefined || more !== undefined || closes <= opens) return undefined;
      for (const day of days) openings.push({ day: day as Opening['day'], opens, closes });
    }
  }
  return openings.length === 0 ? undefined : openings.sort((a, b) => a.day - b.day || (a.opens < b.opens ? -1 : 1));
}
