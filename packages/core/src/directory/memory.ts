import type { Instant } from '../pack/reader.js';
import type { Directory } from './directory.js';
import { match } from './match.js';
import { withNextNames } from './next.js';
import type { Service } from './service.js';

/**
 * A directory of services already in memory. Where one is not whole, every look-up fails and says which: the contact goes on,
 * and whoever wrote the list knows what it lacks.
 *
 * @param asOf when the list was last known to be true
 */
export function memoryDirectory(services: readonly Service[], asOf: Instant): Directory {
  const wrong = Array.isArray(services) ? services.map(lacking).find(Boolean) : 'services that are not in a list';
  const named = wrong ? [] : withNextNames(services);
  return {
    name: 'memory',
    find: (query, { signal } = {}) =>
      wrong || signal?.aborted
        ? Promise.reject(new Error(wrong || 'The look-up was stopped.'))
        : Promise.resolve(match(named, query, asOf)),
  };
}

const needed = [
  'organization',
  'needs',
  'delivery',
  'locations',
  'area',
  'who',
  'languages',
  'access',
  'provenance',
] as const;

/** What is read of every service, and a list written by hand easily lacks. */
function lacking(service: Service): string | undefined {
  const part = needed.find((name) => typeof service?.[name] !== 'object');
  return part && `the service "${service?.id}" without "${part}"`;
}
