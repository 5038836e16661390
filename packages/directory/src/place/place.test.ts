import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace, type Places, readPlaces, roundedLocation } from '../place.js';

const file = {
  schema: 'everycontact/places@1',
  madeOn: '2026-11-22',
  attribution: 'Invented for a test',
  licence: 'none needed',
} as const;
const gb: Places = {
  ...file,
  country: 'GB',
  codes: [
    ['WX1', 52.91, -1.41, 1.2],
    ['WX12', 52.95, -1.3, null],
    ['W1A', 51.5, -0.1, 0.3],
  ],
  districts: [{ code: 'E06999999', name: 'Wexmarsh', latitude: 52.92, longitude: -1.4, spreadKm: 6 }],
};
const dk: Places = { ...file, country: 'DK', codes: [['9991', 56, 10, 2.5]] };
const se: Places = { ...file, country: 'SE', codes: [['999 10', 59, 15, null]] };
const codeOf = (error: unknown) => (error as { code?: string }).code;

describe('finding a place', () => {
  it('gives the middle of an outward code, how far it reaches, and that it is only about there', () => {
    expect(findPlace(gb, 'WX1')).toEqual({
      area: 'WX1',
      latitude: 52.91,
      longitude: -1.41,
      spreadKm: 1.2,
      about: true,
    });
    expect(findPlace(gb, 'WX12')).not.toHaveProperty('spreadKm');
  });

  it.each([
    [gb, 'wx1', 'WX1'],
    [gb, ' WX1 2AB ', 'WX1'],
    [gb, 'wx12ab', 'WX1'],
    [gb, 'WX12 2AB', 'WX12'],
    [gb, 'WX122AB', 'WX12'],
    [gb, 'W1A1AA', 'W1A'],
    [gb, 'W X1', 'WX1'],
    [gb, 'WX1 2', 'WX1'],
    [dk, '9991', '9991'],
    [dk, 'DK-9991', '9991'],
    [se, '99910', '99910'],
    [se, '999 10', '99910'],
    [se, 'SE-999 10', '99910'],
    [se, 'S-99910', '99910'],
    [gb, ' WEXMARSH', 'E06999999'],
    [gb, 'e06999999', 'E06999999'],
  ])('reads what people type: %#: %j', (places, typed, area) => {
    expect(findPlace(places, typed).area).toBe(area);
  });

  it('cuts the second half of a postcode off: it stands in no answer and in no message', () => {
    const halves = fc.tuple(
      fc.constantFrom('WX1', 'WX99', 'W1A'),
      fc.stringMatching(/^[4-9][P-Z]{2}$/),
      fc.constantFrom('', ' '),
    );
    fc.assert(
      fc.property(halves, ([first, second, between]) => {
        let told: string;
        try {
          told = JSON.stringify(findPlace(gb, first + between + second));
        } catch (error) {
          told = String(error);
        }
        expect(told.replace(first, '')).not.toContain(second);
      }),
    );
  });

  it.each([
    [gb, 'somewhere', 'first half of a postcode such as "WX1", or the name of a district'],
    [gb, '12 Mill Lane, WX1 2AB', 'first half'],
    [gb, '', 'first half'],
    [dk, '77', 'four digits such as "9991"'],
    [se, '9991', 'five digits such as "999 10"'],
    [gb, 'x'.repeat(5_000), 'first half'],
  ])('says what was expected, and never repeats what was typed: %#', (places, typed, words) => {
    expect(() => findPlace(places, typed)).toThrow(words);
    if (typed) expect(() => findPlace(places, typed)).not.toThrow(typed);
  });

  it('says which codes there are where the file has not that one', () => {
    expect(() => findPlace(gb, 'WX7 1AA')).toThrow('no "WX7"; it has WX1, WX12');
  });

  it('finds districts where a file has nothing else', () => {
    const districts: Places = { ...gb, codes: [] };
    expect(findPlace(districts, 'Wexmarsh')).toMatchObject({ area: 'E06999999', name: 'Wexmarsh', spreadKm: 6 });
    expect(() => findPlace(districts, '?')).toThrow('a district of the list');
  });
});

describe('a place file', () => {
  it('is read as it was written', () => {
    expect(readPlaces(JSON.parse(JSON.stringify(gb)))).toEqual(gb);
  });

  it.each<[unknown, string, string]>([
    [null, 'places-schema', 'schema'],
    [{ ...gb, schema: 'everycontact/places@2' }, 'places-schema', 'schema'],
    [{ ...gb, country: 'NO' }, 'places-shape', 'country'],
    [{ ...gb, attribution: '' }, 'places-shape', 'attribution'],
    [{ ...gb, licence: undefined }, 'places-shape', 'licence'],
    [{ ...gb, codes: 'WX1' }, 'places-shape', 'codes'],
    [{ ...gb, codes: [['WX1', 152, 0, 1]] }, 'places-shape', 'codes[0]'],
    [{ ...gb, districts: [{ code: 'E06999999' }] }, 'places-shape', 'districts[0]'],
    [{ ...gb, codes: [], districts: [] }, 'places-shape', 'codes'],
  ])('that is not one is refused: %#', (json, code, at) => {
    let found: unknown;
    try {
      readPlaces(json);
    } catch (error) {
      found = error;
    }
    expect([codeOf(found), (found as { at?: string }).at]).toEqual([code, at]);
  });
});

describe('a location of a browser', () => {
  it('is rounded to about a kilometre', () => {
    expect(roundedLocation({ latitude: 52.92345, longitude: -1.41987 })).toEqual({ latitude: 52.92, longitude: -1.42 });
    expect(Object.is(roundedLocation({ latitude: 0.001, longitude: -0.001 }).longitude, 0)).toBe(true);
  });

  it('that is none is refused', () => {
    expect(() => roundedLocation({ latitude: Number.NaN, longitude: 0 })).toThrow('place-location');
    expect(() => roundedLocation({ latitude: 0, longitude: 180.5 })).toThrow('place-location');
    expect(() => roundedLocation({ latitude: -90.5, longitude: 0 })).toThrow('place-location');
    expect(roundedLocation({ latitude: 90, longitude: -180 })).toEqual({ latitude: 90, longitude: -180 });
  });
});
