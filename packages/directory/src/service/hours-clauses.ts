import { in24Hours } from './twelve-hours.js';

const ordinals = ['first', 'second', 'third', 'fourth'];
const openWords = /^(?:we are )?open(?:ing (?:hours|times))?(?: on)?\s*:?\s+/;
const exceptWords = 'closed|except|excluding|excl|undtagen|utom';
const weekdayAhead = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';

/** What ends a clause of any order. */
const ends = /\s*[;|\n]\s*|(?<=\d)\.\s+(?=\p{L})/u;
/** What ends a clause that begins with its days: a comma or "and" before other days, or no sign at all before an English weekday. */
const endsDaysFirst = new RegExp(
  String.raw`(?<=\d)\s*,\s*(?=\p{L})|(?<=\d)\s+(?:(?:and|&)\s+)?(?=${weekdayAhead}\b)|(?<=\d)\s+(?=(?:${exceptWords})\b)`,
  'u',
);
/** What ends a clause that begins with its times: the times of the next. */
const endsTimesFirst = new RegExp(
  String.raw`(?<=\p{L})\s*,?\s+(?:and\s+)?(?=\d)|(?<=\p{L})\s+(?=(?:${exceptWords})\b)`,
  'u',
);
/** Times, and after them days. */
const timesFirst =
  /^(\d[\d:.]*-\d[\d:.]*(?:\s*(?:,|&|\sand\s)\s*\d[\d:.]*-\d[\d:.]*)*)\s*,?\s+(?:on\s+)?(\p{L}[^\d]*)$/u;

/**
 * Written hours as clauses of one form: lower case, days before times, the clock of 24 hours.
 *
 * `Open 9.30am to 12 noon on Tuesdays (closed in August)` gives `tuesdays 09:30-12:00` and `closed in august`.
 */
export function clausesOf(written: string): readonly string[] {
  return in24Hours(written.toLowerCase())
    .replaceAll(/\b(?:7|seven) days a week\b/g, 'daily')
    .replaceAll(/\s*\(([^()]*)\)/g, '; $1')
    .replaceAll(/\b([1-4])(?:st|nd|rd|th)\b/g, (_, number: string) => ordinals[Number(number) - 1] as string)
    .split(ends)
    .map((sentence) => sentence.replace(/[\s.,]+$/, '').replace(openWords, ''))
    .flatMap((sentence) => sentence.split(/^\d/.test(sentence) ? endsTimesFirst : endsDaysFirst))
    .map((clause) => clause.trim().replace(timesFirst, '$2 $1'))
    .filter(Boolean);
}
