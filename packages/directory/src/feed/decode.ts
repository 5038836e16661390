import { EveryContactError } from '@everycontact/core';
import { startsWith, textOf } from './bytes.js';

/** 200 million characters: several times the largest national feed, and well below what one string can hold. */
const largest = 200_000_000;

/**
 * A feed's bytes as text: UTF-8 or, where the bytes are not UTF-8, Windows-1252; UTF-16 where a byte order mark says so.
 *
 * @param feed the feed's name, for messages
 * @returns `legacy` when Windows-1252 had to be assumed
 * @throws EveryContactError `feed-too-large`, `feed-not-text` (a zip or Excel file), `feed-empty`
 */
export function decode(input: string | Uint8Array, feed: string): { readonly text: string; readonly legacy: boolean } {
  if (input.length > largest) {
    throw new EveryContactError(
      'feed-too-large',
      feed,
      `Feed "${feed}" holds ${input.length} ${typeof input === 'string' ? 'characters' : 'bytes'}; at most ${largest} are read at once. Read it page by page.`,
    );
  }
  const { text, legacy } = typeof input === 'string' ? { text: input, legacy: false } : fromBytes(input, feed);
  const bare = text.replace(/^\ufeff/, '');
  if (bare.trim() === '') {
    throw new EveryContactError(
      'feed-empty',
      feed,
      `Feed "${feed}" is empty: services as JSON or CSV were expected. Keep the last good copy and look at where it comes from.`,
    );
  }
  return { text: bare, legacy };
}

function fromBytes(bytes: Uint8Array, feed: string): { text: string; legacy: boolean } {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new EveryContactError(
      'feed-not-text',
      feed,
      `Feed "${feed}" is a zip or Excel file: JSON or CSV text was expected. Unpack it, or save the sheet as "CSV UTF-8".`,
    );
  }
  return textOf(bytes);
}
