import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/**
 * A clinical system that signs beforehand, so that signing does not count.
 *
 * @param {string} iss
 */
export async function aSigner(iss) {
  const header = { alg: 'ES384', kid: 'bench', typ: 'JWT' };
  const { privateKey, publicKey } = await generateKeyPair(header.alg, { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: header.kid, alg: header.alg }] };
  return {
    iss,
    jwks,
    /** So many values of `Authorization`, each good for one call of this address. */
    async tokens(aud, count) {
      const iat = Math.floor(Date.now() / 1000);
      const signed = [];
      for (let number = 0; number < count; number++) {
        const claims = { iss, aud, iat, exp: iat + 290, jti: `bench-${number}` };
        signed.push(`Bearer ${await new SignJWT(claims).setProtectedHeader(header).sign(privateKey)}`);
      }
      return signed;
    },
  };
}
