import * as shipped from '@everycontact/content';
import { EveryContactError, type Directory, type Instant, type Pack } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { readPack } from '@everycontact/core/parse';
import { listAge, readServices, reportLines } from '@everycontact/directory';
import { openServices } from '@everycontact/directory/services-file';
import { bytesOf, writtenAt } from './read-file.js';

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

/** The services of a file: for the hub itself, and for its pages in a form that the element reads. */
export interface OpenedDirectory {
  readonly directory: Directory;
  /** A services file as it is, a feed as compact JSON. */
  readonly forPages: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** When the list was last known to be true: for a feed, when its file was written. */
  readonly asOf: Instant;
  /** What became of it, in words for whoever starts the hub. */
  readonly told: readonly string[];
}

/**
 * The services of a feed or of a services file, in memory.
 *
 * @throws EveryContactError `file-unreadable`, and what `readServices` and `openServices` throw
 */
export function openDirectory(file: string, now: Instant = new Date().toISOString()): OpenedDirectory {
  const bytes = new Uint8Array(bytesOf(file, '--directory'));
  if (file.endsWith('.services')) {
    const directory = openServices(bytes);
    const { count, asOf } = directory;
    return {
      directory,
      forPages: bytes,
      count,
      asOf,
      told: [`${count} services of "${file}", ${listAge(asOf, now)}.`],
    };
  }
  const asOf = writtenAt(file);
  const { services, report } = readServices(bytes, { feed: file, fetchedAt: asOf });
  const [summary = ''] = reportLines(report);
  const all = report.dropped.length + report.repaired.length;
  return {
    directory: memoryDirectory(services, asOf),
    forPages: new TextEncoder().encode(JSON.stringify({ asOf, services })),
    count: services.length,
    asOf,
    told: [
      `${summary} The list is ${listAge(asOf, now)}.`,
      ...(all ? ['"everycontact directory import" says what was dropped or repaired, and why.'] : []),
    ],
  };
}
