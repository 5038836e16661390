import type { Pack, Text, TextKey } from '../pack/pack.js';
import type { Locale, Reader } from '../pack/reader.js';
import { findText } from '../pack/text.js';
import { formsOf, wordingsFor } from '../pack/wording.js';

/** Every way a text is worded, by whom it is for: "worker", "worker/men", "person", or "all". */
export const wordingsOf = (text: Text): readonly { readonly to: string; readonly words: string }[] =>
  wordingsFor(text).flatMap(([to, wording]) => formsOf(wording).map(([, words]) => ({ to, words })));

/** Everybody a pack speaks to in one language. */
export const readersOf = ({ audiences, variants }: Pack, locale: Locale): readonly Reader[] =>
  audiences.flatMap((audience) => [
    { locale, audience },
    ...variants.map((variant) => ({ locale, audience, variant })),
  ]);

/** A text as one reader gets it, in their own language or not at all. */
export function heard(pack: Pack, reader: Reader, key: TextKey | undefined): string {
  if (key === undefined || !pack.texts[reader.locale]?.[key]) return '';
  return findText(pack, reader, key).text;
}

export const filled = (pack: Pack, words: string): string =>
  words.replace(/\{([\w-]+)\}/g, (_, name: string) => String(pack.place.facts[name]?.value ?? 'x'));

export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];

export const sentencesIn = (text: string): readonly string[] =>
  text.split(/[.!?:]+(?:\s|$)/).filter((one) => wordsIn(one).length > 0);

/** Words in a sentence plus the share of words longer than six letters: how hard a Danish or Swedish text is. */
export function lix(text: string): number {
  const words = wordsIn(text);
  const long = words.filter((word) => word.length > 6);
  return words.length ? words.length / sentencesIn(text).length + (100 * long.length) / words.length : 0;
}
