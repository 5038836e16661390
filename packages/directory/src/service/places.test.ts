import { describe, expect, it } from 'vitest';
import { oneService } from '../../test/one-service.js';
import { stepFree } from './places.js';

const at = (location: object) => {
  const { service, codes } = oneService({ service_at_locations: [{ location: { id: 'p', ...location } }] });
  return { place: service.locations[0], codes, delivery: service.delivery };
};

describe('points', () => {
  it('keeps a point that can be', () => {
    expect(at({ latitude: 52.9, longitude: 0.3 })).toMatchObject({
      place: { latitude: 52.9, longitude: 0.3 },
      codes: [],
    });
  });
  it.each([
    [0.3, 52.9],
    [-1.5, 51.2],
    [11.49, 56.55],
    [18.1, 59.3],
  ])('swaps %d, %d back: so far it lay in the sea, now in the country', (latitude, longitude) => {
    expect(at({ latitude, longitude })).toMatchObject({
      place: { latitude: longitude, longitude: latitude },
      codes: ['point-swapped'],
    });
  });
  it.each([
    [100, 101, 'point-dropped'],
    [91, 0, 'point-dropped'],
    [0, 0, 'point-zero'],
    [52.9, undefined, 'point-dropped'],
  ])('leaves out %s, %s', (latitude, longitude, code) => {
    const { place, codes } = at({ latitude, longitude });
    expect(place?.latitude).toBeUndefined();
    expect(codes).toEqual([code]);
  });
});

describe('places', () => {
  it('joins the address without the name of a person and without saying a part twice', () => {
    const address = {
      attention: 'A. Persona',
      address_1: '1 Saltgate',
      city: 'Wexmarsh',
      region: 'Wexmarsh',
      postal_code: 'ZX1 4AB',
    };
    expect(at({ addresses: [address] }).place?.address).toBe('1 Saltgate, Wexmarsh, ZX1 4AB');
  });
  it('prefers the address for visits and leaves out one that is only for letters', () => {
    const postal = { address_1: 'PO Box 1', address_type: 'postal' };
    expect(at({ addresses: [postal, { address_1: '1 Saltgate', address_type: 'physical' }] }).place?.address).toBe(
      '1 Saltgate',
    );
    expect(at({ addresses: [postal] }).codes).toEqual(['address-postal']);
  });
  it('makes a virtual location a way of attending, not a place', () => {
    expect(at({ location_type: 'virtual', name: 'Online' })).toMatchObject({ place: undefined, delivery: ['online'] });
  });
  it('keeps a place whose publisher left the address out', () => {
    expect(at({ name: 'A refuge' }).place).toEqual({ id: 'p', name: 'A refuge', stepFree: 'unknown' });
  });
});

describe('stepFree', () => {
  it.each([
    ['Step-free access and a lift.', 'yes'],
    ['Wheelchair access is possible on all levels.', 'yes'],
    ['No steps; wheelchair users can use the side door.', 'yes'],
    ['The hall is not wheelchair accessible.', 'no'],
    ['Wheelchair access is not possible.', 'no'],
    ['Der er ikke kørestolsadgang.', 'no'],
    ['Adgang for kørestol.', 'yes'],
    ['Tillgängligt för rullstol.', 'yes'],
    ['Lokalen är inte anpassad för rullstol.', 'no'],
    ['A hearing loop is fitted.', 'unknown'],
    ['', 'unknown'],
  ])('says of "%s": %s', (text, stated) => {
    expect(stepFree(text)).toBe(stated);
  });
});
