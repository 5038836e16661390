import type { Day, Service } from '@everycontact/core';
import type { TopicMap } from '../needs.js';
import type { Note } from '../report/report.js';

/** A way to write services down that another package knows how to read; handed to `importServices`. */
export interface Format {
  /** For messages: "service bundle". */
  readonly name: string;
  /** Whether a document is of this format, told by its beginning (up to 64 Ki characters), never by its name. */
  detect(beginning: string): boolean;
  /**
   * The records of a source in their order, each of them once: as a service, merged or dropped. What a record merely
   * points to (a place, an organisation) is no record of its own.
   *
   * @param text in pieces, cut anywhere; the documents of a folder one after another, each on a line of its own
   * @throws EveryContactError `feed-…` where the source as a whole cannot be read
   */
  read(text: AsyncIterable<string>, given: FormatGiven): AsyncIterable<FormatRecord>;
}

/** What a reader is told beside the text. */
export interface FormatGiven {
  /** The name of the feed, for messages. */
  readonly feed: string;
  /** The day the feed was fetched. */
  readonly today: Day;
  /** To be put into each service as it is. */
  readonly provenance: Service['provenance'];
  readonly topics: TopicMap;
}

/** What became of one record. The import adds where it stood, and looks for ids that were there before. */
export type FormatRecord = {
  /** Names of fields that were there and not carried: one for each value. */
  readonly notCarried?: readonly string[];
} & (
  | { readonly service: Service; readonly notes?: readonly Note[] }
  | { readonly merged: Note; readonly id?: string; readonly name?: string }
  | { readonly dropped: Note; readonly id?: string; readonly name?: string }
);
