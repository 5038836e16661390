import { describe, expect, it } from 'vitest';
import { hall, oneService } from '../../test/read-bundle.js';

const at = { location: [{ reference: 'Location/hall' }] };

it('reads a place with its address and its point', async () => {
  const { service, codes, notCarried } = await oneService(at, hall);
  expect(service.locations).toEqual([
    {
      id: 'hall',
      name: 'Wexmarsh Hall',
      address: '1 Market Square, Wexmarsh, WX1 1AA',
      latitude: 52.9,
      longitude: -1.5,
      stepFree: 'unknown',
    },
  ]);
  expect(service.delivery).toEqual(['in-person']);
  expect(codes).toEqual([]);
  expect(notCarried).toEqual([]);
});
it.each([
  [
    'swaps back a point whose numbers changed places',
    { latitude: -1.5, longitude: 52.9 },
    { latitude: 52.9, longitude: -1.5 },
    'point-swapped',
  ],
  ['knows that nought, nought is no place', { latitude: 0, longitude: 0 }, undefined, 'point-zero'],
  ['leaves out a point that is not on the map', { latitude: 100, longitude: 101 }, undefined, 'point-dropped'],
  ['leaves out half a point', { latitude: 52.9 }, undefined, 'point-dropped'],
])('%s', async (_, position, point, code) => {
  const { service, codes } = await oneService(at, { ...hall, position });
  const [place] = service.locations;
  expect({ latitude: place?.latitude, longitude: place?.longitude }).toEqual({
    latitude: point?.latitude,
    longitude: point?.longitude,
  });
  expect(codes).toEqual([code]);
});
it('keeps a place whose address and point are left out, and looks neither up', async () => {
  const { service } = await oneService(at, { resourceType: 'Location', id: 'hall', name: 'A safe place (invented)' });
  expect(service.locations).toEqual([{ id: 'hall', name: 'A safe place (invented)', stepFree: 'unknown' }]);
});
it('sends nobody to an address for letters, or to an old one', async () => {
  const letters = await oneService(at, { ...hall, address: { ...hall.address, type: 'postal' } });
  expect(letters.service.locations[0]).not.toHaveProperty('address');
  expect(letters.codes).toEqual(['address-postal']);
  const old = await oneService(at, { ...hall, address: { ...hall.address, use: 'old' } });
  expect(old.service.locations[0]).not.toHaveProperty('address');
});
it('takes an address as written where its parts are not given', async () => {
  const { service } = await oneService(at, { ...hall, address: { text: '1 Market Square\nWexmarsh' } });
  expect(service.locations[0]?.address).toBe('1 Market Square, Wexmarsh');
});
it.each([
  ['Level access from the street', 'yes'],
  ['No wheelchair access', 'no'],
  ['By the market', 'unknown'],
])('says step-free only as far as the place does: %s', async (description, stepFree) => {
  const { service } = await oneService(at, { ...hall, description });
  expect(service.locations[0]?.stepFree).toBe(stepFree);
});
it('believes the service about step-free access to its place', async () => {
  const { service } = await oneService({ ...at, characteristic: [{ text: 'Wheelchair access' }] }, hall);
  expect(service.locations[0]?.stepFree).toBe('yes');
});
it('keeps the name of a place that is not in the feed', async () => {
  const { service, codes } = await oneService({ location: [{ reference: 'Location/away', display: 'Away Hall' }] });
  expect(service.locations).toEqual([{ id: 'Location/away', name: 'Away Hall', stepFree: 'unknown' }]);
  expect(codes).toEqual(['reference-missing']);
});
it('tells the exceptions of its places too', async () => {
  const { service } = await oneService(
    { ...at, availabilityExceptions: 'Not at Easter' },
    { ...hall, availabilityExceptions: 'Market days' },
  );
  expect(service.alert).toBe('Not at Easter\nMarket days');
});
it('does not send people to a place that only stands for others of its kind', async () => {
  const { service } = await oneService(at, { ...hall, mode: 'kind' });
  expect(service.locations).toEqual([]);
});

describe('a place that is not in use', () => {
  const two = { location: [{ reference: 'Location/hall' }, { reference: 'Location/mill' }] };
  const mill = { ...hall, id: 'mill' };

  it('is left out while another is', async () => {
    const { service, codes } = await oneService(two, { ...hall, status: 'suspended' }, mill);
    expect(service.state).toBe('open');
    expect(service.locations.map(({ id }) => id)).toEqual(['mill']);
    expect(codes).toEqual(['place-not-in-use']);
  });
  it.each([
    ['paused', 'suspended', 'inactive'],
    ['closed', 'inactive', 'inactive'],
  ])('takes the service with it where there is no other: %s', async (state, first, second) => {
    const { service } = await oneService(two, { ...hall, status: first }, { ...mill, status: second });
    expect(service.state).toBe(state);
    expect(service.locations).toEqual([]);
  });
  it('does not open a service that is closed', async () => {
    const { service } = await oneService({ ...at, active: false }, { ...hall, status: 'suspended' });
    expect(service.state).toBe('closed');
  });
});

describe('the area it is for', () => {
  const area = (fields: object) => ({ resourceType: 'Location', id: 'area', ...fields });
  const forArea = { coverageArea: [{ reference: 'Location/area' }] };

  it.each([
    [
      'a code among the identifiers',
      { identifier: [{ system: 'https://wex.example/gss', value: 'E07999999' }], name: 'Wexmarsh' },
      { kind: 'codes', codes: ['E07999999'] },
    ],
    [
      'a number that says it is a municipality',
      { identifier: [{ system: 'https://wex.example/kommunekode', value: '0999' }] },
      { kind: 'codes', codes: ['0999'] },
    ],
    [
      'its name, where its number is only the publisher\u2019s own',
      { identifier: [{ system: 'https://wex.example/places', value: '0999' }], name: 'Wexmarsh' },
      { kind: 'text', text: 'Wexmarsh' },
    ],
    ['a postcode area', { address: { postalCode: 'WX1' } }, { kind: 'prefixes', codes: ['WX1'] }],
    ['a country', { name: 'England' }, { kind: 'national' }],
    ['a name', { name: 'Wexmarsh and around' }, { kind: 'text', text: 'Wexmarsh and around' }],
    ['a district', { address: { district: 'Wexmarsh' } }, { kind: 'text', text: 'Wexmarsh' }],
    ['nothing', {}, { kind: 'unknown' }],
  ])('is read from %s', async (_, fields, expected) => {
    expect((await oneService(forArea, area(fields))).service.area).toEqual(expected);
  });
  it('is at least its name where it is not in the feed', async () => {
    const { service } = await oneService({ coverageArea: [{ display: 'Wexmarsh' }] });
    expect(service.area).toEqual({ kind: 'text', text: 'Wexmarsh' });
  });
  it('is no place to go to', async () => {
    expect((await oneService(forArea, area({ name: 'Wexmarsh' }))).service.locations).toEqual([]);
  });
});
