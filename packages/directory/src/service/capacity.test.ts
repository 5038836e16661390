import { expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';

it('is open where any unit has a free place, as of the latest count', () => {
  const capacities = [
    { available: 0, updated: '2026-11-01' },
    { available: 1, updated: '2026-11-18T09:00:00Z' },
  ];
  expect(oneService({ capacities }).service.capacity).toEqual({ state: 'open', asOf: '2026-11-18' });
});
it('is full where none has one', () => {
  expect(oneService({ capacities: [{ available: 0, updated: '2026-11-18' }] }).service.capacity?.state).toBe('full');
});
it('is left out without a date: old news is none', () => {
  expect(oneService({ capacities: [{ available: 3 }] }).service.capacity).toBeUndefined();
});
it.each([
  ['About 6 weeks', 'waiting-list'],
  ['There is a waiting list', 'waiting-list'],
  ['Ventetid: 3 uger', 'waiting-list'],
  ['Kö: två månader', 'waiting-list'],
  ['No waiting list', 'open'],
  ['Ingen väntetid', 'open'],
])('reads "%s" as %s, as old as the record', (wait_time, state) => {
  expect(oneService({ wait_time }).service.capacity).toEqual({ state, asOf: '2026-10-01' });
});
it('makes nothing of other words on waiting, nor of any without a date', () => {
  expect(oneService({ wait_time: 'Ask us' }).service.capacity).toBeUndefined();
  expect(oneService({ wait_time: '6 weeks', assured_date: undefined }).service.capacity).toBeUndefined();
});
