import fc from 'fast-check';
import { expect, it } from 'vitest';
import { civilDay } from './standing.js';

const zones = [
  'Europe/London',
  'Europe/Copenhagen',
  'Europe/Stockholm',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'UTC',
];

it('gives the day that a calendar gives, at every place and instant, also in engines with Temporal', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
      const day = new Intl.DateTimeFormat('sv', { timeZone }).format(instant);
      expect(civilDay(instant.toISOString(), timeZone)).toBe(day);
    }),
  );
});
