import type { ContextFacts } from '../pack/fact.js';
import type { Audience, Locale, Near, Occasion, Setting, Variant } from '../pack/reader.js';
import type { History } from '../prompting/history.js';

/** Where the host keeps somebody or something, in its own words: a reference such as `Patient/17`, an identifier, or both. */
export interface InRecord {
  readonly reference?: string;
  readonly identifier?: { readonly system: string; readonly value: string };
}

/**
 * All that the system around a prompt says of one meeting: who is there, who asks, and what is known beforehand. It is the
 * same whether it comes as properties, by a SMART launch, by `postMessage` or in a signed address. No name is needed, and
 * there is no place for one. What is left out, or `null`, is unknown, never false; only what a worker may do is no unless it is said.
 */
export interface HostContext {
  readonly schema: 'everycontact/host-context@1';
  /** Whoever the contact is with. `key` changes with the person, and with it all that was said is wiped; it is never sent anywhere. */
  readonly subject: InRecord & { readonly key: string };
  /** The worker. `role` as the pack's `context.role` knows it. */
  readonly user?: InRecord & {
    readonly role?: string;
    readonly mayRefer?: boolean;
    readonly registered?: boolean;
  };
  readonly encounter?: InRecord;
  readonly organisation?: InRecord;
  /** The language the worker reads. */
  readonly locale?: Locale;
  readonly audience?: Audience;
  readonly variant?: Variant;
  readonly setting?: Setting;
  readonly interpreter?: NonNullable<Occasion['interpreter']>;
  readonly interpreterLanguage?: Locale;
  /** Where services are looked for. */
  readonly near?: Near;
  /** What is known of the person, by the names in `pack.context`. */
  readonly facts?: ContextFacts;
  /** What only the policy reads, e.g. `{ 'context.endOfLife': true }`. */
  readonly policyFacts?: ContextFacts;
  /** What became of earlier prompts to this person. */
  readonly history?: History;
}
