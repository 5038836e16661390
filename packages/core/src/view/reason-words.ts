import type { DirectoryAnswer, Match, Reason } from '../directory/directory.js';
import type { Opening } from '../directory/service.js';
import type { InterfaceText } from '../pack/interface-texts.js';
import type { Line } from '../session/shown.js';
import type { Speaker } from './speaker.js';

const verdict = (reason: Reason) => (reason.truth === true ? 'met' : reason.truth === false ? 'not-met' : 'check');

/** A reason in the reader's words: "for ages 18 and over", "check: speaks Tigrinya". */
export function reasonLine(say: Speaker, reason: Reason): Line {
  return say.line(`reason.${reason.code}.${verdict(reason)}`, parametersOf(say, reason));
}

/** For an empty answer: which criterion to let go, and what that would bring. */
export function relaxLine(say: Speaker, { relax, excluded }: DirectoryAnswer): Line | undefined {
  const reason = relax && (relax.reason ?? excluded.find(({ by }) => by.code === relax.code)?.by);
  return reason && say.line('ui.relax', { count: relax.would, what: reasonLine(say, reason).text });
}

function parametersOf(say: Speaker, { with: values = {} }: Reason): Record<string, string | number> {
  const { min, max, language, metres, date, day } = values;
  const told: Record<string, string | number> = {};
  for (const name in values) told[name] = String(values[name]);
  if (min !== undefined || max !== undefined) told['range'] = ageRange(say, min, max);
  if (language !== undefined)
    told['language'] =
      new Intl.DisplayNames(say.reader.locale, { type: 'language' }).of(String(language)) ?? String(language);
  if (metres !== undefined) told['distance'] = distanceInWords(say, Number(metres));
  if (date !== undefined) told['date'] = dayInWords(say, String(date));
  if (day !== undefined) told['day'] = dayInWords(say, String(day), { weekday: 'long', day: 'numeric', month: 'long' });
  return told;
}

function ageRange(say: Speaker, min: unknown, max: unknown): string {
  const key: InterfaceText = max === undefined ? 'age.from' : min === undefined ? 'age.to' : 'age.between';
  return say.label(key, {
    ...(min !== undefined && { min: Number(min) }),
    ...(max !== undefined && { max: Number(max) }),
  });
}

export function dayInWords(
  { reader }: Speaker,
  day: string,
  form: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
  return new Intl.DateTimeFormat(reader.locale, { ...form, timeZone: 'UTC' }).format(new Date(day));
}

/** Below a kilometre to the next hundred metres, above to two figures. */
export function distanceInWords({ reader }: Speaker, metres: number): string {
  const near = metres < 950;
  const value = near ? Math.max(100, Math.round(metres / 100) * 100) : metres / 1000;
  return new Intl.NumberFormat(reader.locale, {
    style: 'unit',
    unit: near ? 'meter' : 'kilometer',
    maximumSignificantDigits: near ? 3 : 2,
  }).format(value);
}

/** Weekly hours in one line: equal days that follow each other are joined, "Mon–Fri 09:00–17:00". */
export function hoursInWords({ reader }: Speaker, { hours, hoursText }: Match): string | undefined {
  if (!hours?.length) return hoursText;
  const weekday = new Intl.DateTimeFormat(reader.locale, { weekday: 'short', timeZone: 'UTC' });
  const dayName = (day: number) => weekday.format(new Date(Date.UTC(2024, 0, day)));
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
