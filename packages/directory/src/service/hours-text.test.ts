import { expect, it } from 'vitest';
import { hoursOf } from './hours-text.js';

const short = (text: string) => hoursOf(text)?.map(({ day, opens, closes }) => `${day} ${opens}-${closes}`);

it.each([
  ['Mo-We 09:00-17:00; Sa 10-12', ['1 09:00-17:00', '2 09:00-17:00', '3 09:00-17:00', '6 10:00-12:00']],
  ['Monday: 8:30-12:00 , 13:00-17:00', ['1 08:30-12:00', '1 13:00-17:00']],
  ['Mandag og onsdag kl. 9.00-15.00', ['1 09:00-15:00', '3 09:00-15:00']],
  ['Mo,We,Fr 09:30-12:30', ['1 09:30-12:30', '3 09:30-12:30', '5 09:30-12:30']],
  ['Tuesdays 14:00 to 16:00', ['2 14:00-16:00']],
])('reads %s', (text, hours) => {
  expect(short(text)).toEqual(hours);
});
it.each(['Sundays about ten', 'Mo-Fr 9-17; PH off', '9-17', 'Mo 17-9', 'Fr-Mo 9-17', '24/7', '', 'Mo 9-25'])(
  'keeps all of "%s" as text: half of the hours would be wrong hours',
  (text) => {
    expect(short(text)).toBeUndefined();
  },
);
