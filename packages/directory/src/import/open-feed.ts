import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { EveryContactError } from '@everycontact/core';
import type { Feed, FeedFile } from './feed.js';

/**
 * A feed on disk: a file, or a folder with all folders in it.
 *
 * @param name stands in the report and in the provenance of each service; the file's name by default
 * @throws EveryContactError `file-unreadable`
 */
export async function openFeed(path: string, name = basename(path)): Promise<Feed> {
  const found = await stat(path).catch((error: unknown) => {
    throw new EveryContactError(
      'file-unreadable',
      path,
      `Expected a file or folder with services, found: ${error instanceof Error ? error.message : String(error)}. Check the path.`,
    );
  });
  if (!found.isDirectory()) return { name, files: [fileAt(path, basename(path), found.size)] };
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const at = join(parentPath, name);
        return fileAt(at, relative(path, at).split(sep).join('/'), (await stat(at)).size);
      }),
  );
  return { name, files: files.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const fileAt = (path: string, name: string, size: number): FeedFile => ({
  name,
  size,
  read: () => createReadStream(path, { highWaterMark: 1 << 20 }),
});
