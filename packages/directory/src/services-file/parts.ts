import type { Location, Service } from '@everycontact/core';
import { isOpenToAll } from '@everycontact/core/directory';

// What decides about a service, in parts that many services share word for word.

type Fields<Names extends keyof Service> = Pick<Service, Names>;
export type Speech = Fields<'languages' | 'interpreter'>;
export type Area = Service['area'];
export type Terms = Fields<
  'state' | 'delivery' | 'minimumAge' | 'maximumAge' | 'who' | 'cost' | 'access' | 'capacity' | 'pinned'
> & {
  /** Of all places, and of the one of this row. */
  readonly stepFree: readonly StepFree[];
  readonly here: StepFree;
};
type StepFree = Location['stepFree'];
export type Hours = Fields<'hours' | 'timetable' | 'closures' | 'hoursConfirmedUntil'>;

/** Equal values come out with their keys in one order. @param here the place of this row, if it has one */
export function partsOf(service: Service, here?: Location) {
  const { languages, interpreter, state, delivery, minimumAge, maximumAge, cost, capacity, pinned } = service;
  const { hours, timetable, closures, hoursConfirmedUntil } = service;
  const stepFree = [...new Set(service.locations.map((place) => place.stepFree))].sort();
  return {
    speech: { languages, interpreter } satisfies Speech,
    area: service.area,
    terms: {
      state,
      delivery,
      ...(minimumAge !== undefined && { minimumAge }),
      ...(maximumAge !== undefined && { maximumAge }),
      who: sorted(service.who),
      cost,
      access: sorted(service.access),
      ...(capacity && { capacity: { state: capacity.state, asOf: capacity.asOf } }),
      ...(pinned && { pinned }),
      stepFree,
      here: here?.stepFree ?? 'unknown',
    } satisfies Terms,
    hours: {
      ...(hours && { hours }),
      ...(timetable && { timetable }),
      ...(closures && { closures }),
      ...(hoursConfirmedUntil !== undefined && { hoursConfirmedUntil }),
    } satisfies Hours,
  };
}

const sorted = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))) as Values;

/** How a service is for a need, by its number in a file; and the flags of each beside the ages of terms. */
export const HOW = ['main', 'side', 'wording'] as const satisfies readonly Service['needs'][number]['how'][];
export const howFlag = (how: number) => 1 << (17 + how);

/** A flag beside the ages of terms: a person may come by themselves. */
export const SELF_REFERRAL = 1 << 16;

/** Terms in one word: least and greatest age in whole years, so that a year begun is a year too few, and flags. */
export function termsWord({ minimumAge = 0, maximumAge = 0xff, access }: Terms): number {
  return byte(Math.ceil(minimumAge)) | (byte(Math.floor(maximumAge)) << 8) | (isOpenToAll(access) ? SELF_REFERRAL : 0);
}
const byte = (years: number) => Math.min(Math.max(years, 0), 0xff);

/** One word that covers all that two cover. */
export const joinTerms = (a: number, b: number) =>
  Math.min(a & 0xff, b & 0xff) | Math.max(a & 0xff00, b & 0xff00) | ((a | b) & 0xff0000);

/** Whole days since 2000, from 1; 0 is never. */
export function dayWord(day: string | undefined): number {
  if (day === undefined) return 0;
  const days = Math.floor(Date.parse(day) / 86_400_000) - 10_957 + 1;
  return Number.isNaN(days) ? 0xffff : Math.min(Math.max(days, 1), 0xffff);
}

/** The bit of terms in the word of a node: those by phone or online, which are near everywhere, have their own. */
export const partBit = (terms: number, byPhone: boolean) => (byPhone ? 24 + (terms % 8) : terms % 24);
