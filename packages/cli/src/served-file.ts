import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Directory, Service } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { importServices, openFeed, reportLines, type ServedServices } from '@everycontact/directory';
import { openServices, type ServicesDirectory, textsBeside } from '@everycontact/directory/services-file';
import { fhirFormat as bundleFormat } from '@everycontact/fhir';
import { bytesIn, writtenAt } from './given-file.js';
import { print, type Terminal } from './terminal.js';

/**
 * All services of a file: a `.services` file with its records inside or beside it, or a feed of any form. How many
 * records were kept and dropped is told; an import says which.
 *
 * @throws EveryContactError `file-unreadable`, and as `openServices` and `importServices` tell
 */
export async function servedFile(file: string, { err }: Terminal): Promise<ServedServices> {
  const written = writtenAt(file);
  const services: Service[] = [];
  if (isServicesFile(file)) {
    const opened = openedFile(file);
    for await (const service of servicesIn(opened)) services.push(service);
    return { services, asOf: opened.asOf };
  }
  const { feeds } = await importServices([await openFeed(file)], {
    fetchedAt: written,
    formats: [bundleFormat],
    onService: (service) => void services.push(service),
  });
  for (const report of feeds) {
    print(err, reportLines(report).slice(0, 1));
    if (report.dropped.length) print(err, ['"everycontact directory import" says what was dropped, and why.']);
  }
  return { services, asOf: written };
}

/** A directory to ask: a `.services` file as it stands, without reading its records; a feed read whole. @throws as `servedFile` */
export async function directoryIn(file: string, terminal: Terminal): Promise<Directory> {
  if (isServicesFile(file)) return openedFile(file);
  const { services, asOf } = await servedFile(file, terminal);
  return memoryDirectory(services, asOf);
}

/** One service by its id; of a `.services` file no more is held than is read. @throws as `servedFile` */
export async function serviceIn(file: string, id: string, terminal: Terminal): Promise<Service | undefined> {
  if (!isServicesFile(file)) return (await servedFile(file, terminal)).services.find((one) => one.id === id);
  const opened = openedFile(file);
  for await (const service of servicesIn(opened)) if (service.id === id) return service;
  return undefined;
}

async function* servicesIn(opened: ServicesDirectory): AsyncGenerator<Service> {
  for (let number = 0; number < opened.count; number += 1) yield await opened.read(number);
}

export const isServicesFile = (file: string) => file.endsWith('.services');

/** @throws EveryContactError `file-unreadable`, and as `openServices` tells */
export function openedFile(file: string): ServicesDirectory {
  const texts = async (shard: number) => new Uint8Array(await readFile(textsBeside(file, shard)));
  return openServices(bytesIn(file), hasTexts(file) ? { texts } : {});
}

const hasTexts = (file: string): boolean => statSync(textsBeside(file, 0), { throwIfNoEntry: false }) !== undefined;
