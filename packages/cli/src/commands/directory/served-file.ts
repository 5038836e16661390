import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { EveryContactError, type Instant, type Service } from '@everycontact/core';
import { importServices, openFeed, reportLines, type ServedServices } from '@everycontact/directory';
import { openServices, textsBeside } from '@everycontact/directory/services-file';
import { fhirFormat as bundleFormat } from '@everycontact/fhir';
import { print, type Terminal } from '../../terminal.js';

/**
 * All services of a file: a `.services` file with its records inside or beside it, or a feed of any form, whose dropped
 * records are told.
 *
 * @throws EveryContactError `file-unreadable`, and as `openServices` and `importServices` tell
 */
export async function servedFile(file: string, { err }: Terminal): Promise<ServedServices> {
  const written = writtenAt(file);
  const services: Service[] = [];
  if (file.endsWith('.services')) {
    const texts = async (shard: number) => new Uint8Array(await readFile(textsBeside(file, shard)));
    const bytes = readFileSync(file);
    const opened = openServices(bytes, hasTexts(file) ? { texts } : {});
    for (let number = 0; number < opened.count; number += 1) services.push(await opened.read(number));
    return { services, asOf: opened.asOf };
  }
  const { feeds } = await importServices([await openFeed(file)], {
    fetchedAt: written,
    formats: [bundleFormat],
    onService: (service) => void services.push(service),
  });
  for (const report of feeds) {
    const lines = reportLines(report);
    print(err, report.dropped.length > 0 ? lines : lines.slice(0, 1));
  }
  return { services, asOf: written };
}

const hasTexts = (file: string): boolean => statSync(textsBeside(file, 0), { throwIfNoEntry: false }) !== undefined;

function writtenAt(file: string): Instant {
  try {
    return statSync(file).mtime.toISOString();
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new EveryContactError(
      'file-unreadable',
      file,
      `Expected a file with services, found: ${found}. Check the path.`,
    );
  }
}
