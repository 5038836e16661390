import type { Instant } from '../pack/reader.js';
import type { Directory } from './directory.js';
import { match } from './match.js';
import { withNextNames } from './next.js';
import type { Service } from './service.js';

/** A directory of services already in memory. @param asOf when the list was last known to be true */
export function memoryDirectory(services: readonly Service[], asOf: Instant): Directory {
  const named = withNextNames(services);
  return {
    name: 'memory',
    find: (query, { signal } = {}) =>
      signal?.aborted
        ? Promise.reject(new Error('The look-up was stopped.'))
        : Promise.resolve(match(named, query, asOf)),
  };
}
