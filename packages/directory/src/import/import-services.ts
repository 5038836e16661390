import type { Instant } from '@everycontact/core';
import { defaultTopics } from '../needs.js';
import type { ReadReport } from '../report/report.js';
import { FeedReading } from './feed-reading.js';
import type { Feed } from './feed.js';
import { Ids } from './ids.js';
import type { ImportOptions } from './import-options.js';
import { Intake, type Import } from './intake.js';
import { dayOfFetching } from './reading-options.js';

/** What became of all feeds: `read` is always `kept + merged + dropped`. */
export interface ImportReport {
  readonly fetchedAt: Instant;
  readonly read: number;
  readonly kept: number;
  readonly merged: number;
  readonly dropped: number;
  /** Less than half of what the last good import gave: put it in place only after a look. */
  readonly shrank?: { readonly from: number; readonly to: number };
  /** Files of a folder that could not be read to their end: services may be missing. */
  readonly unread?: readonly string[];
  readonly feeds: readonly ReadReport[];
}

/**
 * Services from feeds of any form and size. A list, a long page, JSON lines and CSV are read record by record, so that
 * memory holds the ids and what is reported; tables, zips and services listed by place are held to be joined. A feed is a
 * file, or a folder of files: a tabular package, or one record or page in each. The form is told by the content.
 *
 * The same UUID in two feeds is one service, of the feed named first; another id is so only if name and organisation are
 * the same, else the later service gets a new id. Where a feed cannot be read the whole import is refused and nothing that
 * was handed out is a whole directory: keep the last good copy.
 *
 * @returns the report, when the last service has been taken
 * @throws EveryContactError the codes of `readServices`, and `feed-zip`; a file of a folder that cannot be read is reported instead
 */
export async function importServices(feeds: readonly Feed[], options: ImportOptions): Promise<ImportReport> {
  const { fetchedAt, topics = defaultTopics, holidays, lastGood } = options;
  const shared: Import = { today: dayOfFetching(fetchedAt), topics, holidays, ids: new Ids(), seen: new Map() };
  const reports: ReadReport[] = [];
  const unread: string[] = [];
  for (const feed of feeds) {
    const read = await readFeed(feed, shared, options);
    reports.push(read.report);
    unread.push(...read.unread);
  }
  const sum = (of: (report: ReadReport) => number): number => reports.reduce((all, report) => all + of(report), 0);
  const kept = sum((report) => report.kept);
  return {
    fetchedAt,
    read: sum((report) => report.read),
    kept,
    merged: sum((report) => report.merged.length),
    dropped: sum((report) => report.dropped.length),
    ...(lastGood !== undefined && kept * 2 < lastGood ? { shrank: { from: lastGood, to: kept } } : {}),
    ...(unread.length > 0 ? { unread } : {}),
    feeds: reports,
  };
}

async function readFeed(feed: Feed, shared: Import, options: ImportOptions) {
  const { fetchedAt, licence, attribution, onEntry } = options;
  const provenance = {
    feed: feed.name,
    ...(licence ? { licence } : {}),
    ...(attribution ? { attribution } : {}),
    fetchedAt,
  };
  const intake = new Intake(shared, provenance, onEntry && ((fate, entry) => onEntry(feed.name, fate, entry)));
  const reading = new FeedReading(feed, intake, options);
  await reading.files(feed.files);
  await reading.inFormats({ feed: feed.name, today: shared.today, provenance, topics: shared.topics });
  await reading.hand(intake.end());
  if (intake.account.read === 0 && reading.failed !== undefined) throw reading.failed;
  return { report: intake.report(), unread: reading.unread.map((name) => `${feed.name}: ${name}`) };
}
