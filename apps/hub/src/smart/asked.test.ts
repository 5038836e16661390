import { describe, expect, it } from 'vitest';
import { granted, scopeFor } from './asked.js';
import type { SmartIssuer } from './smart-options.js';

const issuer: SmartIssuer = { iss: 'https://record.example/fhir', name: 'Record', clientId: 'us' };

describe('what a launch asks for', () => {
  it('is who is there from the record that opened it, else the choice of somebody', () => {
    expect(scopeFor(issuer, true, false).split(' ')[0]).toBe('launch');
    expect(scopeFor(issuer, false, false).split(' ')[0]).toBe('launch/patient');
  });

  it('is who the worker is only where the server can say it', () => {
    expect(scopeFor(issuer, true, true)).toContain(' openid fhirUser ');
    expect(scopeFor(issuer, true, false)).not.toMatch(/openid|fhirUser/);
  });

  it('is what the deployer says, and nothing else, where one says it', () => {
    expect(scopeFor({ ...issuer, scopes: ['patient/Patient.r'] }, true, false)).toBe('launch patient/Patient.r');
  });
});

describe('what a launch was granted', () => {
  const all = scopeFor(issuer, true, false);

  it('is read whole where all was granted, and nothing goes without', () => {
    const { reads, missing } = granted(issuer, all);
    expect(reads.length).toBeGreaterThan(1);
    expect(missing).toEqual([]);
  });

  it('is never searched for without leave, and what goes without is named', () => {
    const { reads } = granted(issuer, all);
    const none = granted(issuer, 'launch');
    expect(none.reads).toEqual([]);
    expect(none.missing).toEqual([...reads.map(({ name }) => name), 'writing']);
  });

  it('says that nothing can be written down where any part of a contact cannot', () => {
    for (const type of ['QuestionnaireResponse', 'Observation', 'Procedure', 'ServiceRequest', 'Communication']) {
      const scope = all
        .split(' ')
        .filter((one) => one !== `patient/${type}.c`)
        .join(' ');
      expect([type, granted(issuer, scope).missing]).toEqual([type, ['writing']]);
    }
  });

  it('goes without nothing that was not asked for', () => {
    const little = { ...issuer, scopes: ['patient/Patient.r'] };
    expect(granted(little, 'patient/Patient.r').missing).toEqual([]);
  });
});
