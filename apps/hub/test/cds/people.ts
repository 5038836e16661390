// Invented people as a client sends them along, and as a record system holds them.

export const patient = (id: string, birthDate = '1980-03-01') => ({ resourceType: 'Patient', id, birthDate });

const about = (id: string) => ({ subject: { reference: `Patient/${id}` } });
const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

export const smoker = (id: string, effectiveDateTime = '2026-01-10') => ({
  resourceType: 'Observation',
  id: `smokes-${id}`,
  status: 'final',
  code: coded('http://loinc.org', '72166-2'),
  ...about(id),
  effectiveDateTime,
  valueCodeableConcept: coded('http://snomed.info/sct', '77176002'),
});

export const bodyMassIndex = (id: string) => ({
  resourceType: 'Observation',
  id: `bmi-${id}`,
  status: 'final',
  code: coded('http://loinc.org', '39156-5'),
  ...about(id),
  effectiveDateTime: '2026-01-10',
  valueQuantity: { value: 27.4, unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2' },
});

export const adviceOnSmoking = (id: string, performedDateTime: string) => ({
  resourceType: 'Procedure',
  id: `advice-${id}`,
  status: 'completed',
  code: coded('http://snomed.info/sct', '225323000'),
  ...about(id),
  performedDateTime,
});

export const page = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  ...(resources.length && { entry: resources.map((resource) => ({ resource })) }),
});

/** All that is asked for, about somebody of 46 who smokes. */
export const fullPrefetch = (id: string) => ({
  patient: patient(id),
  smoking: page(smoker(id)),
  alcohol: page(),
  bmi: page(bodyMassIndex(id)),
  pregnancy: null,
  pregnancies: null,
  lastContact: page(adviceOnSmoking(id, '2024-05-01')),
  refusals: null,
});
