import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { boundedText } from '../record/bounded-text.js';
import type { Issuer } from './issuer.js';

/** Larger than any set of public keys. */
const largest = 100_000;

/** The public keys of an issuer: as they were given, or from its one agreed address, asked again at most every half minute. */
export function keysOf({ keys, jku }: Issuer, ask: typeof fetch): JWTVerifyGetKey {
  if (keys || jku === undefined) return createLocalJWKSet(keys ?? { keys: [] });
  return createRemoteJWKSet(new URL(jku), {
    timeoutDuration: 2_000,
    [customFetch]: async (address, options) => {
      const response = await ask(address, options);
      return response.ok ? new Response(await boundedText(response, largest)) : response;
    },
  });
}
