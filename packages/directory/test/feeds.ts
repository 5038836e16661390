import type { Service } from '@everycontact/core';
import type { Feed } from '../src/import/feed.js';
import type { ImportOptions } from '../src/import/import-options.js';
import { importServices } from '../src/import/import-services.js';
import { read } from './one-service.js';

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);

/** A feed of files in memory. */
export const folder = (files: Readonly<Record<string, string | Uint8Array>>, name = 'test'): Feed => ({
  name,
  files: Object.entries(files).map(([file, content]) => ({
    name: file,
    size: bytesOf(content).length,
    read: () => [bytesOf(content)],
  })),
});

/** A feed of one file. */
export const single = (content: string | Uint8Array, name = 'test'): Feed => folder({ [name]: content }, name);

/** Feeds imported into memory: whatever comes of them, the report adds up. */
export async function imported(feeds: readonly Feed[], options: Partial<ImportOptions> = {}) {
  const services: Service[] = [];
  const onService = (service: Service) => void services.push(service);
  const report = await importServices(feeds, { fetchedAt: read.fetchedAt, onService, ...options });
  const ids = new Set(services.map(({ id }) => id));
  if (report.read !== report.kept + report.merged + report.dropped || report.kept !== ids.size) {
    throw new Error(`The report does not add up: ${JSON.stringify({ ...report, feeds: undefined, ids: ids.size })}`);
  }
  return { services, report, names: services.map(({ name }) => name) };
}
