import { isDay, type Day, type Finding } from '@everycontact/core';

/** A public holiday of the place, as its organisation lists it. This package ships no list. */
export interface Holiday {
  readonly day: Day;
  readonly name?: string;
}

/** What written hours are read against. */
export interface Calendar {
  readonly today: Day;
  /** Without them nobody knows on which days "public holidays" falls. */
  readonly holidays?: readonly Holiday[] | undefined;
}

/**
 * Public holidays from a file of one date a line, with or without a name after it: `2026-12-25 Christmas Day`. Empty lines
 * and lines that begin with `#` are passed over.
 *
 * @returns the days in order, and each line that begins with no date: `holiday-unreadable`
 */
export function readHolidays(text: string): {
  readonly holidays: readonly Holiday[];
  readonly problems: readonly Finding[];
} {
  const holidays: Holiday[] = [];
  const problems: Finding[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .forEach((line, at) => {
      const [, day = '', name = ''] = /^"?([^\s,;"]+)"?[\s,;]*"?(.*?)"?$/.exec(line.trim()) ?? [];
      if (day === '' || day.startsWith('#')) return;
      if (isDay(day)) holidays.push({ day, ...(name === '' ? {} : { name }) });
      else
        problems.push({
          code: 'holiday-unreadable',
          where: `line ${at + 1}`,
          message: `expected a date such as 2026-12-25, found "${day.slice(0, 40)}": write the date first, then the name`,
        });
    });
  return { holidays: holidays.sort((a, b) => (a.day < b.day ? -1 : 1)), problems };
}
