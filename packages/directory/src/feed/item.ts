import type { Note } from '../report/report.js';
import type { Raw } from '../source.js';

/** One thing found in a feed, in the order of the feed. */
export type Item =
  /** What stands where a record belongs, what was wrong with how it was written, whether its table holds services only, and in which row of a spreadsheet it stands, counted from 1. */
  | { readonly value: unknown; readonly faults?: readonly Note[]; readonly ofServices?: true; readonly row?: number }
  /** What stands there and cannot be read, and why. */
  | { readonly broken: Note }
  /** What stands around a list of records: the totals of a page. */
  | { readonly page: Raw; readonly holds: number }
  /** Names and counts of rows beside the services that are not carried. */
  | { readonly beside: ReadonlyMap<string, number> };

export type Found = (item: Item) => void;

/** Takes a text in pieces cut anywhere, and tells what it found as soon as it is whole: also what stood before a fault. */
export interface ItemReader {
  push(text: string, found: Found): void;
  end(found: Found): void;
}

/** No record is longer, in characters: what is, is passed over and not held. */
export const longestRecord = 32_000_000;
