import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from './request.js';

const call = {
  hook: 'patient-view',
  hookInstance: '2f1c3c26-6a0f-4c0e-9d0b-52d0a7f0c9b4',
  context: { userId: 'Practitioner/a-1', patientId: 'p-1' },
};
const wrong = (json: unknown) => (readRequest(json).findings ?? []).map(({ code, where }) => `${code} ${where}`);

describe('a call of the service', () => {
  it('is read with what it must have, and with all it may have', () => {
    expect(readRequest(call).request).toEqual({ ...call, prefetch: {} });
    const whole = {
      ...call,
      hook: 'encounter-start',
      context: { ...call.context, encounterId: 'e-1' },
      fhirServer: 'https://record.example/fhir',
      prefetch: { patient: { resourceType: 'Patient', id: 'p-1' }, bmi: null },
    };
    const fhirAuthorization = {
      access_token: 'abc',
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'x',
      subject: 'y',
      patient: 'p-1',
    };
    expect(readRequest({ ...whole, fhirAuthorization, extension: { 'org.example': 1 } }).request).toEqual({
      ...whole,
      token: 'abc',
    });
  });

  it.each([
    [
      null,
      ['cds-request-shape ', 'cds-request-shape hook', 'cds-request-shape hookInstance', 'cds-request-shape context'],
    ],
    [{ ...call, hook: 'order-sign' }, ['cds-request-shape hook']],
    [{ ...call, hookInstance: 'x' }, ['cds-request-shape hookInstance']],
    [
      { ...call, context: { userId: 'a-1', patientId: 'Patient/p-1' } },
      ['cds-request-shape context.userId', 'cds-request-shape context.patientId'],
    ],
    [{ ...call, context: { ...call.context, patientId: '..' } }, ['cds-request-shape context.patientId']],
    [{ ...call, hook: 'encounter-start' }, ['cds-request-shape context.encounterId']],
    [{ ...call, fhirServer: 'file:///etc/passwd' }, ['cds-request-shape fhirServer']],
    [{ ...call, fhirServer: 'https://user:secret@record.example' }, ['cds-request-shape fhirServer']],
    [{ ...call, fhirAuthorization: { access_token: 'a', token_type: 'Bearer' } }, ['cds-request-shape fhirServer']],
    [
      { ...call, fhirServer: 'https://r.example', fhirAuthorization: { access_token: 'a\nb', token_type: 'mac' } },
      ['cds-request-shape fhirAuthorization.token_type', 'cds-request-shape fhirAuthorization.access_token'],
    ],
    [{ ...call, prefetch: [] }, ['cds-request-shape prefetch']],
    [{ ...call, prefetch: { bmi: 27 } }, ['cds-request-shape prefetch.bmi']],
  ])('is refused with every problem by its place: %#', (json, expected) => {
    expect(wrong(json)).toEqual(expected);
  });

  const observation = (subject: string) => ({ resourceType: 'Observation', subject: { reference: subject } });
  it.each([
    { patient: { resourceType: 'Patient', id: 'p-2' } },
    { bmi: observation('Patient/p-2') },
    { bmi: observation('https://record.example/fhir/Patient/p-2/_history/4') },
    {
      bmi: {
        resourceType: 'Bundle',
        entry: [{ resource: observation('Patient/p-1') }, { resource: observation('Patient/p-2') }],
      },
    },
  ])('is refused where two people are mixed: %j', (prefetch) => {
    expect(wrong({ ...call, prefetch })).toEqual([`cds-request-two-people prefetch.${Object.keys(prefetch)[0]}`]);
  });

  it('is refused with a token that is for somebody else', () => {
    const fhirAuthorization = { access_token: 'a', token_type: 'Bearer', patient: 'p-2' };
    const json = { ...call, fhirServer: 'https://r.example', fhirAuthorization };
    expect(wrong(json)).toEqual(['cds-request-two-people fhirAuthorization.patient']);
  });

  it('takes what stands in a prefetch of the same person, by any form of reference', () => {
    const entry = ['Patient/p-1', 'https://record.example/fhir/Patient/p-1', 'Group/p-2'].map((one) => ({
      resource: observation(one),
    }));
    expect(wrong({ ...call, prefetch: { bmi: { resourceType: 'Bundle', entry } } })).toEqual([]);
  });

  it('repeats nothing of what it refuses', () => {
    const { findings } = readRequest({
      hook: 'Ann Example',
      hookInstance: 'Ann Example',
      context: 'Ann Example',
      prefetch: { a: 'Ann Example' },
    });
    expect(JSON.stringify(findings)).not.toContain('Ann');
  });

  it('whatever comes, gives a request or findings and throws nothing', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(JSON.parse('{"__proto__":{"hook":"patient-view"}}') as unknown),
    );
    const fields = fc.record({
      hook: hostile,
      hookInstance: hostile,
      context: hostile,
      prefetch: fc.oneof(hostile, fc.dictionary(fc.string(), hostile)),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fields.map((some) => ({ ...call, ...some })),
        ),
        (json) => {
          const { request, findings } = readRequest(json);
          expect((request === undefined) === (findings !== undefined && findings.length > 0)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
