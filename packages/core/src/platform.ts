/** The few shapes of the platform that core speaks of: it compiles without DOM or Node types. */

/** The part of an `AbortSignal` that a directory reads. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface Aborter {
  readonly signal: Signal;
  abort(): void;
}

/** The part of `Temporal` that knows the day at a place. */
interface Temporal {
  readonly Instant: {
    fromEpochMilliseconds(time: number): {
      toZonedDateTimeISO(timeZone: string): { toPlainDate(): { toString(): string } };
    };
  };
}

interface Platform {
  readonly Temporal?: Temporal;
  readonly crypto: { getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes };
  readonly AbortController: new () => Aborter;
}

const platform = globalThis as unknown as Platform;

export const temporal = platform.Temporal;

export const newAborter = (): Aborter => new platform.AbortController();

/** What time it is, where a host hands in no clock. */
export const clock = (): string => new Date().toISOString();

/** A version 4 UUID from `getRandomValues`: `randomUUID` does not exist on plain http, where intranets live. */
export function randomId(): string {
  if (used === drawn.length) {
    drawn = platform.crypto.getRandomValues(new Uint8Array(1024));
    used = 0;
  }
  let id = '';
  for (let i = 0; i < 16; i++) {
    const byte = drawn[used++] ?? 0;
    const marked = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    id += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + (hex[marked] ?? '');
  }
  return id;
}

// Drawing is dear, a kilobyte hardly more than sixteen bytes.
let drawn = new Uint8Array(0);
let used = 0;
const hex = Array.from({ length: 256 }, (_, byte) => (byte + 0x100).toString(16).slice(1));
