import { england } from '@everycontact/content';
import { describe, expect, it } from 'vitest';
import { codeMaps, contextFromFhir } from '../index.js';
import { observation, patient, procedure, searchset } from '../../test/record-of-a-person.js';

const read = (...resources: readonly unknown[]) =>
  contextFromFhir([patient, ...resources], { pack: england, now: '2026-11-22T09:30:00.000Z' });
const happened = (...resources: readonly unknown[]) =>
  read(...resources).history.entries.map((entry) => entry.happened);
const why = (fact: string, ...resources: readonly unknown[]) =>
  read(...resources).open.find((one) => one.fact === fact)?.why;

/** An observation that means a concept of our code maps. */
function meaning(concept: string, more: object = {}) {
  const [one] = codeMaps.flatMap(({ concepts }) => concepts[concept] ?? []);
  return observation({ coding: [{ system: one?.system, code: one?.code }] }, {}, '2026-01-02', more);
}

describe('what a record tells of earlier contacts', () => {
  it('is that a service was named, which is no refusal', () => {
    expect(happened(meaning('signposted.stop-smoking'))).toEqual(['told']);
    expect(happened(meaning('advice-declined.smoking'))).toEqual(['declined']);
    expect(happened(meaning('referral-declined.stop-smoking'))).toEqual(['declined']);
  });

  it('is nothing of an observation that is not final', () => {
    expect(happened(meaning('advice-declined.smoking', { status: 'preliminary' }))).toEqual([]);
    expect(happened(meaning('advice-declined.smoking', { status: 'amended' }))).toEqual(['declined']);
  });

  it('is not what has yet to come: a contact tomorrow cannot be read, and keeps no prompt away', () => {
    expect(happened(procedure('225323000', '2026-11-22'))).toEqual(['advised']);
    expect(happened(procedure('225323000', '2026-11-23'))).toEqual([]);
    expect(why('history', procedure('225323000', '2026-11-23'))).toBe('unreadable');
  });

  it('is that there is no AUDIT-C, where that was searched for and nothing found', () => {
    const search = (code: string) => searchset(`Observation?patient=w7&code=http://snomed.info/sct|${code}`);
    expect(why('context.lastAuditC', search('763256006'))).toBe('none');
    expect(why('context.lastBmi', search('763256006'))).toBe('unknown');
  });
});
