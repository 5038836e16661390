import { describe, expect, it } from 'vitest';
import type { Opens } from '@everycontact/core';
import { hoursOf } from './hours-text.js';
import type { Holiday } from './holidays.js';

const today = '2026-11-22';
const read = (text: string, holidays?: readonly Holiday[]) => hoursOf(text, { today, holidays });
const inWords = ({ days, weeksOfMonth, from, until, opens, closes }: Opens) =>
  [days?.join(''), weeksOfMonth && `[${weeksOfMonth.join()}]`, from, until && `-${until}`, `${opens}-${closes}`]
    .filter(Boolean)
    .join(' ');
const short = (text: string, holidays?: readonly Holiday[]) => read(text, holidays)?.opens.map(inWords);

describe('written hours', () => {
  it.each([
    ['Mo-We 09:00-17:00; Sa 10-12', ['123 09:00-17:00', '6 10:00-12:00']],
    ['Mo-Fr 09:00-17:00, Sa 10:00-12:00', ['12345 09:00-17:00', '6 10:00-12:00']],
    ['Monday: 8:30-12:00 , 13:00-17:00', ['1 08:30-12:00', '1 13:00-17:00']],
    ['Mandag og onsdag kl. 9.00-15.00', ['13 09:00-15:00']],
    ['Måndag–torsdag 9–12 och 13–15; lör stängt', ['1234 09:00-12:00', '1234 13:00-15:00']],
    ['Lørdage 10 til 12', ['6 10:00-12:00']],
    ['to 10-12', ['4 10:00-12:00']],
    ['Tuesdays 14:00 to 16:00', ['2 14:00-16:00']],
    ['daily 08:00-20:00', ['1234567 08:00-20:00']],
    ['24/7', ['1234567 00:00-24:00']],
    ['Th[1],Th[-1] 14:00-16:00', ['4 [1] 14:00-16:00', '4 [-1] 14:00-16:00']],
    ['Th[1,3] 14:00-16:00', ['4 [1,3] 14:00-16:00']],
    ['Fr 22:00-02:00', ['5 22:00-02:00']],
    ['Mo 18-00:00', ['1 18:00-24:00']],
    ['døgnet rundt', ['1234567 00:00-24:00']],
  ])('reads %s', (text, openings) => {
    expect(short(text)).toEqual(openings);
  });
  it.each([
    'Sundays about ten',
    '9-17',
    'Mo 17-9',
    'Mo 08:30-05:30',
    'Fr-Mo 9-17',
    '',
    'Mo 9-25',
    'Mo 9+',
    'Mo-Fr 9-17; SH off',
    'Th[6] 9-10',
    'Apr-Sep Mo 9-10',
    'Su off',
    'Dec 24 10-12; Mo 9-10',
    'Mo 9-10; Feb 30 off',
    'We off; Mo-Fr 9-17',
    'Tuesdays 2-4',
    'Mon-Fri 9-5',
    'Mon 12-3',
    'Mon 11-1',
  ])('keeps all of "%s" as text: half of the hours would be wrong hours', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('hours that no person has written', () => {
  it('are read however much blank there is between', () => {
    const blank = ' '.repeat(50_000);
    expect(short(`Mon${blank}9am${blank}-${blank}5pm\n${blank}\n${blank}Tue${blank}10-12`)).toEqual([
      '1 09:00-17:00',
      '2 10:00-12:00',
    ]);
  });
  it('stay text where they are longer than any hours', () => {
    expect(read('Mon 9am-5pm; '.repeat(10))).toBeDefined();
    expect(read('Mon 9am-5pm; '.repeat(100))).toBeUndefined();
  });
});

describe('hours as English writes them', () => {
  it.each([
    ['Mon-Fri 9am-5pm', ['12345 09:00-17:00']],
    ['9am-5pm Mon-Fri', ['12345 09:00-17:00']],
    ['Mon-Fri 9am – 5pm; Sat 10am-1pm', ['12345 09:00-17:00', '6 10:00-13:00']],
    ['9am-5pm Mon-Fri, 10am-1pm Sat', ['12345 09:00-17:00', '6 10:00-13:00']],
    ['Monday to Friday, 9:00 - 17:00', ['12345 09:00-17:00']],
    ['Monday to Friday 9am to 5pm and Saturday 10am to 1pm', ['12345 09:00-17:00', '6 10:00-13:00']],
    ['Mon-Fri 9am-5pm & Sat 10am-1pm', ['12345 09:00-17:00', '6 10:00-13:00']],
    ['Monday: 9am-5pm Tuesday: 10am-4pm Wednesday: Closed', ['1 09:00-17:00', '2 10:00-16:00']],
    ['Weekdays 9.30am to 12 noon', ['12345 09:30-12:00']],
    ['Open Tuesdays between 9 a.m. and 12 noon & 1 p.m. to 4 p.m.', ['2 09:00-12:00', '2 13:00-16:00']],
    ['Mon-Fri 9am-5pm, closed Wednesdays', ['1245 09:00-17:00']],
    ['Mon-Fri 9am-5pm. Sun - closed.', ['12345 09:00-17:00']],
    ['Mon/Wed/Fri 0900-1230', ['135 09:00-12:30']],
    ['1st Tuesday of the month 10am-12pm', ['2 [1] 10:00-12:00']],
    ['Last Friday of each month, 2pm to 4pm', ['5 [-1] 14:00-16:00']],
    ['Every Thursday 18:30-8pm', ['4 18:30-20:00']],
    ['Weekends 10am-2pm', ['67 10:00-14:00']],
    ['24 hours', ['1234567 00:00-24:00']],
    ['Open 24 hours a day, 7 days a week', ['1234567 00:00-24:00']],
    ['Fri 8pm-midnight', ['5 20:00-24:00']],
  ])('are read: %s', (text, openings) => {
    expect(short(text)).toEqual(openings);
  });

  it.each([
    ['2-4pm', '14:00-16:00'],
    ['9-11.30am', '09:00-11:30'],
    ['9-5pm', '09:00-17:00'],
    ['12-2pm', '12:00-14:00'],
    ['10-12 noon', '10:00-12:00'],
    ['6pm-12am', '18:00-24:00'],
  ])('have one mark for both times where English means it so: %s', (times, span) => {
    expect(short(`Tue ${times}`)).toEqual([`2 ${span}`]);
  });

  it.each(['9am-5', '10-1am', '8-midnight', '9am-12am', '12am-5am', '13pm-5pm', '9am', '9am till late'])(
    'stay text where reading them would be a guess: %s',
    (times) => {
      expect(read(`Tue ${times}`)).toBeUndefined();
    },
  );

  it.each([
    '9am-5pm',
    'Closed Wednesdays; Mon-Fri 9am-5pm',
    'Closed Wednesdays and Sundays; Mon-Fri 9am-5pm',
    'Mon 0.30pm-5pm',
    'Mon 9am-5pm by appointment',
    'Mon 9am-5pm (term time only)',
  ])('stay text as a whole where a part cannot be read: %s', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('leave out public holidays that are excepted', () => {
    expect(read('Mon-Fri 9am-5pm (except bank holidays)', [{ day: '2026-12-25' }])).toMatchObject({
      closures: [{ from: '2026-12-25', to: '2026-12-25' }],
    });
  });
});

describe('a later clause', () => {
  it.each([
    ['Mo-Fr 09:00-17:00; We off', ['1245 09:00-17:00']],
    ['Mo-Fr 09:00-17:00; We 10:00-12:00', ['1245 09:00-17:00', '3 10:00-12:00']],
    ['Mo-Fr 09:00-17:00; Th[1] off', ['1235 09:00-17:00', '4 [2,3,4,5] 09:00-17:00']],
    ['Mo 09:00-17:00; Mo[-1] 12:00-14:00', ['1 [-2,-3,-4,-5] 09:00-17:00', '1 [-1] 12:00-14:00']],
  ])('replaces the days it speaks of: %s', (text, openings) => {
    expect(short(text)?.sort()).toEqual([...openings].sort());
  });
  it('adds to an earlier one for exactly the same days', () => {
    expect(short('Mo,We 9-12; Mo,We 13-17')).toEqual(['13 09:00-12:00', '13 13:00-17:00']);
  });
  it('makes all of it text where it could mean either', () => {
    expect(read('Mo-Fr 09:00-12:00; We 13:00-17:00')).toBeUndefined();
    expect(read('Th[1] 10:00-12:00; Th[-1] off')).toBeUndefined();
  });
});

describe('public holidays', () => {
  const christmas = { day: '2026-12-25', name: 'Christmas Day' };
  it('are closures on the days the organisation lists, from today on', () => {
    expect(read('Mo-Fr 9-17; PH off', [{ day: '2026-01-01' }, christmas])).toEqual({
      opens: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
      closures: [{ from: '2026-12-25', to: '2026-12-25', why: 'Christmas Day' }],
      holidaysUnknown: false,
    });
  });
  it('stay unknown without a list', () => {
    expect(read('Mo-Fr 9-17; helligdage lukket')).toMatchObject({ closures: [], holidaysUnknown: true });
    expect(read('Sa,PH 10-12')).toMatchObject({ holidaysUnknown: true });
  });
  it('have the hours they are given instead of the usual ones', () => {
    expect(short('Mo-Fr 09:00-17:00; Sa,PH 10:00-12:00', [christmas])).toEqual([
      '12345 -2026-12-24 09:00-17:00',
      '12345 2026-12-26 09:00-17:00',
      '6 10:00-12:00',
      '2026-12-25 -2026-12-25 10:00-12:00',
    ]);
  });
});

describe('dates of every year', () => {
  const closed = (text: string) => read(`Mo 9-10; ${text}`)?.closures.map(({ from, to }) => `${from} ${to}`);
  it('are closures this year and the next two', () => {
    expect(closed('Dec 24-26 off')).toEqual([
      '2026-12-24 2026-12-26',
      '2027-12-24 2027-12-26',
      '2028-12-24 2028-12-26',
    ]);
  });
  it('may cross the end of the year', () => {
    expect(closed('Dec 24-Jan 2 lukket')?.[0]).toBe('2026-12-24 2027-01-02');
  });
  it('may be whole months', () => {
    expect(closed('Jul off')).toEqual(['2027-07-01 2027-07-31', '2028-07-01 2028-07-31']);
    expect(closed('Jan-Feb off')?.[1]).toBe('2028-01-01 2028-02-29');
  });
});
