import { EveryContactError, type Service } from '@everycontact/core';
import { textOf } from './feed/bytes.js';
import { headingsOf } from './feed/columns.js';
import { mustBeText } from './feed/form.js';
import { document } from './import/document.js';
import { Ids } from './import/ids.js';
import { empty, Intake } from './import/intake.js';
import { dayOfFetching, type ReadingOptions } from './import/reading-options.js';
import { defaultTopics } from './needs.js';
import { note, type ReadReport } from './report/report.js';

export interface ReadOptions extends ReadingOptions {
  /** A name for messages and provenance, e.g. the address or file it came from. */
  readonly feed: string;
}

export interface ReadResult {
  readonly services: readonly Service[];
  readonly report: ReadReport;
}

/** 200 million characters: several times the largest national feed, and well below what one string can hold. */
const largest = 200_000_000;

/**
 * Services from a feed of any form we know, held in memory, and an account of every record dropped, merged or repaired.
 *
 * Reads HSDS 1.1 to 3.2 and Open Referral UK JSON (one service, a list, a page, pages one after another, JSON lines, tables,
 * services at locations, organisations with their services), the `services.csv` of a tabular package, and our own plain
 * CSV (columns in the README). The form is told by the content. Texts become plain text; dates are civil dates; ages are
 * years. `importServices` reads folders, zips and files of any size besides.
 *
 * @param input text, or bytes in UTF-8, UTF-16 or Windows-1252
 * @throws EveryContactError when there is no service to read: `feed-empty`, `feed-too-large`, `feed-not-text`,
 *   `feed-is-web-page`, `feed-not-json`, `feed-not-csv`, `feed-no-services`, and for a wrong option
 *   `fetched-at-invalid`, `columns-invalid`
 */
export function readServices(input: string | Uint8Array, options: ReadOptions): ReadResult {
  const { feed, fetchedAt, licence, attribution, topics = defaultTopics, holidays, columns } = options;
  const today = dayOfFetching(fetchedAt);
  if (input.length > largest) throw tooLarge(feed, input);
  const provenance = { feed, ...(licence ? { licence } : {}), ...(attribution ? { attribution } : {}), fetchedAt };
  const intake = new Intake({ today, topics, holidays, ids: new Ids(), seen: new Map() }, provenance);
  if (typeof input !== 'string') mustBeText(input, feed);
  const { text, legacy } =
    typeof input === 'string' ? { text: input.replace(/^\ufeff/, ''), legacy: false } : textOf(input);
  if (legacy) intake.account.tell('repaired', note('decoded-legacy', 'encoding', 'bytes that are not UTF-8'));

  const services: Service[] = [];
  const reading = document(intake, feed, (service) => void services.push(service), headingsOf(columns));
  reading.push(text);
  if (!reading.end()) throw empty(feed);
  services.push(...intake.end());
  return { services, report: intake.report() };
}

const tooLarge = (feed: string, input: string | Uint8Array): EveryContactError =>
  new EveryContactError(
    'feed-too-large',
    feed,
    `Feed "${feed}" holds ${input.length} ${typeof input === 'string' ? 'characters' : 'bytes'}; at most ${largest} are held at once. Read it from a file with importServices or "everycontact directory import".`,
  );
