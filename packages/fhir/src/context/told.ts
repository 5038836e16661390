import type { Value } from '@everycontact/core';

/** Where in the record a fact stands. */
export interface From {
  /** `Observation/123`, where the resource has an id. */
  readonly reference?: string;
  /** The element: `birthDate`, `valueQuantity`. */
  readonly path: string;
  /** As the record writes it: when it was so. */
  readonly date?: string;
}

/** One thing the record says. */
export interface Told {
  /** `context.age`, or `near`. */
  readonly fact: string;
  readonly value: Value;
  readonly from: From;
}

/**
 * One thing the record does not say. `unknown`: nothing says it, or what does is no longer sure. `none`: the record was searched for it, or
 * says itself that there is none. `unreadable`: there is something, and it cannot be understood, so nobody should act as if there were nothing.
 */
export interface Open {
  readonly fact: string;
  readonly why: 'unknown' | 'none' | 'unreadable';
  readonly from?: From;
  readonly message?: string;
}

export type Stated = Told | Open;

export const isTold = (stated: Stated): stated is Told => 'value' in stated;
