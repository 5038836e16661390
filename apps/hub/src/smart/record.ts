import type { Launched } from './launch.js';

/** What came of asking the record: its answer, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly why: 'expired' | 'refused' | 'unreachable' };

/** The record of whoever is there, as far as the launch lets us in. */
export interface PatientRecord {
  read(path: string): Promise<Answer>;
  /**
   * A transaction, tried again where that can help: sending it twice is writing it once.
   *
   * @param make gives the bundle; `again` where it is not known whether it arrived before
   */
  write(make: (again: boolean) => unknown): Promise<Answer>;
}

/** Milliseconds before each further try. */
const waits = [1000, 3000, 9000];
const patience = 15_000;
const format = 'application/fhir+json';

/** @param wait lets milliseconds pass */
export function recordOf(
  { issuer, token }: Pick<Launched, 'issuer' | 'token'>,
  ask: typeof fetch,
  wait: (milliseconds: number) => Promise<void>,
): PatientRecord {
  const send = (path: string, body?: string) =>
    ask(`${issuer.iss}${path && `/${path}`}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: format,
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': format }),
      },
      ...(body !== undefined && { body }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });

  return {
    read: (path) => once(() => send(path)).then(({ answer }) => answer),
    async write(make) {
      let last = await once(() => send('', JSON.stringify(make(false))));
      for (const pause of waits) {
        if (!last.again) break;
        await wait(Math.max(pause, last.after));
        last = await once(() => send('', JSON.stringify(make(true))));
      }
      return last.answer;
    },
  };
}

interface Try {
  readonly answer: Answer;
  /** It may go better another time. */
  readonly again: boolean;
  /** Milliseconds that the server asks us to wait. */
  readonly after: number;
}

async function once(send: () => Promise<Response>): Promise<Try> {
  try {
    const response = await send();
    const { status } = response;
    if (response.ok)
      return { answer: { ok: true, json: await response.json().catch(() => null) }, again: false, after: 0 };
    const busy = status >= 500 || [408, 425, 429].includes(status);
    const why = status === 401 ? 'expired' : busy ? 'unreachable' : 'refused';
    return { answer: { ok: false, why }, again: busy, after: secondsIn(response.headers.get('retry-after')) };
  } catch {
    return { answer: { ok: false, why: 'unreachable' }, again: true, after: 0 };
  }
}

const longestWait = 20;
const secondsIn = (text: string | null) => 1000 * Math.min(longestWait, Math.max(0, Number(text) || 0));
