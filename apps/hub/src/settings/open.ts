import * as shipped from '@everycontact/content';
import { EveryContactError, type Directory, type Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { readPack } from '@everycontact/core/parse';
import { readServices } from '@everycontact/directory';
import { openServices } from '@everycontact/directory/services-file';
import { bytesOf } from './read-file.js';

/**
 * A shipped pack by its name, or a pack in one file.
 *
 * @throws EveryContactError `file-unreadable`, `content-broken`
 */
export function openPack(name: string): Pack {
  const known: Readonly<Record<string, Pack>> = { ...shipped };
  if (Object.hasOwn(known, name) && known[name]) return known[name];
  const { pack, problems = [] } = readPack(bytesOf(name, '--pack').toString('utf8'));
  if (pack) return pack;
  const said = problems.map(({ where, message }) => `${where}: ${message}`).join('; ');
  throw new EveryContactError('content-broken', name, `${name}: ${said}. "npx everycontact check ${name}" says more.`);
}

/**
 * The same services for the pages, in a form that the element reads: a services file as it is, a feed as compact JSON.
 *
 * @throws EveryContactError as `openDirectory`
 */
export function servicesForPages(file: string, now: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(file, '--directory');
  if (file.endsWith('.services')) return new Uint8Array(bytes);
  const { services } = readServices(bytes, { feed: file, fetchedAt: now });
  return new TextEncoder().encode(JSON.stringify({ asOf: now, services }));
}

/**
 * The services of a feed or of a services file, in memory.
 *
 * @throws EveryContactError `file-unreadable`, and what `readServices` and `openServices` throw
 */
export function openDirectory(file: string, now: string): Directory {
  const bytes = bytesOf(file, '--directory');
  if (file.endsWith('.services')) return openServices(new Uint8Array(bytes));
  return memoryDirectory(readServices(bytes, { feed: file, fetchedAt: now }).services, now);
}
