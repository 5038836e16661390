import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursOf } from '../src/service/hours-text.js';

const read = (text: string) => hoursOf(text, { today: '2026-11-22', holidays: undefined });
const names = [
  ['Mo', 'Mon', 'Monday', 'Mondays'],
  ['Tu', 'Tues', 'Tuesday', 'Tuesdays'],
  ['We', 'Weds', 'Wednesday', 'Wednesdays'],
  ['Th', 'Thurs', 'Thursday', 'Thursdays'],
  ['Fr', 'Fri', 'Friday', 'Fridays'],
  ['Sa', 'Sat', 'Saturday', 'Saturdays'],
  ['Su', 'Sun', 'Sunday', 'Sundays'],
];
const two = (number: number) => String(number).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** A time as English writes it; `half` is left out where the other time of the span has it. */
function spoken(minutes: number, { dot, gap, dots }: Style, half = true): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes === 720 && half) return `12${gap}noon`;
  const mark = `${hour < 12 ? 'a' : 'p'}${dots ? '.' : ''}m${dots ? '.' : ''}`;
  return `${((hour + 11) % 12) + 1}${minute ? `${dot}${two(minute)}` : ''}${half ? `${gap}${mark}` : ''}`;
}

interface Style {
  readonly dot: string;
  readonly gap: string;
  readonly dots: boolean;
  readonly name: number;
  readonly to: string;
  readonly order: 'days' | 'times';
  readonly between: string;
}
const style: fc.Arbitrary<Style> = fc.record({
  dot: fc.constantFrom('.', ':'),
  gap: fc.constantFrom('', ' '),
  dots: fc.boolean(),
  name: fc.nat(3),
  to: fc.constantFrom('-', ' - ', '–', ' to ', ' until '),
  order: fc.constantFrom('days', 'times'),
  between: fc.constantFrom(' ', ', ', ': '),
});
/** From one in the morning to half past eleven in the evening, by quarters of an hour. */
const span = fc
  .uniqueArray(fc.integer({ min: 4, max: 94 }), { minLength: 2, maxLength: 2 })
  .map((quarters) => quarters.map((one) => one * 15).sort((a, b) => a - b) as [number, number]);
const week = fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 6 });

describe('hours as English writes them', () => {
  it('mean the same as on the clock of 24 hours, in every manner of writing', () => {
    fc.assert(
      fc.property(week, span, style, (days, [opens, closes], how) => {
        const plain = `${days.map((day) => names[day]?.[0]).join(',')} ${clock(opens)}-${clock(closes)}`;
        const said = days.map((day) => names[day]?.[how.name]).join(' and ');
        const times = `${spoken(opens, how)}${how.to}${spoken(closes, how)}`;
        const written = how.order === 'days' ? `${said}${how.between}${times}` : `${times} ${said}`;
        expect([written, read(written)]).toEqual([written, read(plain)]);
        expect(read(plain)).toBeDefined();
      }),
    );
  });

  it('have one mark for both times only where no other reading is English', () => {
    fc.assert(
      fc.property(span, style, ([opens, closes], how) => {
        const marked = `Mon ${spoken(opens, how)}-${spoken(closes, how)}`;
        const once = read(`Mon ${spoken(opens, how, false)}-${spoken(closes, how)}`);
        if (once !== undefined && closes - opens < 720) expect([marked, once]).toEqual([marked, read(marked)]);
      }),
    );
  });
});

const word = fc.constantFrom(
  ...names.flat(),
  ...'9 5 12 24 09:00 9.30 0900 am pm a.m. noon midnight hours - – to , ; . : / ( ) & and closed except bank holidays first of the month daily 24/7 [1] til og'.split(
    ' ',
  ),
);

it('never throws at written hours, and gives only times that there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.constantFrom('', ' ')), { maxLength: 14 }), (words) => {
      const found = read(words.flat().join(''));
      for (const { opens, closes, days } of found?.opens ?? []) {
        expect([opens, closes].join(' ')).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d (?:[01]\d|2[0-4]):[0-5]\d$/);
        expect(days?.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});
