import type { ContextFacts, Directory, Instant, Locale, Pack } from '@everycontact/core';
import type { Policy } from '@everycontact/core/prompting';
import type { CdsOptions } from './cds/cds-options.js';
import type { EmbeddedOptions } from './embedded/embedded-options.js';
import type { Limits } from './limits/limits.js';
import type { Log } from './log.js';
import type { SmartOptions } from './smart/smart-options.js';

/** All that a hub is told. What is not told is off: it trusts nobody, asks no server and refers nobody. */
export interface HubOptions {
  readonly pack: Pack;
  readonly policy: Policy;
  readonly directory?: Directory;
  /** Where clients reach the hub, e.g. `https://hub.example.org`. Signed requests name it, so it is never taken from a request. */
  readonly address: string;
  /** The address under which scripts, topics and reasons have theirs in FHIR; that of the pack, or the hub's own with `/fhir`. */
  readonly canonical?: string;
  /** A language of the pack for those who ask for none; its first one by default. */
  readonly locale?: Locale;
  /** What the deployer vouches for of everybody who works with it; both off by default. */
  readonly worker?: { readonly mayRefer?: boolean; readonly registered?: boolean };
  /** What else is true wherever the hub is used, e.g. `{ 'context.role': 'care' }`. */
  readonly facts?: ContextFacts;
  /** Origins of pages that may read answers. */
  readonly origins?: readonly string[];
  /** Whether a proxy of the deployer's stands in front and says whom it speaks for. */
  readonly behindProxy?: boolean;
  /** CDS Hooks; without it the hub has no such service. */
  readonly cds?: CdsOptions;
  /** SMART App Launch; without it the hub has no app. */
  readonly smart?: SmartOptions;
  /** Hosts that open the prompt in a frame by an address that they sign. */
  readonly embedded?: EmbeddedOptions;
  /** The services for the pages, as the element reads them: a services file, or `{ asOf, services }` as JSON. */
  readonly services?: Uint8Array<ArrayBuffer>;
  /** When that list was last known to be true, for whoever watches the hub. */
  readonly servicesAsOf?: Instant;
  readonly limits?: Partial<Limits>;
  /** Where a line goes; nowhere by default. */
  readonly log?: Log;
  /** Milliseconds; the clock by default. */
  readonly now?: () => number;
  /** How other servers are asked; the `fetch` of Node by default. */
  readonly fetch?: typeof fetch;
}
