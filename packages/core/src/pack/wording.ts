import type { Text, Wording } from './pack.js';

/** Each wording of a text, and whom it is for: `worker`, `worker/men`, `person`, or `all`. */
export function wordingsFor({ words }: Text): readonly (readonly [to: string, wording: Wording])[] {
  if (typeof words === 'string' || !('by' in words)) return [['all', words]];
  return Object.entries(words.by).flatMap(([to, wording]) => (wording ? [[to, wording] as const] : []));
}

/** Every way a wording reads: itself, or each form of a plural. */
export const formsOf = (wording: Wording): readonly string[] =>
  typeof wording === 'object'
    ? Object.entries(wording).flatMap(([form, words]) => (form === 'plural' ? [] : [words]))
    : [wording];

/** The names in braces, and what a plural counts. */
export function parametersOf(wording: Wording): readonly string[] {
  const counted = typeof wording === 'object' ? [wording.plural] : [];
  const named = formsOf(wording).flatMap((form) => [...form.matchAll(/\{([\w-]+)\}/g)].map((hit) => hit[1] ?? ''));
  return [...new Set([...counted, ...named])].sort();
}
