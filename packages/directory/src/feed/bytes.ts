import iconv from 'iconv-lite';

export const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** Bytes as text, piece by piece. */
export interface Decoding {
  push(bytes: Uint8Array): string;
  end(): string;
  /** Whether a byte had to be read as Windows-1252. */
  readonly legacy: boolean;
}

/**
 * UTF-8, where each byte that is none is read as Windows-1252, so that a file of the one, of the other, or pasted together
 * from both comes out right; UTF-16 where a byte order mark says so. Node's own decoder reads Windows-1252 as Latin 1,
 * and a curly quote becomes a control character.
 */
export function decoding(): Decoding {
  let first = true;
  let sixteen: InstanceType<typeof TextDecoder> | undefined;
  let held: Uint8Array = new Uint8Array();
  let legacy = false;
  const eight = (bytes: Uint8Array): string => {
    try {
      return utf8.decode(bytes);
    } catch {
      legacy = true;
      return mixed(bytes);
    }
  };
  return {
    push(bytes) {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      if (first && all.length < 3) {
        held = Uint8Array.from(all);
        return '';
      }
      const start = first ? markOf(all) : { skip: 0, encoding: undefined };
      first = false;
      if (start.encoding !== undefined) sixteen = new TextDecoder(start.encoding, { ignoreBOM: true });
      const body = all.subarray(start.skip);
      if (sixteen !== undefined) {
        held = new Uint8Array();
        return sixteen.decode(body, { stream: true });
      }
      const whole = body.length - openAtEnd(body);
      held = Uint8Array.from(body.subarray(whole));
      return eight(body.subarray(0, whole));
    },
    end() {
      const rest = held;
      held = new Uint8Array();
      return sixteen === undefined ? eight(rest) : sixteen.decode();
    },
    get legacy() {
      return legacy;
    },
  };
}

/**
 * Bytes as text, all at once: see `decoding`.
 *
 * @returns `legacy` when a byte had to be read as Windows-1252
 */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly legacy: boolean } {
  const reading = decoding();
  const text = reading.push(bytes) + reading.end();
  return { text, legacy: reading.legacy };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const upper = iconv.decode(
  Uint8Array.from({ length: 128 }, (_, at) => at + 128),
  'win1252',
);

function markOf(bytes: Uint8Array): { readonly skip: number; readonly encoding: string | undefined } {
  if (startsWith(bytes, 0xff, 0xfe)) return { skip: 2, encoding: 'utf-16le' };
  if (startsWith(bytes, 0xfe, 0xff)) return { skip: 2, encoding: 'utf-16be' };
  return { skip: startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0, encoding: undefined };
}

const lengthOf = (lead: number): number => (lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** How many bytes at the end begin a character that the next piece may end. */
function openAtEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function mixed(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequence(bytes, at);
    if (length === 0) {
      text += utf8.decode(bytes.subarray(from, at)) + (upper[(bytes[at] as number) - 128] ?? '');
      from = at + 1;
    }
    at += length || 1;
  }
  return text + utf8.decode(bytes.subarray(from));
}

/** The length of the UTF-8 character that begins here, 0 where none does. */
function sequence(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const length = lengthOf(lead);
  if (length === 1 || at + length > bytes.length) return 0;
  for (let next = 1; next < length; next += 1) if (((bytes[at + next] as number) & 0xc0) !== 0x80) return 0;
  // Longer than need be, half a pair of UTF-16, or beyond the last character there is.
  const second = bytes[at + 1] as number;
  const wrong =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return wrong ? 0 : length;
}
