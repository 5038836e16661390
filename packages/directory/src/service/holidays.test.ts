import { expect, it } from 'vitest';
import { readHolidays } from './holidays.js';

it('reads one date a line, with or without a name, in order', () => {
  const text = '\ufeff# Wexmarsh\n2026-12-26\r\n\n2026-12-25, Christmas Day\n"2027-01-01";"New Year"';
  expect(readHolidays(text)).toEqual({
    holidays: [
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-12-26' },
      { day: '2027-01-01', name: 'New Year' },
    ],
    problems: [],
  });
});
it('names each line that begins with no date', () => {
  expect(readHolidays('2026-12-25\n25/12/2027 Christmas\n2026-02-30')).toMatchObject({
    holidays: [{ day: '2026-12-25' }],
    problems: [
      { code: 'holiday-unreadable', where: 'line 2' },
      { code: 'holiday-unreadable', where: 'line 3' },
    ],
  });
});
