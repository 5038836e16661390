import type { Day, Service } from '@everycontact/core';
import type { Notes, Source } from '../source.js';
import { readDay } from './day.js';

const waiting =
  /\bwait|\bweeks?\b|\bmonths?\b|\bvente|\buger\b|\bmåneder\b|\bvänte|(?<!\p{L})kö\b|\bveckor\b|\bmånader\b/iu;
const noWaiting = /\b(?:no|without|ingen|uden|utan)\b[^.]{0,20}(?:wait|vente|vänte|kö)/i;

/**
 * Free places (HSDS 3.1): full where none of the units has any; without a date it is no news and is left out. Else the
 * words on waiting of older versions, which are as old as the record.
 *
 * @param recordOf when the record was last changed or assured
 */
export function readCapacity(
  service: Source,
  today: Day,
  recordOf: Day | undefined,
  notes: Notes,
): Service['capacity'] | undefined {
  const units = service.list('capacities').flatMap((capacity) => {
    const available = capacity.number('available');
    const asOf = readDay(capacity, 'updated', notes, today);
    return available === undefined || asOf === undefined ? [] : [{ available, asOf }];
  });
  if (units.length === 0) {
    const words = service.line('wait_time');
    if (words === undefined || recordOf === undefined || !waiting.test(words)) return undefined;
    return { state: noWaiting.test(words) ? 'open' : 'waiting-list', asOf: recordOf };
  }
  const asOf = units
    .map((unit) => unit.asOf)
    .sort()
    .at(-1) as Day;
  return { state: units.some(({ available }) => available > 0) ? 'open' : 'full', asOf };
}
