import { zipSync } from 'fflate';

/**
 * One folder as a zip.
 *
 * @param {string} folder its name inside the zip
 * @param {ReadonlyMap<string, Uint8Array>} files by path inside the folder
 * @returns {Uint8Array}
 */
export function zipped(folder, files) {
  // The first day a zip can name, in the words of whatever time zone this runs in: the bytes depend on names and contents only.
  const mtime = new Date(1980, 0, 1);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, bytes]) => [`${folder}/${path}`, bytes])), { level: 9, mtime });
}
