import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EveryContactError } from '@everycontact/core';

/**
 * The bytes of a file that was named on the command line.
 *
 * @throws EveryContactError `file-unreadable`
 */
export function bytesOf(file: string, option: string): Buffer {
  try {
    // npm runs in the folder of its package.json; the name was typed in the folder npm was started in.
    return readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError(
      'file-unreadable',
      option,
      `Expected a file for ${option}, found: ${found}. Check the path.`,
    );
  }
}
