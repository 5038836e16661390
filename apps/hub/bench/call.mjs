import { randomUUID } from 'node:crypto';

const coded = (system, code) => ({ coding: [{ system, code }] });
const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';

/** One call about an invented person, with all that the service asks for. @param {number} number which person */
export function aCall(number) {
  const patientId = `person-${number}`;
  const about = { subject: { reference: `Patient/${patientId}` }, status: 'final', effectiveDateTime: '2026-01-10' };
  const smoking = {
    resourceType: 'Observation',
    ...about,
    code: coded(loinc, '72166-2'),
    valueCodeableConcept: coded(snomed, '77176002'),
  };
  const bmi = {
    resourceType: 'Observation',
    ...about,
    code: coded(loinc, '39156-5'),
    valueQuantity: { value: 27.4, unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2' },
  };
  const alcohol = { resourceType: 'Observation', ...about, code: coded(snomed, '763256006'), valueInteger: 3 };
  const advice = {
    resourceType: 'Procedure',
    subject: about.subject,
    status: 'completed',
    code: coded(snomed, '225323000'),
    performedDateTime: '2024-05-01',
  };
  return JSON.stringify({
    hook: 'patient-view',
    hookInstance: randomUUID(),
    context: { userId: 'Practitioner/worker', patientId },
    prefetch: {
      patient: {
        resourceType: 'Patient',
        id: patientId,
        birthDate: '1980-03-01',
        name: [{ family: 'Invented', given: ['Person'] }],
        address: [{ city: 'Wexmarsh', postalCode: 'WX1 2AB' }],
        communication: [{ language: coded('urn:ietf:bcp:47', 'en'), preferred: true }],
      },
      smoking: page(smoking),
      alcohol: page(alcohol),
      bmi: page(bmi),
      pregnancy: null,
      pregnancies: null,
      lastContact: page(advice),
      refusals: null,
    },
  });
}

const page = (resource) => ({ resourceType: 'Bundle', type: 'searchset', total: 1, entry: [{ resource }] });
