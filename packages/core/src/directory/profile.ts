import type { Location, Service } from './service.js';

/**
 * The part of a service that decides whether it fits and where it stands in the list. A `Service` is one; an index makes
 * one of its columns, and may share the lists in it between services.
 */
export interface Profile
  extends Pick<
    Service,
    | 'needs'
    | 'minimumAge'
    | 'maximumAge'
    | 'who'
    | 'area'
    | 'languages'
    | 'interpreter'
    | 'state'
    | 'access'
    | 'capacity'
    | 'cost'
    | 'delivery'
    | 'hours'
    | 'timetable'
    | 'closures'
    | 'hoursConfirmedUntil'
    | 'assuredOn'
    | 'pinned'
  > {
  readonly locations: readonly Pick<Location, 'latitude' | 'longitude' | 'stepFree'>[];
}

/** By phone or online: near to everybody. */
export const isRemote = ({ delivery }: Pick<Profile, 'delivery'>) =>
  delivery.includes('phone') || delivery.includes('online');

/** A person may come by themselves, without anybody's referral. */
export const isOpenToAll = (access: Profile['access']) => access.self === 'yes' || access['drop-in'] === 'yes';
