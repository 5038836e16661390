import { EveryContactError } from '@everycontact/core';
import { pageTitle } from '../feed/page-title.js';
import type { Clock, Fetch, FetchAnswer, RemoteLimits } from './fetch.js';

/** What one reading of a server is done with. */
export interface Asking {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly limits: RemoteLimits;
  /** The form asked for; `application/json` by default. */
  readonly accept?: string;
  /** What a server says of its refusal, out of the JSON that came with it. */
  readonly explain?: (json: unknown) => string | undefined;
}

export type Answered =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: number; readonly error: EveryContactError };

/** A try that may be repeated. `afterSeconds` is what the server asked for. */
interface Failed {
  readonly code: 'remote-busy' | 'remote-unreachable';
  readonly status: number;
  readonly found: string;
  readonly afterSeconds?: number;
}

const passing = [408, 425, 429, 500, 502, 503, 504];

/** An address in messages: without what follows the question mark, where a key might stand. */
export const shownAddress = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

export const stopped = (at: string): EveryContactError =>
  new EveryContactError('remote-stopped', at, 'The look-up was stopped before the server had answered.');

/**
 * One address as JSON. What may pass (no answer, 429, 5xx) is tried again after the time the server asks for, else after
 * 1, 2, 4 … seconds; what the server refuses is told with its status.
 *
 * @throws EveryContactError `remote-not-json`, `remote-too-large`, `remote-stopped`
 */
export async function ask(url: URL, asking: Asking, signal: AbortSignal): Promise<Answered> {
  const at = shownAddress(url);
  const { clock, limits } = asking;
  for (let tried = 1; ; tried += 1) {
    const answered = await once(url, asking, signal);
    if (signal.aborted) throw stopped(at);
    if (!('found' in answered)) return answered;
    const pause = answered.afterSeconds ?? 2 ** (tried - 1);
    if (tried >= limits.tries || pause > limits.patienceSeconds) {
      const { code, status, found, afterSeconds } = answered;
      const later = afterSeconds === undefined ? '' : ` It asks to be left alone for ${afterSeconds} seconds.`;
      const times = tried === 1 ? 'once' : `${tried} times`;
      const message = `The server at ${at} was asked ${times}: services as JSON were expected, found ${found}.${later} Try again later; the last good list stays in use.`;
      return { ok: false, status, error: new EveryContactError(code, at, message) };
    }
    await clock.wait(pause * 1000, signal);
    if (signal.aborted) throw stopped(at);
  }
}

async function once(url: URL, asking: Asking, signal: AbortSignal): Promise<Answered | Failed> {
  const { fetch, clock, limits, accept = 'application/json' } = asking;
  const at = shownAddress(url);
  const deadline = clock.deadline(limits.seconds * 1000);
  const either = new AbortController();
  const abort = () => either.abort();
  for (const one of [signal, deadline]) {
    if (one.aborted) abort();
    one.addEventListener('abort', abort);
  }
  try {
    const answer = await fetch(url.href, {
      signal: either.signal,
      headers: { accept },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (answer.ok) return { ok: true, json: parsed(await textOf(answer, limits.bytes, at), at) };
    const said = await explained(answer, asking, at);
    abort();
    return refused(answer, at, clock, said);
  } catch (error) {
    if (error instanceof EveryContactError) throw error;
    const found = deadline.aborted ? `no answer within ${limits.seconds} seconds` : reasonOf(error);
    return { code: 'remote-unreachable', status: 0, found };
  } finally {
    signal.removeEventListener('abort', abort);
    deadline.removeEventListener('abort', abort);
  }
}

/** The server's own words on why it refuses, shortened; none where they cannot be read. */
async function explained(answer: FetchAnswer, { explain }: Asking, at: string): Promise<string> {
  if (explain === undefined || passing.includes(answer.status)) return '';
  try {
    const said = explain(JSON.parse(await textOf(answer, 100_000, at)))?.replace(/\s+/g, ' ');
    return said ? ` ("${said.slice(0, 200)}")` : '';
  } catch {
    return '';
  }
}

function refused({ status, headers }: FetchAnswer, at: string, clock: Clock, said: string): Answered | Failed {
  if (passing.includes(status)) {
    const afterSeconds = secondsUntil(headers.get('retry-after'), clock);
    return {
      code: 'remote-busy',
      status,
      found: `status ${status}`,
      ...(afterSeconds !== undefined && { afterSeconds }),
    };
  }
  const message = `The server at ${at} refused: services as JSON were expected, found status ${status}${said}. Check the address, and whether the list is open to all.`;
  return { ok: false, status, error: new EveryContactError('remote-refused', at, message) };
}

/** `Retry-After`: seconds, or a date. */
function secondsUntil(written: string | null, { now }: Clock): number | undefined {
  if (written === null) return undefined;
  const seconds = /^\d{1,9}$/.test(written.trim())
    ? Number(written)
    : Math.ceil((Date.parse(written) - Date.parse(now())) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** The body in UTF-8, never more of it than the limit. */
async function textOf({ headers, body }: FetchAnswer, limit: number, at: string): Promise<string> {
  const tooLarge = () =>
    new EveryContactError(
      'remote-too-large',
      at,
      `The answer of ${at} is too large: at most ${limit} bytes were expected. Ask for fewer services at a time (limits.perPage), or read the whole list from a file with "everycontact directory import".`,
    );
  if (body === null) return '';
  const reader = body.getReader();
  if (Number(headers.get('content-length') ?? 0) > limit) {
    await reader.cancel();
    throw tooLarge();
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value?.length ?? 0;
    if (bytes > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parsed(text: string, at: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const start = text.trimStart().slice(0, 5_000);
    const title = pageTitle(start);
    const page = title === undefined ? 'a web page' : `a page titled "${title.slice(0, 80)}"`;
    const found = start.startsWith('<')
      ? page
      : start === ''
        ? 'nothing'
        : `${text.length} characters that are not whole JSON`;
    throw new EveryContactError(
      'remote-not-json',
      at,
      `The server at ${at} did not answer with JSON: found ${found}. Open the address in a browser: it may be an error page, a log-in page or the wrong address.`,
    );
  }
}

/** Why `fetch` gave up: Node says so in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error instanceof Error ? error : new Error(String(error));
  const said = cause instanceof Error && cause.message ? cause.message : message;
  return `no answer (${said.slice(0, 120)})`;
}
