import type { Instant } from '@everycontact/core';

/** The part of an answer that is read; the platform's own `Response` has it. */
export interface FetchAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
}

/** The platform's own `fetch`, or one that goes through a proxy or keeps a log. Redirects are its own affair. */
export type Fetch = (
  url: string,
  init: {
    readonly signal: AbortSignal;
    readonly headers: Readonly<Record<string, string>>;
    readonly credentials: 'omit';
    readonly referrerPolicy: 'no-referrer';
  },
) => Promise<FetchAnswer>;

/** Time is handed in, so that a test neither sleeps nor guesses. */
export interface Clock {
  now(): Instant;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A signal that aborts after this time. */
  deadline(milliseconds: number): AbortSignal;
}

export const platformClock: Clock = {
  now: () => new Date().toISOString(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        // One signal sees many waits: a listener left behind at each would be told as a leak.
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    }),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** How far one reading of a server goes. */
export interface RemoteLimits {
  /** For one answer. */
  readonly seconds: number;
  /** Of one answer. */
  readonly bytes: number;
  readonly pages: number;
  readonly services: number;
  /** Services asked for with one page. */
  readonly perPage: number;
  /** Requests under way at the same time. */
  readonly atOnce: number;
  /** Tries of one request, the first included. */
  readonly tries: number;
  /** The longest wait a server may ask for before it is given up. */
  readonly patienceSeconds: number;
  /** Single services in a row that may fail before no more are asked for. */
  readonly failures: number;
}

export const defaultLimits: RemoteLimits = {
  seconds: 20,
  bytes: 20_000_000,
  pages: 2_000,
  services: 20_000,
  perPage: 100,
  atOnce: 4,
  tries: 4,
  patienceSeconds: 60,
  failures: 10,
};
