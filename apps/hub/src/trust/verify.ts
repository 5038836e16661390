import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { Refusal } from '../refusal.js';
import type { Issuer } from './issuer.js';
import { keysOf } from './keys.js';
import { replayGuard } from './replay.js';

/** Seconds by which two clocks may differ. */
const skew = 5;
const usualLongest = 300;

interface Given {
  readonly now: () => number;
  readonly fetch: typeof fetch;
}

/**
 * Who signed a request, by the rules of CDS Hooks 2.0: a JWT of an agreed issuer, by its own key, for this very address, short
 * lived, and never twice. Nothing is fetched for an issuer or a key address that is not agreed.
 *
 * @returns gives the issuer. @throws Refusal `jwt-missing`, `jwt-malformed`, `jwt-issuer`, `jwt-key-address`,
 *   `jwt-algorithm`, `jwt-signature`, `jwt-claims`, `jwt-expired`, `jwt-replayed` (all 401), `jwt-keys-unavailable`, `hub-busy` (503)
 */
export function verifier(issuers: readonly Issuer[], { now, fetch: ask }: Given) {
  const known = new Map(issuers.map((issuer) => [issuer.iss, { issuer, keys: keysOf(issuer, ask) }]));
  const replays = replayGuard();
  return async (authorization: string | undefined, audience: string): Promise<string> => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refusal('jwt-missing', 'Authorization: Bearer with a signed JWT', 'none');
    const { iss, jku, alg, hasKeyId } = unverified(token);
    const agreed = known.get(iss);
    if (!agreed) throw refusal('jwt-issuer', 'an issuer that was agreed with the deployer', 'another');
    const { issuer, keys } = agreed;
    if (jku !== undefined && jku !== issuer.jku)
      throw refusal('jwt-key-address', 'the agreed address of the keys', 'another');
    const algorithms = [...(issuer.algorithms ?? ['ES384', 'RS384'])];
    if (!hasKeyId) throw refusal('jwt-malformed', 'a header with "kid"', 'none');
    if (!(algorithms as string[]).includes(alg))
      throw refusal('jwt-algorithm', `one of ${algorithms.join(', ')}`, 'another');
    const rules = { algorithms, issuer: iss, audience, typ: 'JWT', requiredClaims: ['exp', 'iat', 'jti'] };
    const currentDate = new Date(now());
    const { payload } = await jwtVerify(token, keys, { ...rules, clockTolerance: skew, currentDate }).catch(inOurWords);
    const seconds = Math.floor(currentDate.getTime() / 1000);
    checkTimes(payload, issuer.longest ?? usualLongest, seconds);
    replays.accept(`${iss}\n${payload.jti ?? ''}`, (payload.exp ?? 0) + skew, seconds);
    return iss;
  };
}

/** What a token says of itself; nothing of it is believed before its signature is checked. */
function unverified(token: string) {
  try {
    const { jku, alg = '', kid } = decodeProtectedHeader(token);
    const { iss = '' } = decodeJwt(token);
    return { iss, jku, alg, hasKeyId: typeof kid === 'string' && kid !== '' };
  } catch {
    throw refusal('jwt-malformed', 'a JWT', 'something that cannot be read as one');
  }
}

function checkTimes({ iat = 0, exp = 0, jti = '' }: JWTPayload, longest: number, now: number): void {
  if (iat > now + skew) throw refusal('jwt-claims', '"iat" in the past', 'a time to come');
  if (exp - iat > longest) throw refusal('jwt-claims', `at most ${longest} seconds from "iat" to "exp"`, 'more');
  if (typeof jti !== 'string' || jti === '' || jti.length > 200)
    throw refusal('jwt-claims', '"jti" of 1 to 200 signs', 'another');
}

function inOurWords(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw refusal('jwt-expired', '"exp" in the future', 'a time that has passed');
  if (error instanceof errors.JWTClaimValidationFailed) {
    throw refusal(
      'jwt-claims',
      'iss, aud, exp, iat and jti, with this address as audience',
      `another "${error.claim}"`,
    );
  }
  const unsigned = [errors.JWSSignatureVerificationFailed, errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys];
  if (unsigned.some((kind) => error instanceof kind)) {
    throw refusal('jwt-signature', 'a signature by a key of the issuer', 'another');
  }
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    throw refusal('jwt-malformed', 'a JWT', 'something that cannot be read as one');
  }
  const message =
    'Expected the keys of the issuer at their agreed address, found none that could be read. Try again in a minute.';
  throw new Refusal(503, 'jwt-keys-unavailable', 'jku', message, { retryAfter: 60 });
}

const refusal = (code: string, expected: string, found: string): Refusal =>
  new Refusal(
    401,
    code,
    'Authorization',
    `Expected ${expected}, found ${found}. See "Trust" in docs/guides/embed-by-cds-hooks.md.`,
  );
