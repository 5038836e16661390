import { existsSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import { print, type Terminal } from './terminal.js';

/** What was read at one time. */
interface ReadFrom {
  readonly files: readonly string[];
}

/**
 * Does it again when a file changes in a folder that was read from; several changes at once count as one. A folder that is
 * read from later is watched from then on.
 *
 * @param read what has been read so far
 */
export function watchFolders(
  read: readonly ReadFrom[],
  again: () => readonly ReadFrom[],
  err: Terminal['err'],
): { readonly folders: number; readonly end: () => void } {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  const follow = (all: readonly ReadFrom[]) => {
    for (const folder of new Set(all.flatMap(({ files }) => files).map((file) => dirname(file))))
      if (!watchers.has(folder) && existsSync(folder)) watchers.set(folder, watch(folder, soon));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      try {
        follow(again());
      } catch (error) {
        print(err, [error instanceof Error ? error.message : String(error)]);
      }
    }, 100);
  };
  follow(read);
  return {
    folders: watchers.size,
    end() {
      clearTimeout(waiting);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
