import type { ContactRecord, Instant } from '@everycontact/core';
import { type CodeChoice, codesFor, type Concept, type FoundCode } from '../codes/code-map.js';
import { checkRecord } from './checked-record.js';
import { leaving } from './leaving.js';

/** What the host says of whoever led the contact. Absent means no. */
export interface Who {
  readonly registered?: boolean;
}

/** A code of a national list beside the record, flat: a row of a table. */
export interface CodedExtra {
  readonly recordId: string;
  readonly at: Instant;
  /** What it is a code of: the contact itself, or a referral that was accepted. */
  readonly on: 'contact' | 'referral';
  /** The service referred to, by its id; empty on a contact. */
  readonly service: string;
  readonly jurisdiction: string;
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/**
 * Codes that national lists want beside the record, as data: KVÅ for advice that was given, where the host says that the
 * worker is registered; FSIII for a referral. None is an answer: weight and wellbeing have no KVÅ code.
 *
 * @throws EveryContactError `export-record`, `export-staff`, `export-unfinished`
 */
export function codedExtras(record: ContactRecord, who: Who = {}, codes: CodeChoice = {}): readonly CodedExtra[] {
  checkRecord(record);
  const { recordId, place, behaviour, method, startedAt, endedAt, advised, signposts } = leaving(record);
  const at = endedAt ?? startedAt;
  const extras = (on: CodedExtra['on'], service: string, concept: Concept): readonly CodedExtra[] =>
    codesFor(concept, place, codes).map(({ jurisdiction, system, code, display }: FoundCode) => ({
      recordId,
      at,
      on,
      service,
      jurisdiction,
      system,
      code,
      display,
    }));
  const contact = who.registered && advised ? extras('contact', '', `contact.${behaviour}.${method}`) : [];
  const referred = signposts.flatMap(({ chosen }) => chosen.filter(({ how }) => how === 'referred'));
  const referral = referred.flatMap(({ service }) => [
    ...extras('referral', service, `referral-reason.${behaviour}`),
    ...extras('referral', service, `referral-intervention.${behaviour}`),
  ]);
  return [...contact, ...referral];
}
