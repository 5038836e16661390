import type { Service } from '@everycontact/core';
import type { Fate } from '../report/account.js';
import type { ReportEntry } from '../report/report.js';
import type { Format } from './format.js';
import type { ReadingOptions } from './reading-options.js';

export interface ImportOptions extends ReadingOptions {
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
