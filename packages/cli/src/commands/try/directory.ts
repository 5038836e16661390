import { EveryContactError, type Directory } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { readServices, reportLines } from '@everycontact/directory';
import { bytesIn, writtenAt } from '../../given-file.js';
import { isServicesFile, openedFile } from '../../served-file.js';
import { print, type Terminal } from '../../terminal.js';
import type { TryOptions } from './options.js';

/**
 * The services of `--directory`, or none: a feed, or what an import made of it. One that cannot be read is told and never ends a contact: the national
 * line is shown.
 *
 * @returns `findings`: the feed could not be read, or records of it were dropped
 * @throws EveryContactError `file-unreadable`
 */
export function openDirectory(
  { directory: file, asOf }: Pick<TryOptions, 'directory' | 'asOf'>,
  { err, now }: Terminal,
): { readonly directory: Directory; readonly findings: boolean } {
  if (file === undefined) {
    print(err, ['No local services: name a feed with --directory FILE. The national line of the pack is shown.']);
    return { directory: memoryDirectory([], now()), findings: false };
  }
  const bytes = bytesIn(file);
  const fetchedAt = asOf ?? writtenAt(file);
  try {
    if (isServicesFile(file)) return { directory: openedFile(file), findings: false };
    const { services, report } = readServices(bytes, { feed: file, fetchedAt });
    print(err, reportLines(report));
    return { directory: memoryDirectory(services, fetchedAt), findings: report.dropped.length > 0 };
  } catch (error) {
    if (!(error instanceof EveryContactError)) throw error;
    print(err, [error.message, 'The contact goes on with the national line of the pack.']);
    return { directory: { name: file, find: () => Promise.reject(error) }, findings: true };
  }
}
