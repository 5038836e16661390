import { EveryContactError } from '@everycontact/core';
import { startsWith } from './bytes.js';
import type { Headings } from './columns.js';
import { csvReader } from './csv.js';
import type { ItemReader } from './item.js';
import { jsonReader } from './json.js';
import { pageTitle } from './page-title.js';

/** How much of a text is enough to tell its form, in characters. */
export const beginningLength = 65_536;

/** What a text is and how it is read. `uuids`: ids are expected to be UUIDs, as the standards ask of JSON. */
export interface Form {
  readonly name: 'JSON' | 'CSV';
  readonly uuids: boolean;
  readonly reader: ItemReader;
}

export const isJson = (beginning: string): boolean => /^[\s\ufeff]*[[{]/.test(beginning);

/**
 * The form of a text by its beginning.
 *
 * @throws EveryContactError `feed-is-web-page`
 */
export function formOf(beginning: string, feed: string, headings: Headings): Form {
  const start = beginning.trimStart();
  if (start.startsWith('<')) throw webPage(start, feed);
  return isJson(start)
    ? { name: 'JSON', uuids: true, reader: jsonReader(feed) }
    : { name: 'CSV', uuids: false, reader: csvReader(feed, headings) };
}

/** What packed or binary files begin with. */
export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
const isBinary = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x1f, 0x8b) ||
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46);

/** @throws EveryContactError `feed-not-text`: a zip, an Excel file, a PDF */
export function mustBeText(bytes: Uint8Array, feed: string): void {
  if (isZip(bytes) || isBinary(bytes)) throw notText(feed);
}

export const notText = (feed: string): EveryContactError =>
  new EveryContactError(
    'feed-not-text',
    feed,
    `Feed "${feed}" is a zip or Excel file or the like: JSON or CSV text was expected. Unpack it, or save the sheet as "CSV UTF-8".`,
  );

function webPage(start: string, feed: string): EveryContactError {
  const title = pageTitle(start);
  return new EveryContactError(
    'feed-is-web-page',
    feed,
    `Feed "${feed}" is a web page or XML: JSON or CSV was expected, found ${title ? `a page titled "${title}"` : `"${start.slice(0, 40).replace(/\s+/g, ' ')}"`}. The server may have answered with an error or a log-in page; open the address in a browser.`,
  );
}
