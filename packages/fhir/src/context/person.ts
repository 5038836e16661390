import type { Day, Pack } from '@everycontact/core';
import type { Resource } from '../services/resource.js';
import { recordAt, recordsAt, referenceTo, textAt, type Raw } from './elements.js';
import type { Meanings } from './meanings.js';

/** All that is at hand of one person, and nothing of anybody else. */
export interface Person {
  readonly pack: Pack;
  readonly today: Day;
  readonly meanings: Meanings;
  readonly patient?: Resource;
  readonly resources: readonly Resource[];
}

/** The one person whom the resources are about, or why it cannot be told. */
export type OnePerson =
  | { readonly patient?: Resource; readonly resources: readonly Resource[]; readonly problem?: undefined }
  | { readonly problem: string };

/**
 * Resources of two people must never become the facts of one: with two of them there is nobody, and what is about somebody
 * else than the Patient, or does not say about whom it is, is left out.
 */
export function onePersonIn(resources: readonly Resource[]): OnePerson {
  const patients = [
    ...new Map(resources.filter(({ type }) => type === 'Patient').map((one) => [one.id ?? one, one])).values(),
  ];
  const [patient] = patients;
  if (patients.length > 1)
    return { problem: `resources of ${patients.length} people were handed in, expected one person's` };
  if (patient?.raw.active === false || (patient && isReplaced(patient.raw)))
    return { problem: 'the Patient is not active: the record may have been moved to another' };
  // With a focus an Observation of this record is about somebody or something else: a parent, an unborn child.
  const others = resources.filter(({ type, raw }) => type !== 'Patient' && recordsAt(raw, 'focus').length === 0);
  if (patient) return { patient, resources: others.filter((one) => isAbout(one, patient)) };
  const subjects = new Set(others.map(subjectOf).filter((one) => one !== undefined));
  if (subjects.size > 1)
    return { problem: `resources about ${subjects.size} people were handed in, expected one person's` };
  return { resources: others.filter((one) => subjectOf(one) !== undefined) };
}

const isReplaced = (patient: Raw) => recordsAt(patient, 'link').some((link) => textAt(link, 'type') === 'replaced-by');

/** As far as it tells people apart: `Patient/7` of `https://record.example/fhir/Patient/7/_history/2`. */
function subjectOf({ raw }: Resource): string | undefined {
  const reference = subjectIn(raw) && textAt(subjectIn(raw) ?? {}, 'reference');
  if (reference === undefined) return undefined;
  return /(?:^|\/)(Patient\/[^/]+)(?:\/_history\/[^/]*)?$/.exec(reference)?.[1] ?? reference;
}

const subjectIn = (raw: Raw): Raw | undefined => recordAt(raw, 'subject') ?? recordAt(raw, 'patient');

function isAbout(resource: Resource, patient: Resource): boolean {
  const subject = subjectOf(resource);
  if (subject !== undefined) return subject === referenceTo(patient) || subject === patient.fullUrl;
  const identifier = recordAt(subjectIn(resource.raw) ?? {}, 'identifier');
  if (!identifier) return false;
  const [system, value] = [textAt(identifier, 'system'), textAt(identifier, 'value')];
  if (system === undefined || value === undefined) return false;
  return recordsAt(patient.raw, 'identifier').some(
    (one) => textAt(one, 'system') === system && textAt(one, 'value') === value,
  );
}
