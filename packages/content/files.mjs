import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder this package was published with: behaviours, instruments, interface, methods and packs. */
export const contentFolder = new URL('./', import.meta.url);

/** The files of one or more folders; the first that has a file wins. */
export function filesIn(...folders) {
  const roots = folders.map((folder) => (folder instanceof URL ? fileURLToPath(folder) : folder));
  const isFile = (path) => existsSync(path) && statSync(path).isFile();
  const isFolder = (path) => existsSync(path) && statSync(path).isDirectory();
  return {
    read(path) {
      const found = roots.map((root) => join(root, path)).find(isFile);
      // Some editors begin a file with a byte order mark.
      return found === undefined ? undefined : readFileSync(found, 'utf8').replace(/^\ufeff/, '');
    },
    names(path) {
      const here = roots.map((root) => join(root, path)).filter(isFolder);
      return [...new Set(here.flatMap((folder) => readdirSync(folder)))].sort();
    },
    folders(path) {
      const here = roots.map((root) => join(root, path)).filter(isFolder);
      const names = here.flatMap((folder) =>
        readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
      );
      return [...new Set(names)].sort();
    },
  };
}
