import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, creatable } from './scopes.js';

const social = 'category=http://terminology.hl7.org/CodeSystem/observation-category|social-history';

describe('what a server grants', () => {
  it.each([
    ['patient/Patient.r', 'patient/Patient.r'],
    ['patient/Patient.cruds', 'patient/Patient.r'],
    ['patient/*.rs', 'patient/Observation.rs'],
    ['patient/Patient.read', 'patient/Patient.r'],
    ['patient/Observation.read', `patient/Observation.rs?${social}`],
    ['patient/Observation.write', 'patient/Observation.c'],
    ['patient/*.*', 'patient/Procedure.c'],
    [`patient/Observation.rs?${social}`, `patient/Observation.rs?${social}`],
    ['user/Observation.rs', 'patient/Observation.rs'],
    ['launch openid patient/Patient.r', 'openid'],
  ])('"%s" lets us do "%s"', (granted, wanted) => {
    expect(covers(granted, wanted)).toBe(true);
  });

  it.each([
    ['', 'patient/Patient.r'],
    ['patient/Patient.s', 'patient/Patient.r'],
    ['patient/Observation.r', 'patient/Observation.rs'],
    ['patient/Observation.read', 'patient/Observation.c'],
    ['patient/Observation.c?category=laboratory', 'patient/Observation.c'],
    [`patient/Observation.rs?${social}`, 'patient/Observation.rs'],
    ['system/Patient.r', 'patient/Patient.r'],
    ['patient/PatientX.r', 'patient/Patient.r'],
    ['patient/Patient.sr', 'patient/Patient.r'],
    ['openid', 'fhirUser'],
  ])('"%s" does not let us do "%s"', (granted, wanted) => {
    expect(covers(granted, wanted)).toBe(false);
  });

  it('says which types may be created', () => {
    const granted = 'patient/Observation.c patient/Procedure.rs';
    expect(['Observation', 'Procedure', 'Patient'].filter((type) => creatable(granted, type))).toEqual(['Observation']);
  });

  it('lets nothing follow from words that are no scope', () => {
    fc.assert(fc.property(fc.string(), (text) => !covers(text, 'patient/Patient.r')));
  });
});
