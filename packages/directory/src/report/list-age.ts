import type { Instant } from '@everycontact/core';
import { daysBetween } from '../service/day.js';

/**
 * How old a list is, in words for whoever looks after it: `as of 2026-09-01, 83 days ago`. A list as a whole has no date after
 * which it is wrong; each of its services has.
 *
 * @param asOf when it was last known to be true
 */
export function listAge(asOf: Instant, now: Instant): string {
  const day = asOf.slice(0, 10);
  const days = daysBetween(day, now.slice(0, 10));
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : days > 1 ? `${days} days ago` : 'a day still to come';
  return `as of ${day}, ${ago}`;
}
