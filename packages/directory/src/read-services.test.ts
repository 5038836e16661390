import { EveryContactError } from '@everycontact/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneService, read, whole } from '../test/one-service.js';
import { readServices } from './read-services.js';

describe('readServices', () => {
  it('keeps the first of several records with one id, in whatever case', () => {
    const { services, report } = readServices(
      JSON.stringify([whole, { ...whole, id: whole.id.toUpperCase(), name: 'Old' }]),
      read,
    );
    expect(services.map(({ name }) => name)).toEqual(['Stop smoking']);
    expect(report).toMatchObject({ read: 2, kept: 1, merged: [{ index: 1, name: 'Old', code: 'duplicate-id' }] });
  });
  it('drops a service without a name, an empty tag for a name included', () => {
    const { report } = readServices(JSON.stringify([whole, { id: 'x', status: 'active', name: '<br>' }]), read);
    expect(report.dropped).toMatchObject([{ index: 1, id: 'x', code: 'nameless' }]);
  });
  it('keeps a service whose organisation has no name, with a warning', () => {
    const { service, codes } = oneService({ organization: { id: 'o' } });
    expect(service).toMatchObject({ organization: { name: '', id: 'o' }, warnings: ['organization-missing'] });
    expect(codes).toEqual(['organization-missing']);
  });
  it('keeps an id that is no UUID', () => {
    const { service, codes } = oneService({ id: 'Quit-1' });
    expect([service.id, ...codes]).toEqual(['Quit-1', 'id-not-uuid']);
  });
  it('tells two services that look like one and merges neither', () => {
    const { services, report } = readServices(
      JSON.stringify([whole, { ...whole, id: 'b2a7d7a0-52b5-4bc7-8ac0-3a3f34b1a0f1' }]),
      read,
    );
    expect(services).toHaveLength(2);
    expect(report.repaired).toMatchObject([{ index: 1, code: 'looks-duplicate', found: whole.id }]);
  });
  it('says where a service came from', () => {
    const options = { ...read, licence: 'OGL 3.0', attribution: 'A council' };
    expect(readServices(JSON.stringify([whole]), options).services[0]?.provenance).toEqual({ ...options });
  });
  it('refuses a day that is none as the day of reading', () => {
    expect(() => readServices('[]', { feed: 'test', fetchedAt: 'yesterday' })).toThrow('fetched-at-invalid');
  });
});

describe('whatever comes in', () => {
  const fields =
    'id name status description url email minimum_age maximum_age assured_date organization attributes phones schedules service_at_locations service_areas cost_options languages contacts capacities interpretation_services application_process who hours location services contents __proto__ taxonomy_term latitude longitude addresses number byday freq opens_at closes_at amount'.split(
      ' ',
    );
  const texts = fc.constantFrom(
    '',
    ' ',
    'active',
    '<p>a&amp;b',
    'javascript:x',
    'www.example.org',
    '2026-02-30',
    'WEEKLY',
    'MO,TU',
    '10:00',
    '999',
    '\u202e',
    'x'.repeat(400),
    'Stop smoking',
    'E06000023',
    'pl',
  );
  const { record } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      texts,
      fc.string(),
      fc.double(),
      fc.constant(null),
      fc.boolean(),
      fc.array(tie('record'), { maxLength: 3 }),
      tie('record'),
    ),
    record: fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 12 }),
  }));

  /** Either services and a report that adds up, or our own error. */
  function holds(input: string): void {
    try {
      const { services, report } = readServices(input, read);
      expect(report.kept).toBe(services.length);
      expect(report.read).toBe(report.kept + report.merged.length + report.dropped.length);
      expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
      for (const { name, url } of services) {
        expect(name).not.toBe('');
        if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
      }
    } catch (error) {
      if (!(error instanceof EveryContactError)) throw error;
      expect(error.message).toMatch(/^\[everycontact\/feed-/);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  }

  it('reads or refuses any JSON value', () => {
    fc.assert(fc.property(fc.json(), holds), { numRuns: 300 });
  });
  it('reads or refuses any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds), { numRuns: 300 });
  });
  it('reads or refuses any text that looks like a spreadsheet', () => {
    const cell = fc.oneof(texts, fc.string());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.subarray(['name', 'phone', 'url', 'topics', 'hours', 'latitude', '__proto__'], { minLength: 2 }),
        rows,
        (header, lines) => {
          holds([header, ...lines].map((line) => line.join(',')).join('\n'));
        },
      ),
      { numRuns: 300 },
    );
  });
  it('reads or refuses records whose fields hold anything', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 4 }), fc.boolean(), (records, named) => {
        holds(JSON.stringify(records.map((one) => (named ? { ...one, name: 'Named', status: 'active' } : one))));
      }),
      { numRuns: 500 },
    );
  });
});
