import { oncePerWord } from '../pack/once-per.js';
import type { Day, Locale } from '../pack/reader.js';

const calendar = (form: Intl.DateTimeFormatOptions) =>
  oncePerWord((locale) => new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }));

const calendars = {
  date: calendar({ dateStyle: 'long' }),
  weekday: calendar({ weekday: 'long', day: 'numeric', month: 'long' }),
  short: calendar({ weekday: 'short' }),
};

/** A civil day in words: "22 November 2026"; as `weekday` "Sunday 22 November", as `short` "Sun". */
export const dayInWords = (locale: Locale, day: Day, form: keyof typeof calendars = 'date'): string =>
  calendars[form](locale).format(new Date(day));
