import { readFileSync, statSync } from 'node:fs';
import type { Directory, Service } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { readServices, reportLines } from '@everycontact/directory';
import { misuse } from '../../options.js';
import { print, type Terminal } from '../../terminal.js';

/** A directory that stands in a file. */
export interface OpenedFile {
  readonly directory: Directory;
  /** The service of an id, as the directory holds it. */
  service(id: string): Promise<Service | undefined>;
}

/**
 * Services of a feed of any form that is read. What became of its records is told on the terminal where some were dropped.
 *
 * @throws EveryContactError `file-unreadable`, and what `readServices` throws
 */
export function openFile(command: string, file: string, { err }: Terminal): OpenedFile {
  const { bytes, written } = read(command, file);
  const { services, report } = readServices(bytes, { feed: file, fetchedAt: written });
  if (report.dropped.length) print(err, reportLines(report));
  return {
    directory: memoryDirectory(services, written),
    service: (id) => Promise.resolve(services.find((one) => one.id === id)),
  };
}

function read(command: string, file: string) {
  try {
    return { bytes: readFileSync(file), written: statSync(file).mtime.toISOString() };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw misuse(command, 'file-unreadable', `Expected a file with services, found: ${found}. Check the path.`);
  }
}
