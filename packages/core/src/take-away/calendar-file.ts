import type { Instant } from '../pack/reader.js';

/** An appointment in a calendar that others may read: its title names no behaviour. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  /** How long it takes; 30 by default. */
  readonly minutes?: number;
  readonly address?: string;
  /** When the file is made. */
  readonly made: Instant;
}

/** One appointment as iCalendar (RFC 5545), in UTC, so that every calendar shows it in its own time. */
export function calendarFile({ id, title, start, minutes = 30, address, made }: Appointment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//everycontact//take-away//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${inUtc(Date.parse(made))}`,
    `DTSTART:${inUtc(Date.parse(start))}`,
    `DTEND:${inUtc(Date.parse(start) + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    ...(address ? [`LOCATION:${escaped(address)}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const inUtc = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/** Any sign that a calendar might take for the end of a line is one within the text. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\p{Cc}\u2028\u2029]/gu, '\\n');

/** No line is longer than 75 octets, and none ends within a letter. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}

const octetsOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
