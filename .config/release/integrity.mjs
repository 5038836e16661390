import { createHash } from 'node:crypto';

/** The value of an `integrity` attribute for these bytes. */
export const sha384 = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/**
 * What `integrity.json` holds: the hash of every file but its own, in order of their paths.
 *
 * @param {string} version of the release
 * @param {ReadonlyMap<string, Uint8Array>} files
 */
export function integrityOf(version, files) {
  const paths = [...files.keys()].sort();
  return {
    schema: 'everycontact/integrity@1',
    version,
    files: paths.map((path) => ({ path, bytes: files.get(path).length, integrity: sha384(files.get(path)) })),
  };
}
