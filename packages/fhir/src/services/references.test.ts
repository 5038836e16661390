import { describe, expect, it } from 'vitest';
import { endings, hall, readBundle, wexmarsh, whole } from '../../test/read-bundle.js';

const server = 'https://wex.example/r4';
const entry = (fullUrl: string, resource: object) => ({ fullUrl, resource });
const bundle = (...entries: readonly object[]) => ({ resourceType: 'Bundle', type: 'searchset', entry: entries });

async function placesOf(read: unknown): Promise<readonly string[]> {
  return (await readBundle(read)).flatMap((record) =>
    'service' in record ? record.service.locations.map(({ name = '?' }) => name) : [],
  );
}
const pointing = (location: unknown, more: object = {}) => ({ ...whole, providedBy: undefined, location, ...more });

describe('a place is found', () => {
  const written: readonly [string, unknown, unknown][] = [
    ['relative, without a server', pointing([{ reference: 'Location/hall' }]), hall],
    ['alone where a list belongs', pointing({ reference: 'Location/hall' }), hall],
    ['in one of its versions', pointing([{ reference: 'Location/hall/_history/3' }]), hall],
    ['absolute, where nothing has an address', pointing([{ reference: `${server}/Location/hall` }]), hall],
    [
      'by identifier',
      pointing([{ type: 'Location', identifier: { system: 'https://wex.example/id', value: '7' } }]),
      { ...hall, id: undefined, fullUrl: 'x', identifier: [{ system: 'https://wex.example/id', value: '7' }] },
    ],
    [
      'by a search for its identifier',
      pointing([{ reference: 'Location?identifier=https://wex.example/id|7' }]),
      { ...hall, identifier: [{ system: 'https://wex.example/id', value: '7' }] },
    ],
  ];
  it.each(written)('%s', async (_, service, place) => {
    expect(await placesOf(bundle(entry('', service as object), entry('', place as object)))).toEqual(['Wexmarsh Hall']);
  });
  it.each([
    ['relative to the server of the service', 'Location/hall'],
    ['absolute', `${server}/Location/hall`],
    ['absolute, in a version', `${server}/Location/hall/_history/2`],
  ])('%s, among two servers', async (_, reference) => {
    const read = bundle(
      entry('https://other.example/r4/Location/hall', { ...hall, name: 'Other Hall' }),
      entry(`${server}/HealthcareService/stop-smoking`, pointing([{ reference }])),
      entry(`${server}/Location/hall`, hall),
    );
    expect(await placesOf(read)).toEqual(['Wexmarsh Hall']);
  });
  it('by the address the bundle made up', async () => {
    const made = 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(
      await placesOf(bundle(entry('', pointing([{ reference: made }])), entry(made, { ...hall, id: undefined }))),
    ).toEqual(['Wexmarsh Hall']);
  });
  it('inside the service', async () => {
    const read = bundle(entry('', pointing([{ reference: '#hall' }], { contained: [hall] })));
    expect(await placesOf(read)).toEqual(['Wexmarsh Hall']);
    expect(await endings(read)).toEqual(['stop-smoking']);
  });
});

describe('no place is found', () => {
  it('where two servers have that id and nothing tells which is meant', async () => {
    const read = bundle(
      entry('', pointing([{ reference: 'Location/hall' }])),
      entry('https://a.example/Location/hall', hall),
      entry('https://b.example/Location/hall', { ...hall, name: 'Other Hall' }),
    );
    expect(await placesOf(read)).toEqual([]);
  });
  it('on another server than the one named', async () => {
    const read = bundle(
      entry('', pointing([{ reference: 'https://away.example/Location/hall' }])),
      entry(`${server}/Location/hall`, hall),
    );
    expect(await placesOf(read)).toEqual([]);
  });
  it('in what is something else', async () => {
    expect(
      await placesOf(bundle(entry('', pointing([{ reference: 'Organization/wexmarsh' }])), entry('', wexmarsh))),
    ).toEqual([]);
  });
  it('in a service that contains none', async () => {
    expect(await placesOf(bundle(entry('', pointing([{ reference: '#hall' }]))))).toEqual([]);
  });
});

it('reads a circle of parts without going round it', async () => {
  const a = { ...wexmarsh, id: 'a', partOf: { reference: 'Organization/b' } };
  const b = { ...wexmarsh, id: 'b', partOf: { reference: 'Organization/a' } };
  const self = {
    ...whole,
    providedBy: { reference: 'Organization/a' },
    location: [{ reference: 'HealthcareService/stop-smoking' }],
  };
  expect(await endings(bundle(entry('', self), entry('', a), entry('', b)))).toEqual([
    'stop-smoking',
    'not-pointed-to',
  ]);
});
