import type { Text, Wording } from './pack.js';

/** Each wording of a text, and whom it is for: `worker`, `worker/men`, `person`, or `all`. */
export function wordingsFor({ words }: Text): readonly (readonly [to: string, wording: Wording])[] {
  if (typeof words === 'string' || !('by' in words)) return [['all', words]];
  return Object.entries(words.by).flatMap(([to, wording]) => (wording ? [[to, wording] as const] : []));
}

/** A way a wording reads. Its name is that of a plural's form, such as `one`; of what has one form alone it is empty. */
export type Form = readonly [name: string, words: string];

/** Every way a wording reads: itself, or each form of a plural. */
export const formsOf = (wording: Wording): readonly Form[] =>
  typeof wording === 'object' ? Object.entries(wording).filter(([name]) => name !== 'plural') : [['', wording]];

/** The names in braces, and what a plural counts. */
export function parametersOf(wording: Wording): readonly string[] {
  const counted = typeof wording === 'object' ? [wording.plural] : [];
  const named = formsOf(wording).flatMap(([, words]) =>
    [...words.matchAll(/\{([\w-]+)\}/g)].map((hit) => hit[1] ?? ''),
  );
  return [...new Set([...counted, ...named])].sort();
}
