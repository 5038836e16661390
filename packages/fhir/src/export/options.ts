import { EveryContactError, type Instant, type Pack } from '@everycontact/core';
import type * as r4 from 'fhir/r4.js';
import { isExampleAddress } from '../canonical.js';
import type { CodeChoice } from '../codes/code-map.js';
import { isInstant } from './instant.js';
import { type ProfileId, profiles } from './profiles.js';

/** What only the host knows. References are its own; of a person only reference and identifier are used. */
export interface BundleOptions {
  /** The base address of the pack's forms and answers: `pack.canonical`, e.g. `https://health.example/fhir`. */
  readonly canonical: string;
  /** Now: when it is exported. */
  readonly now: Instant;
  /** `transaction` to send, `collection` for a file; the first by default. */
  readonly type?: 'transaction' | 'collection';
  /** `base` by default. */
  readonly profile?: ProfileId;
  /** The person. Only a collection may do without. */
  readonly subject?: r4.Reference;
  readonly encounter?: r4.Reference;
  /** Whoever led the contact. */
  readonly author?: r4.Reference;
  /** On whose behalf. */
  readonly organisation?: r4.Reference;
  /** What the worker may do, as in the session. Without `mayRefer` a declined offer is not written as a declined referral. */
  readonly who?: { readonly mayRefer?: boolean; readonly registered?: boolean };
  /** The person agreed that their contact details go to the services they were referred to. */
  readonly contactDetailsLeave?: boolean;
  readonly codes?: CodeChoice;
  /** The pack of the record, if you have it: it says which numbers are whole, and where permission was asked. */
  readonly pack?: Pick<Pack, 'id' | 'version' | 'scripts'>;
  /** The same once more, because it may not have arrived: without Provenance, which has no identifier and would be there twice. */
  readonly retry?: boolean;
  /** Allows an example address, and labels everything as test data. */
  readonly demo?: boolean;
}

/** @throws EveryContactError what is wrong with the options, by its code */
export function checkOptions({ canonical, now, profile = 'base', type, subject, demo }: BundleOptions): void {
  if (!Object.hasOwn(profiles, profile))
    fail(
      'export-profile',
      'profile',
      `one of ${Object.keys(profiles).join(', ')}`,
      `"${profile}"`,
      'Choose one of them.',
    );
  if (type !== undefined && type !== 'transaction' && type !== 'collection')
    fail('export-type', 'type', 'transaction or collection', `"${String(type)}"`, 'Choose one of them.');
  if (typeof canonical !== 'string' || !/^https?:\/\/[^\s|#?]+$/.test(canonical))
    fail(
      'export-canonical',
      'canonical',
      'the http or https address under which the pack has its forms',
      `"${canonical}"`,
      'Give the `canonical` of the pack.',
    );
  if (isExampleAddress(canonical) && !demo)
    fail(
      'export-example-address',
      'canonical',
      'an address of your own',
      `the example address "${canonical}"`,
      'Give the pack a `canonical` of your own; or say `demo: true`, which labels everything as test data.',
    );
  if (!isInstant(now))
    fail('export-instant', 'now', 'an instant such as 2026-11-22T09:30:00Z', `"${now}"`, 'Hand in ISO 8601.');
  checkSubject(subject, type, profile);
}

function checkSubject(subject: r4.Reference | undefined, type: BundleOptions['type'], profile: ProfileId): void {
  if (subject === undefined && type === 'collection' && profiles[profile].subject === 'where-known') return;
  if (subject === undefined)
    fail(
      'export-no-subject',
      'subject',
      'the person this is about',
      'nobody',
      type === 'collection'
        ? `Profile "${profile}" needs a subject: name one, or choose "base".`
        : 'A contact with nobody named belongs in no person’s record: count it, with `toTallyRow`, or ask for a "collection", which may have no subject and then holds no Procedure and no ServiceRequest.',
    );
  const { reference, identifier } = subject;
  const isPatient = reference !== undefined && patient.test(reference);
  if (isPatient || (reference === undefined && identifier?.value)) return;
  fail(
    'export-subject',
    'subject',
    'a reference to a Patient ("Patient/1"), or an identifier with a value',
    reference === undefined ? 'neither' : 'another reference',
    'A contact is about one person: point at the Patient of your own record.',
  );
}

const patient = /^(urn:uuid:[\da-f-]{36}|(https?:\/\/\S+\/)?Patient\/[\w.-]{1,64})$/;

export function fail(code: string, where: string, expected: string, found: string, doThis: string): never {
  throw new EveryContactError(code, where, `${where}: expected ${expected}, found ${found}. ${doThis}`);
}
