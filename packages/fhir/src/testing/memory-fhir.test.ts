import { anything, assert, asyncProperty, constantFrom, json, oneof, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFhir, type MemoryFhir } from './memory-fhir.js';

const at = 'https://record.example/fhir';
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(`${at}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers,
  });

interface Json {
  readonly [name: string]: unknown;
}
async function ask(fhir: MemoryFhir, request: Request | string): Promise<{ status: number; json: Json }> {
  const answer = await fhir(typeof request === 'string' ? new Request(`${at}${request}`) : request);
  expect(answer.headers.get('content-type')).toContain('application/fhir+json');
  return { status: answer.status, json: (await answer.json()) as Json };
}
const idsIn = ({ entry = [] }: Json): readonly unknown[] =>
  (entry as { resource: { id: string } }[]).map(({ resource }) => resource.id);

const smoking = (id: string, patient: string, date: string, code = '72166-2') => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'social-history' }] },
  ],
  code: { coding: [{ system: 'http://loinc.org', code }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: date,
});
const held = [
  { resourceType: 'Patient', id: 'a', identifier: [{ system: 'urn:example:record', value: '7' }] },
  smoking('old', 'a', '2024-01-02'),
  smoking('new', 'a', '2026-01-02T09:00:00Z'),
  smoking('other', 'b', '2026-03-02'),
  { ...smoking('bmi', 'a', '2025-01-02', '39156-5') },
];

describe('an endpoint in memory', () => {
  it('gives a resource by its type and id, and an OperationOutcome where there is none', async () => {
    const fhir = memoryFhir({ resources: held });
    expect(await ask(fhir, '/Patient/a')).toMatchObject({ status: 200, json: { resourceType: 'Patient', id: 'a' } });
    expect(await ask(fhir, '/Patient/z')).toMatchObject({
      status: 404,
      json: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] },
    });
  });
  it.each([
    ['of one person', 'patient=a', ['old', 'new', 'bmi']],
    ['by a reference in full', 'patient=Patient/b', ['other']],
    ['by a code and its system, newest first', 'patient=a&code=http://loinc.org|72166-2&_sort=-date', ['new', 'old']],
    [
      'by any of several codes',
      'patient=a&code=http://loinc.org|72166-2,http://loinc.org|39156-5',
      ['old', 'new', 'bmi'],
    ],
    ['not by the code of another system', 'code=http://snomed.info/sct|72166-2', []],
    ['by category', 'category=social-history&patient=b', ['other']],
    ['as many as asked for', 'patient=a&_sort=-date&_count=1', ['new']],
  ])('searches %s', async (_, query, ids) => {
    const { status, json } = await ask(memoryFhir({ resources: held }), `/Observation?${query}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ resourceType: 'Bundle', type: 'searchset' });
    expect(idsIn(json)).toEqual(ids);
  });
  it('leads from page to page, and tells how many there are in all', async () => {
    const fhir = memoryFhir({ resources: [{ resourceType: 'Bundle', entry: held.map((resource) => ({ resource })) }] });
    const seen: unknown[] = [];
    let page = `/Observation?patient=a&_sort=date&_count=1`;
    for (let left = 5; page !== '' && left > 0; left -= 1) {
      const { json } = await ask(fhir, page);
      expect(json.total).toBe(3);
      seen.push(...idsIn(json));
      const next = (json.link as { relation: string; url: string }[]).find(({ relation }) => relation === 'next');
      page = next?.url.slice(at.length) ?? '';
    }
    expect(seen).toEqual(['old', 'bmi', 'new']);
  });
  it.each(['/Observation?value-quantity=5', '/Observation?code:not=5', '/Observation?_sort=code', '/Patient?_count=x'])(
    'refuses %s, so that a test notices it',
    async (path) => {
      expect(await ask(memoryFhir(), path)).toMatchObject({ status: 400, json: { resourceType: 'OperationOutcome' } });
    },
  );

  it('creates a resource, once where it is told how to find it', async () => {
    const fhir = memoryFhir({ now: () => '2026-11-22T09:00:00.000Z' });
    const service = { resourceType: 'HealthcareService', identifier: [{ system: 'urn:example:offers', value: '1' }] };
    const once = { 'If-None-Exist': 'identifier=urn:example:offers|1' };
    expect((await ask(fhir, post('/HealthcareService', service, once))).status).toBe(201);
    expect((await ask(fhir, post('/HealthcareService', service, once))).status).toBe(200);
    expect((await ask(fhir, '/HealthcareService')).json.total).toBe(1);
    expect(fhir.log.map(({ how }) => how)).toEqual(['created', 'existed']);
    expect((await ask(fhir, post('/Patient', service))).status).toBe(400);
  });

  const entry = (fullUrl: string, resource: Json, ifNoneExist?: string) => ({
    fullUrl,
    resource,
    request: { method: 'POST', url: resource.resourceType, ...(ifNoneExist !== undefined && { ifNoneExist }) },
  });
  const transaction = (...entries: readonly unknown[]) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: entries,
  });
  const contact = transaction(
    entry('urn:uuid:1', { resourceType: 'Procedure', reasonReference: [{ reference: 'urn:uuid:2' }] }),
    entry('urn:uuid:2', smoking('', 'a', '2026-11-22')),
    entry(
      'urn:uuid:3',
      { resourceType: 'HealthcareService', identifier: [{ system: 's', value: '1' }] },
      'identifier=s|1',
    ),
    entry('urn:uuid:4', { resourceType: 'ServiceRequest', performer: [{ reference: 'urn:uuid:3' }] }),
  );

  it('keeps a transaction whole, with references between its entries resolved', async () => {
    const fhir = memoryFhir();
    const { status, json } = await ask(fhir, post('', contact));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      type: 'transaction-response',
      entry: Array(4).fill({ response: { status: '201 Created' } }),
    });
    const [procedure, observation, service, request] = fhir.log.map(({ resource }) => resource);
    expect(procedure?.reasonReference).toEqual([{ reference: `Observation/${observation?.id ?? ''}` }]);
    expect(request?.performer).toEqual([{ reference: `HealthcareService/${service?.id ?? ''}` }]);
    expect((await ask(fhir, `/Observation/${observation?.id ?? ''}`)).status).toBe(200);
  });
  it('points to the service that was there already when it comes a second time', async () => {
    const fhir = memoryFhir();
    await ask(fhir, post('', contact));
    const { json } = await ask(fhir, post('', contact));
    expect((json.entry as { response: { status: string } }[])[2]?.response.status).toBe('200 OK');
    expect((await ask(fhir, '/HealthcareService')).json.total).toBe(1);
    const service = fhir.log[2]?.resource.id ?? '';
    expect(fhir.log[7]?.resource.performer).toEqual([{ reference: `HealthcareService/${service}` }]);
  });
  it.each([
    ['a reference to nothing', entry('urn:uuid:9', { resourceType: 'Task', focus: { reference: 'urn:uuid:0' } }), 400],
    ['two that match', entry('urn:uuid:9', { resourceType: 'Patient' }, 'identifier=urn:example:record|7'), 412],
    ['no resource', { fullUrl: 'urn:uuid:9', request: { method: 'POST', url: 'Task' } }, 400],
    ['another method', { resource: { resourceType: 'Task' }, request: { method: 'DELETE', url: 'Task/1' } }, 400],
    ['an address twice', entry('urn:uuid:1', { resourceType: 'Task' }), 400],
  ])('keeps nothing of a transaction with %s', async (_, wrong, status) => {
    const fhir = memoryFhir({ resources: [held[0], { ...held[0], id: 'twin' }] });
    expect((await ask(fhir, post('', transaction(...contact.entry, wrong)))).status).toBe(status);
    expect(fhir.log).toEqual([]);
    expect((await ask(fhir, '/Procedure')).json.total).toBe(0);
  });

  it('fails when it is told to, with a status or as a network does', async () => {
    const busy = memoryFhir({ fail: ({ method }) => (method === 'POST' ? 503 : undefined) });
    expect((await ask(busy, post('', contact))).status).toBe(503);
    expect((await ask(busy, '/Patient')).status).toBe(200);
    const gone = memoryFhir({
      fail: () => {
        throw new TypeError('Failed to fetch');
      },
    });
    await expect(gone(new Request(`${at}/Patient`))).rejects.toThrow('Failed to fetch');
  });
  it.each([
    ['what is no JSON', 'x{', 400],
    ['what is no resource', '[]', 400],
    ['depth', `{"resourceType":"Task","a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['size', JSON.stringify({ resourceType: 'Task', note: 'x'.repeat(2_000_001) }), 413],
  ])('refuses %s', async (_, body, status) => {
    expect((await ask(memoryFhir(), post('/Task', body))).status).toBe(status);
  });
  it('answers whatever comes, in JSON, and never with a stack', async () => {
    const path = oneof(
      string(),
      constantFrom('/Patient', '/Observation?patient=a&code=|', '/Patient/a/b', '/__proto__/1', ''),
    );
    const bundle = record({
      resourceType: constantFrom('Bundle', 'Task', '__proto__'),
      type: constantFrom('transaction', 1),
      entry: anything(),
    });
    const body = oneof(
      json(),
      bundle.map((one) => JSON.stringify(one) ?? ''),
    );
    await assert(
      asyncProperty(path, body, constantFrom('GET', 'POST', 'PUT'), async (rest, text, method) => {
        const url = new URL(at);
        url.pathname = `/fhir${rest.split('?')[0] ?? ''}`;
        url.search = rest.split('?')[1] ?? '';
        const request = new Request(url, method === 'GET' ? {} : { method, body: text });
        const answer = await memoryFhir({ resources: held })(request);
        const said = await answer.text();
        expect(answer.status).toBeLessThan(500);
        expect(JSON.parse(said)).toHaveProperty('resourceType');
        expect(said).not.toMatch(/\n\s+at |\.ts:\d/);
      }),
      { numRuns: 300 },
    );
  });
});
