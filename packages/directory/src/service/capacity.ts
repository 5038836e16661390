import type { Day, Service } from '@everycontact/core';
import type { Notes, Source } from '../source.js';
import { readDay } from './day.js';

/** Free places (HSDS 3.1): full where none of the units has any; without a date it is no news and is left out. */
export function readCapacity(service: Source, today: Day, notes: Notes): Service['capacity'] | undefined {
  const units = service.list('capacities').flatMap((capacity) => {
    const available = capacity.number('available');
    const asOf = readDay(capacity, 'updated', notes, today);
    return available === undefined || asOf === undefined ? [] : [{ available, asOf }];
  });
  if (units.length === 0) return undefined;
  const asOf = units
    .map((unit) => unit.asOf)
    .sort()
    .at(-1) as Day;
  return { state: units.some(({ available }) => available > 0) ? 'open' : 'full', asOf };
}
