/** An object that somebody else wrote: nothing is known of its members. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of its own, never one that every object has. */
export const memberOf = (value: Json, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

/** A text of its own that says something, trimmed. */
export function textAt(value: Json, name: string): string | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** An id as RFC 4122 writes it, in either case. */
export const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** What was found, in words that repeat no text of a request: it may be about a person. */
export function kindOf(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (found === null) return 'null';
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return typeof found === 'object' ? 'an object' : `another ${typeof found}`;
}
