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

interface Platform {
  readonly crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
  readonly AbortController: new () => Aborter;
}

const platform = globalThis as unknown as Platform;

export const newAborter = (): Aborter => new platform.AbortController();

/** A version 4 UUID from `getRandomValues`: `randomUUID` does not exist on plain http, where intranets live. */
export function randomId(): string {
  const bytes = platform.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let id = '';
  bytes.forEach((byte, i) => {
    const dash = i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '';
    id += dash + (byte + 0x100).toString(16).slice(1);
  });
  return id;
}
