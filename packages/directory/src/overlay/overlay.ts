import type { Day, Locale, NeedId, Service, Stated } from '@everycontact/core';

/**
 * What a local team knows of services that no feed says: topics, eligibility, who answers for the entry, pins, pauses,
 * what comes next. It stands before the feed, names its owner, and is dated entry by entry.
 */
export interface Overlay {
  readonly schema: 'everycontact/overlay@1';
  /** Who answers for the file: a role, "Public health team, Wexmarsh council". */
  readonly owner: string;
  readonly entries: readonly OverlayEntry[];
}

/** What is told of one service. What is absent stays as the feed has it. */
export interface OverlayEntry {
  /** The id of the service in the feed, in any case. */
  readonly service: string;
  /** Its name, for whoever reads the file; where it is not that of the feed, the id may be wrong. */
  readonly name?: string;
  /** When somebody last made sure that the service runs and that all of this holds. */
  readonly lastChecked: Day;
  /** A role or a shared mailbox that answers for the entry, never a person's own address. */
  readonly responsible?: string;
  /** Needs it meets in the first place, on the side, and does not meet whatever its words say. */
  readonly needs?: {
    readonly main?: readonly NeedId[];
    readonly side?: readonly NeedId[];
    readonly not?: readonly NeedId[];
  };
  /** Years; `none` where the feed has a limit that does not hold. */
  readonly minimumAge?: number | 'none';
  readonly maximumAge?: number | 'none';
  readonly who?: Service['who'];
  /** Whom it is for, by where they live: codes, first halves of postcodes, or a country for all of it. */
  readonly areas?: readonly string[];
  readonly languages?: readonly Locale[];
  readonly interpreter?: Stated;
  readonly cost?: Service['cost'];
  readonly access?: Partial<Service['access']>;
  /** At every place of the service. */
  readonly stepFree?: Stated;
  /** Until further notice, or up to and with a day. */
  readonly pinned?: true | Day;
  readonly paused?: true | Day;
  /** Ids of services that come next: after the course, the walking group. */
  readonly next?: readonly string[];
  /** Where it was written, for findings: `entries.3`, `row 5`. */
  readonly where?: string;
}
