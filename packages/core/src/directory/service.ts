import type { NeedId } from '../pack/pack.js';
import type { Day, Instant, Locale } from '../pack/reader.js';

/** Unknown is the default and never turns into no. */
export type Stated = 'yes' | 'no' | 'unknown';

export interface Location {
  readonly id: string;
  readonly name?: string;
  readonly address?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly stepFree: Stated;
}
export type Area =
  | { readonly kind: 'national' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'prefixes'; readonly codes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };
/** Weekly hours on the wall clock of the place, `09:00`; day 1 is Monday. */
export interface Opening {
  readonly day: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly opens: string;
  readonly closes: string;
}

/**
 * One repeated opening that weekly hours cannot express, on the wall clock of the place. All fields that are given must
 * hold; if none names a day, it is every day. `closes` at or before `opens` is after midnight.
 */
export interface Opens {
  readonly opens: string;
  readonly closes: string;
  readonly days?: readonly Opening['day'][];
  /** 1 to 5 counted from the start of the month, -1 to -5 from its end: the first Monday, the last Friday. */
  readonly weeksOfMonth?: readonly number[];
  /** 1 to 31, or -1 to -31 from the end. */
  readonly daysOfMonth?: readonly number[];
  /** Every second week, third … counted from the week of `since`, which begins on Monday. */
  readonly everyWeeks?: number;
  readonly since?: Day;
  /** The activity has begun and not ended, both days included. */
  readonly from?: Day;
  readonly until?: Day;
}
/** Days on which it does not open, both included: holidays, a summer break. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
  readonly why?: string;
}

/** A local service, in the words of Open Referral HSDS (organization, location, minimum_age, assured_date). */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly text?: string;
  readonly state: 'open' | 'paused' | 'closed' | 'unknown';
  readonly organization: { readonly name: string; readonly id?: string; readonly responsible?: string };
  /** `main` and `side` by a taxonomy term, `wording` only by words in the name or description. */
  readonly needs: readonly { readonly need: NeedId; readonly how: 'main' | 'side' | 'wording' }[];
  readonly delivery: readonly ('in-person' | 'phone' | 'online' | 'home-visit')[];
  readonly locations: readonly Location[];
  readonly area: Area;
  /** Whole or decimal years. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** women, men, pregnant, notPregnant, staff, volunteers, carers …: whom the service says it takes. */
  readonly who: Readonly<Record<string, Stated>>;
  readonly languages: readonly Locale[];
  readonly interpreter: Stated;
  readonly cost: 'free' | 'paid' | 'mixed' | 'unknown';
  readonly access: Readonly<Record<'self' | 'professional' | 'appointment' | 'drop-in', Stated>>;
  readonly howTo?: string;
  readonly hours?: readonly Opening[];
  readonly hoursText?: string;
  /** All openings, the weekly ones too, if `hours` alone cannot express them. */
  readonly timetable?: readonly Opens[];
  readonly closures?: readonly Closure[];
  /** After this day the hours are no longer confirmed: unknown, not closed. */
  readonly hoursConfirmedUntil?: Day;
  readonly capacity?: { readonly state: 'open' | 'waiting-list' | 'full' | 'unknown'; readonly asOf: Day };
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  readonly alert?: string;
  readonly assuredOn?: Day;
  readonly changedOn?: Day;
  /** Put first among equals by the local team, and labelled so. */
  readonly pinned?: true;
  /** Services that come next, by id: after the course, the walking group. */
  readonly next?: readonly string[];
  /** Their names, if the whole list is known. */
  readonly nextNames?: readonly string[];
  readonly provenance: {
    readonly feed: string;
    readonly licence?: string;
    readonly attribution?: string;
    readonly fetchedAt: Instant;
    /** Which of the fields above come from the local team's overlay instead of the feed; whose it is, and when it was checked. */
    readonly overlay?: { readonly owner: string; readonly checkedOn: Day; readonly fields: readonly string[] };
  };
  readonly warnings?: readonly string[];
}
