/** A BCP 47 tag, e.g. `en-GB`. */
export type Locale = string;
/** A civil date, `2026-11-22`. */
export type Day = string;
/** ISO 8601 with offset, `2026-11-22T09:30:00.000Z`. */
export type Instant = string;

/** `worker`: whoever leads the conversation, paid or volunteer. `person`: whoever reads for themselves. */
export type Audience = 'worker' | 'person';
/** A way of wording chosen by the worker or the host, never inferred, e.g. `men`. */
export type Variant = string;

/** Who reads the screen, and in which language. */
export interface Reader {
  readonly locale: Locale;
  readonly audience: Audience;
  readonly variant?: Variant;
}

/** Where a talk takes place. In `staff` nothing of it leaves. */
export const settings = ['patient', 'public', 'staff'] as const;
export type Setting = (typeof settings)[number];
/** Who interprets. Family, friends and children are `family`: with them it is not private. */
export const interpreters = ['professional', 'family'] as const;

/**
 * A point is already rounded by whoever knows it; `about`: it is the middle of an area. `area` is a code or the first
 * half of a postcode, as services name the areas they are for.
 */
export type Near =
  | { readonly latitude: number; readonly longitude: number; readonly about?: true; readonly area?: string }
  | { readonly area: string };

/** What the host says about this meeting. Absent means no: a worker may refer only where the host says so. */
export interface Occasion {
  readonly setting: Setting;
  readonly mayRefer?: boolean;
  readonly registered?: boolean;
  /** A family interpreter counts as not private. */
  readonly interpreter?: (typeof interpreters)[number];
  readonly interpreterLanguage?: Locale;
  readonly near?: Near;
}
