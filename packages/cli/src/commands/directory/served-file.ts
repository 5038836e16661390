import { readFileSync, statSync } from 'node:fs';
import { EveryContactError, type Service } from '@everycontact/core';
import { readServices, reportLines, type ServedServices } from '@everycontact/directory';
import { openServices } from '@everycontact/directory/services-file';
import { print, type Terminal } from '../../terminal.js';

/**
 * All services of a file: a `.services` file, or a feed, whose report is told.
 *
 * @throws EveryContactError `file-unreadable`, and as `openServices` and `readServices` tell
 */
export async function servedFile(file: string, { err }: Terminal): Promise<ServedServices> {
  const { bytes, written } = read(file);
  if (file.endsWith('.services')) {
    const opened = openServices(bytes);
    const services: Service[] = [];
    for (let number = 0; number < opened.count; number += 1) services.push(await opened.read(number));
    return { services, asOf: opened.asOf };
  }
  const { services, report } = readServices(bytes, { feed: file, fetchedAt: written });
  print(err, reportLines(report));
  return { services, asOf: written };
}

function read(file: string): { readonly bytes: Uint8Array; readonly written: string } {
  try {
    return { bytes: readFileSync(file), written: statSync(file).mtime.toISOString() };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError(
      'file-unreadable',
      file,
      `Expected a file with services, found: ${found}. Check the path.`,
    );
  }
}
