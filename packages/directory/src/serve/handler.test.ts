import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aService } from '@everycontact/core/testing';
import { describe, expect, it } from 'vitest';
import { openReferralHandler } from './handler.js';
import { madeId } from './made-id.js';
import { nodeListener } from './node-listener.js';

const asOf = '2026-11-21T06:00:00.000Z';
const ids = ['walk', 'stop', 'debt'].map((name) => madeId(name)) as [string, string, string];
const services = [
  aService({
    id: ids[0],
    name: 'Walking group (invented)',
    summary: 'A walk around the mill, with Jürgen.',
    needs: [{ need: 'be-active', how: 'main' }],
    hours: [{ day: 1, opens: '10:00', closes: '11:30' }],
    changedOn: '2026-10-01',
  }),
  aService({
    id: ids[1],
    name: 'Stop smoking (invented)',
    organization: { name: 'Elderwick Health (invented)' },
    minimumAge: 16,
    maximumAge: 64,
    languages: ['pl'],
    interpreter: 'yes',
    phone: '01632 960123',
    email: 'stop@example.org',
    url: 'https://example.org/stop',
    cost: 'free',
    assuredOn: '2026-10-01',
    changedOn: '2026-11-01',
    alert: 'Moved to Mill Lane.',
    area: { kind: 'codes', codes: ['E06000023'] },
    access: { self: 'yes', professional: 'yes', appointment: 'unknown', 'drop-in': 'unknown' },
    who: { pregnant: 'yes' },
    hours: [{ day: 2, opens: '09:00', closes: '17:00' }],
    capacity: { state: 'full', asOf: '2026-11-20' },
    locations: [
      {
        id: madeId('mill'),
        name: 'Mill Lane',
        address: '1 Mill Lane, Wexmarsh, WX1 2AB',
        latitude: 52.9,
        longitude: -1.4,
        stepFree: 'yes',
      },
    ],
  }),
  aService({ id: ids[2], name: 'Debt advice (invented)', needs: [{ need: 'debt', how: 'main' }] }),
];
const handler = openReferralHandler(() => ({ services, asOf }));
const ask = (path: string, method = 'GET') => handler(new Request(`http://localhost${path}`, { method }));
interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Readonly<Record<string, unknown>>[];
}
const page = async (query: string) => (await ask(`/services${query}`).json()) as Page;
const found = async (query: string) => (await page(query)).contents.map(({ id }) => ids.indexOf(id as string));
const refusal = async (path: string, method?: string) => {
  const response = ask(path, method);
  return [response.status, ((await response.json()) as { error: string }).error] as const;
};

describe('the API of Open Referral UK over our services', () => {
  it('says at its root which version it speaks, where it is described, and whose data they are', async () => {
    expect(await ask('/').json()).toMatchObject({
      version: '3.0',
      openapi_url: 'http://localhost/openapi.json',
      as_of: asOf,
      licences: [],
    });
  });

  it('gives pages that add up, and an empty one after the last', async () => {
    const pages = await Promise.all([1, 2, 3].map((number) => page(`?per_page=2&page=${number}`)));
    expect(pages.map(({ size, first_page, last_page, empty }) => [size, first_page, last_page, empty])).toEqual([
      [2, true, false, false],
      [1, false, true, false],
      [0, false, true, true],
    ]);
    expect(pages[0]).toMatchObject({ total_items: 3, total_pages: 2 });
  });

  it.each([
    ['search=MILL+jurgen', [0]],
    ['search=elderwick', [1]],
    ['taxonomy_term_id=debt', [2]],
    [`taxonomy_term_id=${madeId('term', 'needs', 'debt')}`, [2]],
    [`taxonomy_id=${madeId('taxonomy', 'needs')}`, [0, 1, 2]],
    [`organization_id=${madeId('organization', 'Elderwick Health (invented)')}`, [1]],
    ['modified_after=2026-10-15', [1, 2]],
    ['minimum_age=16', [1]],
    ['minimum_age=17', []],
    ['maximum_age=70', [1]],
    ['day=MO', [0]],
    ['start_time=09:30', [0]],
    ['end_time=17:00&day=TU', [1]],
    ['search=stop&day=MO', []],
  ])('chooses by ?%s', async (query, expected) => {
    expect(await found(`?${query}`)).toEqual(expected);
  });

  it('has the lists of a service in the whole record, in a full list, and not in a short one', async () => {
    const one = (await ask(`/services/${ids[1]}`).json()) as object;
    expect(one).toHaveProperty('service_at_locations');
    expect((await page('?full=true')).contents[1]).toEqual(one);
    expect((await page('')).contents[1]).not.toHaveProperty('service_at_locations');
    expect((await page('?minimal=true')).contents[1]).toEqual({ id: ids[1], last_modified: '2026-11-01T00:00:00Z' });
  });

  it('gives everything as JSON lines', async () => {
    const response = ask('/services?format=ndjson');
    expect(response.headers.get('content-type')).toContain('ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
  });

  it.each([
    ['?postcode=WX1', 'no parameter "postcode"'],
    ['?page=0', 'whole number from 1'],
    ['?page=1.5', 'whole number from 1'],
    ['?page=1&page=2', 'more than once'],
    ['?per_page=501', 'from 1 to 500'],
    ['?day=Monday', 'one of MO, TU'],
    ['?start_time=9', 'such as 09:00'],
    ['?minimum_age=old', 'number of years'],
    ['?modified_after=yesterday', 'day or instant'],
    ['?format=xml', 'one of json, ndjson'],
    ['?format=ndjson&page=2', 'without pages'],
    ['?full=true&minimal=true', 'contradict'],
    [`?search=${'x'.repeat(201)}`, 'at most 200'],
  ])('refuses %s in words: no parameter is left aside in silence', async (query, words) => {
    expect(await refusal(`/services${query}`)).toEqual([400, expect.stringContaining(words)]);
  });

  it('refuses what it has not and what it does not do, as JSON', async () => {
    expect(await refusal('/services/none')).toEqual([404, expect.stringContaining('no service "none"')]);
    expect(await refusal('/organizations')).toEqual([404, expect.stringContaining('/services/{id}')]);
    expect(await refusal('/services/%E0')).toEqual([400, expect.stringContaining('not written')]);
    expect(await refusal('/?key=1')).toEqual([400, expect.stringContaining('takes no parameter')]);
    expect(await refusal('/services', 'POST')).toEqual([405, expect.stringContaining('read only')]);
    expect(ask('/services', 'DELETE').headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('is open to every page, its refusals too', () => {
    const asked = [ask('/'), ask('/services'), ask('/none'), ask('/services', 'OPTIONS'), ask('/services', 'PUT')];
    expect(asked.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual(Array(5).fill('*'));
  });

  it('shows nothing of a fault inside', async () => {
    const broken = openReferralHandler(() => {
      throw new Error('/home/secret/file.json');
    });
    const response = broken(new Request('http://localhost/services'));
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret')]);
  });

  it('can stand under a path of its own', async () => {
    const under = openReferralHandler(() => ({ services, asOf }), '/directory');
    expect(under(new Request('http://localhost/directory/services')).status).toBe(200);
    expect(under(new Request('http://localhost/services')).status).toBe(404);
    expect(await under(new Request('http://localhost/directory')).json()).toMatchObject({
      openapi_url: 'http://localhost/directory/openapi.json',
    });
  });

  it('describes every parameter it knows', async () => {
    const { paths } = (await ask('/openapi.json').json()) as {
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    };
    expect(paths['/services']?.get.parameters.map(({ name }) => name)).toContain('taxonomy_term_id');
  });

  it('answers real requests of Node, HEAD without a body', async () => {
    const server = createServer(nodeListener(handler));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lines = await (await fetch(`${address}/services?format=ndjson`)).text();
    const head = await fetch(`${address}/services`, { method: 'HEAD' });
    expect([lines.split('\n').length, head.status, await head.text()]).toEqual([4, 200, '']);
    server.closeAllConnections();
    server.close();
  });
});
