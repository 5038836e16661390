/** An object that somebody else wrote: nothing is known of its members. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of its own, never one that every object has. */
export const memberOf = (value: Json, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

/** What was found, in words that repeat no text of a request: it may be about a person. */
export function kindOf(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (found === null) return 'null';
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return typeof found === 'object' ? 'an object' : `another ${typeof found}`;
}
