import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.js';
import { instantAt } from './instant.js';

const appointment = {
  id: '7f0c@everycontact',
  title: 'Appointment',
  start: '2026-12-03T09:30:00.000Z',
  made: '2026-11-22T09:00:00.000Z',
};
const utf8 = (line: string) => Buffer.byteLength(line, 'utf8');

describe('a calendar file', () => {
  it('is one private appointment in UTC', () => {
    expect(calendarFile(appointment).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//everycontact//take-away//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:7f0c@everycontact',
      'DTSTAMP:20261122T090000Z',
      'DTSTART:20261203T093000Z',
      'DTEND:20261203T100000Z',
      'SUMMARY:Appointment',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what has a meaning in the format', () => {
    const file = calendarFile({ ...appointment, address: 'Hall 2; Back\\room, Wexmarsh\nNear the mill' });
    expect(file).toContain('LOCATION:Hall 2\\; Back\\\\room\\, Wexmarsh\\nNear the mill\r\n');
  });

  it.each(['\r', '\n', '\u000b', '\f', '\u0085', '\u2028', '\u2029', '\0'])(
    'lets no text begin a line of its own: %j',
    (sign) => {
      const file = calendarFile({ ...appointment, address: `Mill${sign}ATTACH:https://elsewhere.example` });
      expect(file).toContain('LOCATION:Mill\\nATTACH:https://elsewhere.example\r\n');
    },
  );

  it('has no line over 75 octets, and gives back every letter when it is unfolded', () => {
    const letters = fc.array(fc.constantFrom('a', 'ø', 'ع', '漢', '🌱', ' '), {
      minLength: 1,
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(
        letters.map((all) => all.join('')),
        (address) => {
          const file = calendarFile({ ...appointment, address });
          for (const line of file.split('\r\n')) {
            expect(utf8(line)).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/\p{Cs}/u);
          }
          expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${address}\r\n`);
        },
      ),
    );
  });
});

describe('a time on the wall', () => {
  it.each([
    ['in winter', '2026-12-03T09:30', 'Europe/Copenhagen', '2026-12-03T08:30:00.000Z'],
    ['in summer', '2026-07-03T09:30', 'Europe/Copenhagen', '2026-07-03T07:30:00.000Z'],
    ['in England', '2026-07-03T09:30', 'Europe/London', '2026-07-03T08:30:00.000Z'],
    ['that comes twice, the first', '2026-10-25T02:30', 'Europe/Copenhagen', '2026-10-25T00:30:00.000Z'],
    ['that is left out, an hour later', '2026-03-29T02:30', 'Europe/Copenhagen', '2026-03-29T01:30:00.000Z'],
    ['just before the clock is put back', '2026-10-25T01:59', 'Europe/Copenhagen', '2026-10-24T23:59:00.000Z'],
    ['just after it', '2026-10-25T03:00', 'Europe/Copenhagen', '2026-10-25T02:00:00.000Z'],
    ['just after it is put forward', '2026-03-29T03:00', 'Europe/Copenhagen', '2026-03-29T01:00:00.000Z'],
    ['west of us', '2026-11-22T20:00', 'America/Los_Angeles', '2026-11-23T04:00:00.000Z'],
    ['far east', '2026-11-22T08:00', 'Pacific/Kiritimati', '2026-11-21T18:00:00.000Z'],
  ])('is found %s', (_, wall, zone, instant) => {
    expect(instantAt(wall, zone)).toBe(instant);
  });

  it.each(['', '2026-12-03', '2026-13-03T09:30', '2026-12-03T25:00', 'tomorrow'])('is none in "%s"', (wall) => {
    expect(instantAt(wall, 'Europe/London')).toBeUndefined();
  });
});
