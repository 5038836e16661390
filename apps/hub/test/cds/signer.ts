import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';

/** How one token differs from a right one; `undefined` takes a part out. */
export interface Differs {
  readonly header?: Readonly<Partial<Record<keyof JWTHeaderParameters, unknown>>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A clinical system that signs its calls. */
export interface Signer {
  readonly iss: string;
  readonly jwks: JSONWebKeySet;
  /** The value of `Authorization` for one call of this address. */
  sign(audience: string, differs?: Differs): Promise<string>;
}

export async function signer(iss: string, alg = 'ES384', kid = 'key-1'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }] };
  let calls = 0;
  return {
    iss,
    jwks,
    async sign(audience, { header = {}, claims = {} } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload: JWTPayload = { iss, aud: audience, iat: now, exp: now + 120, jti: `${alg}-${++calls}`, ...claims };
      const protectedHeader = { alg, kid, typ: 'JWT', ...header } as JWTHeaderParameters;
      return `Bearer ${await new SignJWT(withoutGaps(payload)).setProtectedHeader(withoutGaps(protectedHeader)).sign(privateKey)}`;
    },
  };
}

const withoutGaps = <Whole extends object>(whole: Whole): Whole =>
  Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined)) as Whole;
