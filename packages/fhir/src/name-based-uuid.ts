import { v5 } from 'uuid';

/**
 * A UUID that is the same for the same names (RFC 9562, version 5): whoever derives it again finds what was made before, so
 * nothing has to be stored. In pages, too, that come by plain http, where the browser lends no digest.
 *
 * @param space the UUID of the kind of thing that is named
 * @returns lower case, e.g. `2ed6657d-e927-568b-95e1-2665a8aea6a2`
 */
export function nameBasedUuid(space: string, ...names: readonly string[]): string {
  const [first = ''] = names;
  // As bytes: half of a sign outside the first plane has no UTF-8, and an encoder puts a stand-in where others throw.
  return v5(new TextEncoder().encode(names.length === 1 ? first : JSON.stringify(names)), space);
}
