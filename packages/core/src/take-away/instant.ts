import { dayNumber, wallClock } from '../directory/wall-clock.js';
import type { Instant } from '../pack/reader.js';

/**
 * When a clock on the wall of a place shows a time. Of a time that comes twice, the first; of one that is left out in
 * spring, as much later as the clock was put forward.
 *
 * @param wall `2026-12-03T09:30`, as a field for date and time gives it
 * @param timeZone an IANA name
 * @returns nothing for what is no date and time
 */
export function instantAt(wall: string, timeZone: string): Instant | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return undefined;
  const ahead = (time: number) => {
    const { today, minute } = wallClock(new Date(time).toISOString(), timeZone);
    return (dayNumber(today) * 1440 + minute) * 60_000 - time;
  };
  // No place is a day away, and none puts its clock twice within two days.
  const [before, after] = [ahead(asUtc - 86_400_000), ahead(asUtc + 86_400_000)];
  const first = asUtc - before;
  return new Date(
    ahead(first) === before ? first : ahead(asUtc - after) === after ? asUtc - after : first,
  ).toISOString();
}
