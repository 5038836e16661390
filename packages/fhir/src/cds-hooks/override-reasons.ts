import type { Outcome } from '@everycontact/core';
import { baseOf } from '../canonical.js';

/** Why a card was set aside, in the outcomes of a contact: a history reads them as it reads those. */
export const overrideReasons = [
  'not-now',
  'declined',
  'already-supported',
  'not-relevant',
  'not-appropriate',
] as const satisfies readonly Outcome[];

export type OverrideReason = (typeof overrideReasons)[number];

export const overrideSystem = (canonical: string): string => `${baseOf(canonical)}/CodeSystem/override-reason`;
export const behaviourSystem = (canonical: string): string => `${baseOf(canonical)}/CodeSystem/behaviour`;
