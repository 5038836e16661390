import iconv from 'iconv-lite';

export const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/**
 * Bytes as text: UTF-8 or, where the bytes are not UTF-8, Windows-1252; UTF-16 where a byte order mark says so. Node 20's
 * own decoder reads Windows-1252 as Latin 1, and a curly quote becomes a control character.
 *
 * @returns `legacy` when Windows-1252 had to be assumed
 */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly legacy: boolean } {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), legacy: false };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), legacy: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), legacy: false };
  } catch {
    return { text: iconv.decode(bytes, 'win1252'), legacy: true };
  }
}
