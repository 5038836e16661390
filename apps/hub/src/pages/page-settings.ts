import type { Locale } from '@everycontact/core';
import type { Policy } from '@everycontact/core/prompting';
import type { HubOptions } from '../hub-options.js';

/** What the pages of the hub are told, in a JSON block: nothing of a person. */
export interface PageSettings {
  readonly address: string;
  readonly canonical: string;
  readonly locale: Locale;
  readonly policy: Policy;
  /** Drafts are shown, and what is written is labelled as a test. */
  readonly demo: boolean;
  readonly worker: NonNullable<HubOptions['worker']>;
  readonly facts: NonNullable<HubOptions['facts']>;
  readonly issuers: NonNullable<HubOptions['smart']>['issuers'];
  readonly hasServices: boolean;
}

export function pageSettings(hub: HubOptions): PageSettings {
  const { address, pack, policy, worker = {}, facts = {} } = hub;
  return {
    address,
    canonical: hub.canonical ?? pack.canonical ?? `${address}/fhir`,
    locale: hub.locale ?? pack.locales[0] ?? 'en',
    policy,
    demo: policy.preview === true,
    worker,
    facts,
    issuers: hub.smart?.issuers ?? [],
    hasServices: hub.services !== undefined,
  };
}
