import { describe, expect, it } from 'vitest';
import { discovery } from './discovery.js';
import { filledIn, prefetchState, prefetchTemplates } from './prefetch.js';

const context = { userId: 'Practitioner/a', patientId: 'p-1' };

describe('what a client is asked to send along', () => {
  const templates = prefetchTemplates('england');

  it('is the patient and, by the codes of the maps, what prompts depend on', () => {
    expect(Object.keys(templates)).toEqual([
      'patient',
      'smoking',
      'alcohol',
      'bmi',
      'pregnancy',
      'pregnancies',
      'lastContact',
      'refusals',
    ]);
    expect(templates['patient']).toBe('Patient/{{context.patientId}}');
    expect(templates['smoking']).toContain('http://loinc.org|72166-2');
    expect(templates['alcohol']).toMatch(
      /^Observation\?patient=\{\{context\.patientId\}\}&code=.*http:\/\/snomed\.info\/sct\|763256006/,
    );
    expect(templates['lastContact']).toMatch(
      /^Procedure\?.*http:\/\/snomed\.info\/sct\|225323000.*&_sort=-date&_count=20$/,
    );
  });

  it('uses no token but the patient of the context, and no code that nobody has read', () => {
    const tokens = Object.values(templates).flatMap((one) => one.match(/\{\{.*?\}\}/g) ?? []);
    expect(new Set(tokens)).toEqual(new Set(['{{context.patientId}}']));
  });

  it('has the codes of the place, and of no other', () => {
    expect(prefetchTemplates('england')['refusals']).toContain('871641000000105');
    expect(prefetchTemplates('sweden')).not.toHaveProperty('refusals');
  });

  it('leaves out what a deployer has no code for', () => {
    expect(prefetchTemplates('england', [])).toEqual({ patient: 'Patient/{{context.patientId}}' });
  });

  it('is listed for both hooks under one id, with no member null or empty', () => {
    const { services } = discovery('sweden');
    expect(services.map(({ id, hook }) => [id, hook])).toEqual([
      ['brief-advice', 'patient-view'],
      ['brief-advice', 'encounter-start'],
    ]);
    expect(JSON.stringify(services)).not.toMatch(/null|""|\[\]|\{\}/);
  });

  it('becomes an address whose values are written for a query', () => {
    expect(filledIn('Patient/{{context.patientId}}', context)).toBe('Patient/p-1');
    expect(
      filledIn('Observation?patient={{context.patientId}}&code=http://loinc.org|1-8,http://loinc.org|2-6', context),
    ).toBe('Observation?patient=p-1&code=http%3A%2F%2Floinc.org%7C1-8%2Chttp%3A%2F%2Floinc.org%7C2-6');
  });
});

describe('what became of a template', () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] };
  const bundle = (more: object) => ({ resourceType: 'Bundle', type: 'searchset', ...more });
  it.each([
    ['absent', undefined],
    ['nothing', null],
    ['nothing', bundle({ total: 0 })],
    ['found', { resourceType: 'Patient' }],
    ['found', bundle({ entry: [{ resource: { resourceType: 'Observation' } }, { resource: outcome }] })],
    [
      'partial',
      bundle({ entry: [{ resource: { resourceType: 'Observation' } }], link: [{ relation: 'next', url: 'x' }] }),
    ],
    ['unreadable', outcome],
    ['unreadable', bundle({ entry: [{ resource: outcome }] })],
    ['unreadable', bundle({ entry: 'none' })],
    ['unreadable', { name: 'no resource' }],
  ])('is %s of %j', (state, value) => {
    expect(prefetchState(value)).toBe(state);
  });
});
