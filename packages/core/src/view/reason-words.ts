import type { DirectoryAnswer, Match, Reason } from '../directory/directory.js';
import type { Opening } from '../directory/service.js';
import type { InterfaceText } from '../pack/interface-texts.js';
import { oncePerName, oncePerWord } from '../pack/once-per.js';
import type { Locale } from '../pack/reader.js';
import type { Line } from '../session/shown.js';
import { dayInWords } from './day-in-words.js';
import type { Speaker } from './speaker.js';

/** A reason in the reader's words: "for ages 18 and over", "check: speaks Tigrinya". */
export function reasonLine(say: Speaker, reason: Reason): Line {
  return say.line(keyOf(reason), parametersOf(say, reason));
}

function keyOf({ code, truth, with: values }: Reason): string {
  const verdict = truth === true ? (values?.['referral'] ? 'referral' : 'met') : truth === false ? 'not-met' : 'check';
  return `reason.${code}.${verdict}`;
}

/** For an empty answer: which criterion to let go, and what that would bring. */
export function relaxLine(say: Speaker, { relax, excluded }: DirectoryAnswer): Line | undefined {
  const reason = relax && (relax.reason ?? excluded.find(({ by }) => by.code === relax.code)?.by);
  return reason && say.line('ui.relax', { count: relax.would, what: reasonLine(say, reason).text });
}

function parametersOf(say: Speaker, { with: values = {} }: Reason): Record<string, string> {
  const { min, max, language, metres, date, day, inDays } = values;
  const { locale } = say.reader;
  const told: Record<string, string> = {};
  for (const name in values) told[name] = String(values[name]);
  if (min !== undefined || max !== undefined) told['range'] = say.label(ageRange(min, max), told);
  if (language !== undefined) told['language'] = languageNames(locale).of(String(language)) ?? String(language);
  if (metres !== undefined) told['distance'] = distanceInWords(say, Number(metres));
  if (date !== undefined) told['date'] = dayInWords(locale, String(date));
  if (day !== undefined) told['day'] = daysAhead(locale, inDays) ?? dayInWords(locale, String(day), 'weekday');
  return told;
}

const ageRange = (min: unknown, max: unknown): InterfaceText =>
  max === undefined ? 'age.from' : min === undefined ? 'age.to' : 'age.between';

const languageNames = oncePerWord((locale) => new Intl.DisplayNames(locale, { type: 'language' }));
const lengths = oncePerName(
  ({ reader }: Speaker, unit) =>
    new Intl.NumberFormat(reader.locale, {
      style: 'unit',
      unit,
      maximumSignificantDigits: unit === 'meter' ? 3 : 2,
    }),
);
const fromToday = oncePerWord((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** Today and tomorrow are called so; nobody has to work out that a Sunday is today. */
const daysAhead = (locale: Locale, days: unknown): string | undefined =>
  days === 0 || days === 1 ? fromToday(locale).format(days, 'day') : undefined;

/** Below a kilometre to the next hundred metres, above to two figures: 0.96 is a whole one. */
export function distanceInWords(say: Speaker, metres: number): string {
  const near = metres < 950;
  const value = near ? Math.max(100, Math.round(metres / 100) * 100) : Math.round(metres / 100) / 10;
  return lengths(say, near ? 'meter' : 'kilometer').format(value);
}

/** Weekly hours in one line: equal days that follow each other are joined, "Mon–Fri 09:00–17:00". */
export function hoursInWords(say: Speaker, { hours, hoursText }: Match): string | undefined {
  if (!hours?.length) return hoursText;
  const dayName = (day: number) => dayInWords(say.reader.locale, `2024-01-0${day}`, 'short');
  const times = (day: number) =>
    hours
      .filter((opening: Opening) => opening.day === day)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .sort()
      .join(', ');
  const runs: { from: number; to: number; times: string }[] = [];
  for (const day of [1, 2, 3, 4, 5, 6, 7]) {
    const last = runs.at(-1);
    if (last && last.to === day - 1 && last.times === times(day)) last.to = day;
    else if (times(day)) runs.push({ from: day, to: day, times: times(day) });
  }
  return runs
    .map(({ from, to, times: open }) => `${dayName(from)}${to > from ? `–${dayName(to)}` : ''} ${open}`)
    .join('; ');
}
