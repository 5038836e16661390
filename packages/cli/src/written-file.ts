import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { misuse } from './options.js';

// Files that a command writes. What people have written is never lost by a command that is typed a second time, or with
// one name too many.

/**
 * A file for people to fill in.
 *
 * @param force whether one that is there may be replaced
 * @throws EveryContactError `file-exists`
 */
export function writeToFillIn(command: string, file: string, content: string, force = false): void {
  if (!force && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    const wrong = `--out: expected a new file, found "${file}", in which somebody may have written.`;
    throw misuse(command, 'file-exists', `${wrong} Nothing was written. Take another name; --force replaces it.`);
  }
  writeFileSync(file, content);
}

/** @throws EveryContactError `option-invalid` where a command would write over a file that it was given to read */
export function refuseGiven(
  command: string,
  option: string,
  file: string | undefined,
  given: readonly (string | undefined)[],
): void {
  if (file === undefined) return;
  const isGiven = given.some((one) => one !== undefined && resolve(one) === resolve(file));
  if (!isGiven) return;
  const wrong = `${option}: expected a file of its own, found "${file}", which this command is given besides.`;
  throw misuse(command, 'option-invalid', `${wrong} Nothing was written.`);
}
