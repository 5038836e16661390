import { EveryContactError, isDay, type Day, type Instant } from '@everycontact/core';
import type { OwnColumns } from '../feed/columns.js';
import type { TopicMap } from '../needs.js';
import type { Holiday } from '../service/holidays.js';

/** What every reading of a feed may be told, whether it is held in memory or read piece by piece. */
export interface ReadingOptions {
  /** When the feeds were fetched: decides what is stale, outdated or in the future. */
  readonly fetchedAt: Instant;
  /** Of all feeds: a feed's own statement is not read, since most say nothing or something wrong. */
  readonly licence?: string;
  readonly attribution?: string;
  /** Instead of `defaultTopics`. */
  readonly topics?: TopicMap;
  /** What the headings of a spreadsheet of one's own stand for, e.g. `{ 'Tel no': 'phone' }`: the columns in the README. */
  readonly columns?: OwnColumns;
  /** Public holidays of the place, for hours that speak of them; without them those stay words. */
  readonly holidays?: readonly Holiday[];
}

/** @throws EveryContactError `fetched-at-invalid` */
export function dayOfFetching(fetchedAt: Instant): Day {
  const today = fetchedAt.slice(0, 10);
  if (isDay(today)) return today;
  throw new EveryContactError(
    'fetched-at-invalid',
    'fetchedAt',
    `"fetchedAt" must be an instant such as 2026-11-22T09:30:00.000Z, found "${fetchedAt}".`,
  );
}
