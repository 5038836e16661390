import type { Service } from '@everycontact/core';
import type { Source } from '@everycontact/directory/reading';
import type { Account } from './account.js';
import { ownNote } from './findings.js';
import type { Pointed } from './pointed.js';

/**
 * Whether it runs, and where: places that are suspended or inactive are left out; where that leaves none, the service is
 * paused or closed with them. A place of the kind "any such place" is no place to go to.
 */
export function placesInUse(
  source: Source,
  places: readonly Pointed[],
  account: Account,
): { readonly places: readonly Pointed[]; readonly state: Service['state'] } {
  const active = source.flag('active');
  if (active === undefined) account.notes.repaired('status-missing', 'active', undefined);
  const statusOf = ({ source: place }: Pointed) => place?.exact('status') ?? 'active';
  const used = places.filter((place) => ['suspended', 'inactive'].every((status) => status !== statusOf(place)));
  for (const place of places) {
    if (!used.includes(place)) account.own(ownNote('place-not-in-use', 'location.status', statusOf(place)));
  }
  const state = active === undefined ? 'unknown' : active ? 'open' : 'closed';
  const nowhere = places.length > 0 && used.length === 0 && state !== 'closed';
  const stopped = places.some((place) => statusOf(place) === 'suspended') ? 'paused' : 'closed';
  return {
    places: used.filter(({ source: place }) => place?.exact('mode') !== 'kind'),
    state: nowhere ? stopped : state,
  };
}
