import { importServices, type Feed } from '@everycontact/directory';
import type { Service } from '@everycontact/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fhirFormat } from '../src/index.js';
import { bundleOf, hall, readBundle, wexmarsh, whole } from './read-bundle.js';

const fileOf = (name: string, text: string) => ({
  name,
  async *read() {
    yield await Promise.resolve(new TextEncoder().encode(text));
  },
});
const lines = (...resources: readonly object[]) => resources.map((resource) => JSON.stringify(resource)).join('\n');

async function imported(...feeds: readonly Feed[]) {
  const services: Service[] = [];
  const report = await importServices(feeds, {
    fetchedAt: '2026-11-22T09:30:00.000Z',
    licence: 'CC0',
    formats: [fhirFormat],
    onService: (service) => void services.push(service),
  });
  return { services, report };
}

describe('an import', () => {
  it('joins the files of a bulk export, whatever their order', async () => {
    const files = [
      fileOf('Location.ndjson.json', lines(hall, { ...hall, id: 'mill' })),
      fileOf('HealthcareService.ndjson.json', lines({ ...whole, location: [{ reference: 'Location/hall' }] }, whole)),
      fileOf('Organization.ndjson.json', lines(wexmarsh)),
    ];
    const { services, report } = await imported({ name: 'export', files });
    expect(services).toMatchObject([
      {
        id: 'stop-smoking',
        locations: [{ name: 'Wexmarsh Hall' }],
        organization: { name: 'Wexmarsh Health (invented)' },
        provenance: { feed: 'export', licence: 'CC0' },
      },
    ]);
    expect(report).toMatchObject({ read: 3, kept: 1, merged: 1, dropped: 1 });
    expect(report.feeds[0]?.merged.map(({ code }) => code)).toEqual(['duplicate-id']);
    expect(report.feeds[0]?.dropped.map(({ code, id }) => [code, id])).toEqual([['not-pointed-to', 'mill']]);
  });
  it('reads feeds of both kinds side by side', async () => {
    const hsds = {
      id: 'walk',
      name: 'Walking group',
      status: 'active',
      organization: { name: 'Wexmarsh Walks (invented)' },
    };
    const { services, report } = await imported(
      { name: 'health', files: [fileOf('bundle.json', JSON.stringify(bundleOf(whole, wexmarsh)))] },
      { name: 'council', files: [fileOf('services.json', JSON.stringify([hsds]))] },
    );
    expect(services.map(({ id, provenance }) => [id, provenance.feed])).toEqual([
      ['stop-smoking', 'health'],
      ['walk', 'council'],
    ]);
    expect(report).toMatchObject({ read: 2, kept: 2, merged: 0, dropped: 0 });
  });
});

it('gives one record for each service, whatever stands in its fields', async () => {
  const fields = [
    ...['active', 'providedBy', 'category', 'type', 'location', 'comment', 'telecom', 'coverageArea', 'eligibility'],
    ...['serviceProvisionCode', 'characteristic', 'communication', 'referralMethod', 'appointmentRequired', 'program'],
    ...['availableTime', 'notAvailable', 'availabilityExceptions', 'identifier', 'contained', 'meta', 'id', 'name'],
  ];
  const inner = fc.dictionary(
    fc.constantFrom(
      'reference',
      'identifier',
      'display',
      'coding',
      'text',
      'value',
      'system',
      'period',
      'during',
      'start',
      'end',
      'daysOfWeek',
      'allDay',
      'code',
      'comment',
    ),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 4 },
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), inner, fc.array(inner, { maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.constantFrom(...fields), value), { minLength: 1, maxLength: 3 }),
      async (services) => {
        const records = await readBundle(
          bundleOf(...services.map((service) => ({ resourceType: 'HealthcareService', ...service }))),
        );
        expect(records).toHaveLength(services.length);
      },
    ),
    { numRuns: 150 },
  );
});
