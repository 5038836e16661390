import type { Pack, Text, TextKey, Wording } from '../pack/pack.js';
import type { Locale, Reader } from '../pack/reader.js';
import { findText } from '../pack/text.js';

/** Every way a text is worded, by whom it is for: "worker", "worker/men", "person", or "all". */
export function wordingsOf({ words }: Text): readonly { readonly to: string; readonly words: string }[] {
  const each = typeof words === 'object' && 'by' in words ? Object.entries(words.by) : [['all', words] as const];
  return each.flatMap(([to, wording]) => formsOf(wording).map((form) => ({ to, words: form })));
}

const formsOf = (wording: Wording | undefined): readonly string[] => {
  if (typeof wording !== 'object') return wording ? [wording] : [];
  return Object.entries(wording).flatMap(([form, words]) => (form === 'plural' ? [] : [words]));
};

/** The names in braces, and what a plural counts. */
export function parametersOf(wording: Wording): readonly string[] {
  const counted = typeof wording === 'object' ? [wording.plural] : [];
  const named = formsOf(wording).flatMap((form) => [...form.matchAll(/\{([\w-]+)\}/g)].map((hit) => hit[1] ?? ''));
  return [...new Set([...counted, ...named])].sort();
}

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
