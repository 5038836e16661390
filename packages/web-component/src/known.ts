import type { Method } from '@everycontact/core';

// What an editor offers while somebody writes: what is in the packs that we ship. A pack of one's own may have others.

type Known<Name extends string> = Name | (string & Record<never, never>);

export type KnownPlace = Known<'england' | 'denmark' | 'sweden'>;
export type KnownBehaviour = Known<
  'alcohol' | 'diet' | 'mental-wellbeing' | 'physical-activity' | 'smoking' | 'weight'
>;
export type KnownMethod = Known<Method>;
export type KnownLocale = Known<'en-GB' | 'da-DK' | 'sv-SE' | 'en'>;
