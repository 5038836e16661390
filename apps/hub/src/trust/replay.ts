import { Refusal } from '../refusal.js';

/** More than five minutes of a busy system; beyond it nothing is believed rather than something forgotten. */
const most = 200_000;

/** Remembers each signed request until it has expired, so that none is answered twice. In memory: one for each process. */
export function replayGuard() {
  const seen = new Map<string, number>();
  return {
    /**
     * @param key issuer and id of the request
     * @param until seconds since 1970, when it is refused as expired anyway
     * @throws Refusal `jwt-replayed` (401), `hub-busy` (503)
     */
    accept(key: string, until: number, now: number): void {
      const known = seen.get(key);
      if (known !== undefined && known >= now) {
        throw new Refusal(
          401,
          'jwt-replayed',
          'jti',
          'Expected a request that is signed anew, found one that was answered before.',
        );
      }
      if (seen.size >= most) for (const [old, end] of seen) if (end < now) seen.delete(old);
      if (seen.size >= most) throw new Refusal(503, 'hub-busy', 'request', busy, { retryAfter: 60 });
      seen.set(key, until);
    },
  };
}

const busy =
  'Expected fewer signed requests than the hub can remember until they expire, found more. Try again in a minute.';
