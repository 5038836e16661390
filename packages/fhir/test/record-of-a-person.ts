// An invented person, as a record system gives her: what a test adds is all that differs.

export const patient = {
  resourceType: 'Patient',
  id: 'w7',
  active: true,
  name: [{ family: 'Hartley', given: ['Margaret'] }],
  gender: 'female',
  birthDate: '1959-03-14',
  address: [{ use: 'home', line: ['4 Quay Row'], city: 'Wexmarsh', postalCode: 'ZX1 4QR', country: 'GB' }],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'en' }] }, preferred: true }],
};

const subject = { reference: 'Patient/w7' };
const snomed = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] });
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
let made = 0;
const next = (type: string): string => `${type.toLowerCase()}-${(made += 1)}`;

export function observation(code: object, value: object, date: string | undefined, more: object = {}): object {
  const id = next('Observation');
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code,
    subject,
    ...(date && { effectiveDateTime: date }),
    ...value,
    ...more,
  };
}
export const smokingStatus = (value: string, date: string | undefined, more?: object): object =>
  observation(loinc('72166-2'), { valueCodeableConcept: snomed(value) }, date, more);
export const pregnancyStatus = (answer: string, date: string | undefined, more?: object): object =>
  observation(loinc('82810-3'), { valueCodeableConcept: loinc(answer) }, date, more);
export const bmi = (value: number, date: string | undefined, quantity: object = {}): object =>
  observation(
    loinc('39156-5'),
    { valueQuantity: { value, unit: 'kg/m2', system: 'http://unitsofmeasure.org', code: 'kg/m2', ...quantity } },
    date,
  );
export const auditC = (value: object, date: string): object => observation(snomed('763256006'), value, date);

const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const verification = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
export function pregnancyProblem(status: string, more: object = {}, verified = 'confirmed'): object {
  return {
    resourceType: 'Condition',
    id: next('Condition'),
    clinicalStatus: { coding: [{ system: clinical, code: status }] },
    verificationStatus: { coding: [{ system: verification, code: verified }] },
    code: snomed('77386006'),
    subject,
    ...more,
  };
}

export function procedure(code: string, date: string | undefined, more: object = {}): object {
  const id = next('Procedure');
  return {
    resourceType: 'Procedure',
    id,
    status: 'completed',
    code: snomed(code),
    subject,
    ...(date && { performedDateTime: date }),
    ...more,
  };
}
export const refused = { status: 'not-done', statusReason: snomed('105480006') };

export const searchset = (url: string, ...resources: readonly unknown[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  link: [{ relation: 'self', url }],
  ...(resources.length > 0 && { entry: resources.map((resource) => ({ resource })) }),
});
