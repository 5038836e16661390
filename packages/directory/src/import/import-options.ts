import type { Instant, Service } from '@everycontact/core';
import type { OwnColumns } from '../feed/columns.js';
import type { TopicMap } from '../needs.js';
import type { Fate } from '../report/account.js';
import type { ReportEntry } from '../report/report.js';
import type { Holiday } from '../service/holidays.js';
import type { Format } from './format.js';

export interface ImportOptions {
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
  /** Readers of other packages, asked before our own whether a document is theirs. */
  readonly formats?: readonly Format[];
  /** Takes each service as soon as it is read; a promise is waited for. */
  readonly onService: (service: Service) => void | Promise<void>;
  /** Hears each entry of the report, also those that a long report only counts. */
  readonly onEntry?: (feed: string, fate: Fate, entry: ReportEntry) => void;
  /** Hears how far the reading is, after each piece. */
  readonly onProgress?: (progress: Progress) => void;
  /** How many services the last good import gave, so that a feed that has fallen apart is told. */
  readonly lastGood?: number;
}

export interface Progress {
  readonly feed: string;
  readonly bytes: number;
  /** Bytes there are, where that is known. */
  readonly of?: number;
  readonly records: number;
}
