import { readFileSync, statSync } from 'node:fs';
import { EveryContactError, type Instant } from '@everycontact/core';
import { misuse } from './options.js';
import { readJson } from './packs/read-json.js';

// Files that a command is given. What the file system refuses is told with the name of the file, and never with a stack.

/** @throws EveryContactError `file-unreadable` */
export const bytesIn = (file: string): Uint8Array => reading(file, () => readFileSync(file));

/** UTF-8. @throws EveryContactError `file-unreadable` */
export const textIn = (file: string): string => reading(file, () => readFileSync(file, 'utf8'));

/** When it was last written. @throws EveryContactError `file-unreadable` */
export const writtenAt = (file: string): Instant => reading(file, () => statSync(file).mtime.toISOString());

/** @throws EveryContactError `option-invalid` where no file was named, `file-unreadable`, `content-not-json` */
export function jsonIn(command: string, file: string | undefined, what: string): unknown {
  if (file === undefined) throw misuse(command, 'option-invalid', `Expected ${what}, found nothing.`);
  return readJson(file, textIn(file));
}

/** What `read` makes of a file. @throws EveryContactError `file-unreadable` for whatever `read` throws */
export function reading<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw unreadable(file, error);
  }
}

export function unreadable(file: string, error: unknown): EveryContactError {
  const found = error instanceof Error ? error.message : String(error);
  const { code = '' } = Object(error) as Partial<NodeJS.ErrnoException>;
  const remedy = isKept.includes(code)
    ? 'Close it in other programs, and see whether you may change it.'
    : 'Check the path.';
  return new EveryContactError(
    'file-unreadable',
    file,
    `${file}: expected a file or folder that can be opened, found: ${found}. ${remedy}`,
  );
}

/** A spreadsheet program keeps what it shows from others; a folder may be there to be read only. */
const isKept = ['EACCES', 'EBUSY', 'EPERM', 'EROFS'];
