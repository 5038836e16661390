const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** FNV-1a over the UTF-16 units of a text, from a start of one's own. */
function hash(text: string, start: number): string {
  let state = start;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state >>> 0).toString(16).padStart(8, '0');
}

/** A UUID (version 8: made by a rule of one's own) that is always the same for the same parts; it hides nothing. */
export function madeId(...parts: readonly string[]): string {
  const text = parts.join('\n');
  const digits = [0x811c9dc5, 0x9dc5811c, 0x050c5d1f, 0x1b873593].map((start) => hash(text, start)).join('');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}

/** An id that is a UUID already as it is, any other as the UUID made of it and of what it belongs to. */
export const asUuid = (id: string, ...owner: readonly string[]): string => (shape.test(id) ? id : madeId(...owner, id));
