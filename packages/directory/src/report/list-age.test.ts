import { expect, it } from 'vitest';
import { listAge } from './list-age.js';

it.each([
  ['2026-11-22T23:59:00.000Z', 'as of 2026-11-22, today'],
  ['2026-11-21T00:00:00.000Z', 'as of 2026-11-21, yesterday'],
  ['2025-11-22T09:00:00.000Z', 'as of 2025-11-22, 365 days ago'],
  ['2026-12-01T00:00:00.000Z', 'as of 2026-12-01, a day still to come'],
])('says how old a list of %s is', (asOf, words) => {
  expect(listAge(asOf, '2026-11-22T00:00:00.000Z')).toBe(words);
});
