import { createHmac, randomBytes } from 'node:crypto';

/**
 * Keyed hashes of ids, so that what is kept says of nobody who they are: without the key they cannot be made from an id.
 *
 * @param key the same in every process that shares a history; made at random, and forgotten with the process, by default
 */
export function hashes(key: string | Buffer = randomBytes(32)) {
  return (...ids: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(ids)).digest('base64url');
}
