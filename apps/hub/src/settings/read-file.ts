import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EveryContactError, type Instant } from '@everycontact/core';

/** npm runs in the folder of its package.json; the name was typed in the folder npm was started in. */
const pathOf = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);

/** When a file that has been read was written. */
export const writtenAt = (file: string): Instant => statSync(pathOf(file)).mtime.toISOString();

/**
 * The bytes of a file that was named on the command line.
 *
 * @throws EveryContactError `file-unreadable`
 */
export function bytesOf(file: string, option: string): Buffer {
  try {
    return readFileSync(pathOf(file));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError(
      'file-unreadable',
      option,
      `Expected a file for ${option}, found: ${found}. Check the path.`,
    );
  }
}
