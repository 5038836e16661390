import type { ContextFacts, Value } from '../pack/fact.js';
import type { Truth } from '../pack/trace.js';
import type { NeedId } from '../pack/pack.js';
import type { Day, Instant, Occasion, Reader } from '../pack/reader.js';
import type { Signal } from '../platform.js';
import type { Opening, Service } from './service.js';

/** All a directory needs: context facts only, never an answer. */
export interface DirectoryQuery {
  readonly need: NeedId;
  readonly facts: ContextFacts;
  readonly reader: Reader;
  readonly occasion: Occasion;
  readonly at: Instant;
  readonly timeZone: string;
  /** How many matches at most; 5 by default. */
  readonly limit?: number;
  /** How many of those that are not for this person at most; 5 by default. */
  readonly excluded?: number;
}

/** A code with its parameters, `age { min: 18 }`, put into words by the view. `truth` is the criterion's; unknown reads "check". */
export interface Reason {
  readonly code: ReasonCode;
  readonly truth: Truth;
  readonly with?: Readonly<Record<string, Value>>;
}
export type ReasonCode =
  | 'pinned'
  | 'need-main'
  | 'need-side'
  | 'need-wording'
  | 'age'
  | 'pregnancy'
  | 'gender'
  | 'staff'
  | 'volunteers'
  | 'area'
  | 'language'
  | 'interpreter'
  | 'step-free'
  | 'route'
  | 'state'
  | 'capacity'
  | 'free'
  | 'open-now'
  | 'open-until'
  | 'opens'
  | 'hours'
  | 'distance'
  | 'remote'
  | 'assured';

/** A frozen copy of all that is displayed, so that a replay shows what was seen whatever the feed says now. */
export interface Match {
  readonly service: string;
  readonly name: string;
  readonly organization: string;
  readonly responsible?: string;
  readonly eligible: 'eligible' | 'possible';
  /** Those that decide, in their order, then what else speaks for it. A view puts the most telling first. */
  readonly reasons: readonly Reason[];
  readonly summary?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  readonly address?: string;
  readonly metres?: number;
  /** The distance is measured from the middle of an area. */
  readonly about?: true;
  readonly hours?: readonly Opening[];
  readonly hoursText?: string;
  readonly cost: Service['cost'];
  readonly howTo?: string;
  readonly alert?: string;
  readonly assuredOn?: Day;
  /** Names of the services that can come after it. */
  readonly next?: readonly string[];
}
/** Not for this person, and the one criterion that decided. */
export interface Excluded {
  readonly service: string;
  readonly name: string;
  readonly by: Reason;
}
export interface DirectoryAnswer {
  readonly matches: readonly Match[];
  /** The first of them, in the order that the ranking would have given them. */
  readonly excluded: readonly Excluded[];
  /** When the directory was last known to be true. */
  readonly asOf: Instant;
  /** Attribution and licence of the feeds of these matches: `Wexmarsh Council, OGL 3.0`. */
  readonly credits?: readonly string[];
  /**
   * For an empty answer: the criterion to relax first. Of the services that only one criterion rules out, except closed ones,
   * it is that of the service that would have ranked first. `would`: how many services in the whole directory it alone rules out.
   */
  readonly relax?: { readonly code: ReasonCode; readonly would: number; readonly reason?: Reason };
}

/** The port: one method, which an adapter implements. It rejects with an `Error` that says what failed, and stops when the signal aborts. */
export interface Directory {
  readonly name: string;
  find(query: DirectoryQuery, options?: { readonly signal?: Signal }): Promise<DirectoryAnswer>;
}
