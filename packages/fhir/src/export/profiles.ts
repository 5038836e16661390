import profilesAsData from './profiles.json';

// Named one by one: of a JSON file's type the build makes declarations that no compiler reads.
export type ProfileId = 'base' | 'uk-core' | 'dk-core' | 'se';

/**
 * What a country's profiles ask of an export. A resource type that is not in `meta` has no profile there, or one that we
 * cannot truly meet: it is exported as plain R4.
 */
export interface Profile {
  /** `required`: no Observation without the person it is about. */
  readonly subject: 'required' | 'where-known';
  /** `meta.profile` by resource type. */
  readonly meta: Readonly<Record<string, readonly string[]>>;
  /** Of a body mass index, in place of the one for Observation: it demands a LOINC and a SNOMED CT coding. */
  readonly bmi?: string;
}

export const profiles = profilesAsData as unknown as Readonly<Record<ProfileId, Profile>>;
