import { readFileSync } from 'node:fs';
import type { Day, Instant, Service } from '@everycontact/core';
import { importServices, openFeed, readOverlay, type ReadOverlay } from '@everycontact/directory';
import { misuse } from '../../options.js';

/** What a local team wrote of its services. @throws EveryContactError `file-unreadable` */
export function overlayFrom(command: string, file: string, today: Day): ReadOverlay {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw misuse(command, 'file-unreadable', `Expected an overlay, found: ${found}. Check the path.`);
  }
  return readOverlay(bytes, { today });
}

/** All services of a feed, a file or a folder. @throws EveryContactError `file-unreadable`, and what `importServices` throws */
export async function servicesFrom(feed: string, fetchedAt: Instant): Promise<readonly Service[]> {
  const services: Service[] = [];
  await importServices([await openFeed(feed)], { fetchedAt, onService: (service) => void services.push(service) });
  return services;
}
