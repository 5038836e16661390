import { EveryContactError } from '@everycontact/core';
import type { District, PlaceRow, Places } from './places.js';
import { typedCode } from './typed-code.js';

/** Where somebody is, as far as a service needs it. It can stand as `near` of an occasion as it is. */
export interface FoundPlace {
  /** An outward code, a postal code without its space, as areas of services have it, or the code of a district. */
  readonly area: string;
  /** Of a district. */
  readonly name?: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How far from this point the code reaches; absent where nobody can tell. */
  readonly spreadKm?: number;
  /** Distances are measured from the middle of an area. */
  readonly about: true;
}

interface Index {
  readonly codes: ReadonlyMap<string, PlaceRow>;
  readonly districts: ReadonlyMap<string, District>;
}
const indexes = new WeakMap<Places, Index>();
const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

function indexOf(places: Places): Index {
  const known = indexes.get(places);
  if (known) return known;
  const index = {
    codes: new Map(places.codes.map((row) => [row[0], row])),
    districts: new Map((places.districts ?? []).flatMap((one) => [one.code, one.name].map((key) => [fold(key), one]))),
  };
  indexes.set(places, index);
  return index;
}

const formOf = {
  GB: 'the first half of a postcode',
  DK: 'a postal code of four digits',
  SE: 'a postal code of five digits',
};

/**
 * The place of a code or district that somebody typed or chose. Nothing is asked of anybody, and nothing is kept: of a whole
 * United Kingdom postcode the second half is cut off at once, and no message repeats what was typed.
 *
 * @throws EveryContactError `place-unreadable` for what is neither a code nor a district, `place-unknown` for a code the file has not
 */
export function findPlace(places: Places, typed: string): FoundPlace {
  const { codes, districts } = indexOf(places);
  const district = districts.get(fold(typed));
  if (district) {
    const { code, name, latitude, longitude, spreadKm } = district;
    return { area: code, name, latitude, longitude, ...(spreadKm !== undefined && { spreadKm }), about: true };
  }
  const code = typedCode(places.country, typed);
  if (code === undefined) {
    const example = places.codes[0]?.[0];
    const form = codes.size === 0 ? 'a district of the list' : formOf[places.country];
    const or = codes.size > 0 && districts.size > 0 ? ', or the name of a district' : '';
    throw new EveryContactError(
      'place-unreadable',
      'place',
      `Expected ${form}${example === undefined ? '' : ` such as "${example}"`}${or}, found something else. Nothing of it was kept.`,
    );
  }
  const row = codes.get(code);
  if (row) {
    const [, latitude, longitude, spread] = row;
    return {
      area: code.replace(' ', ''),
      latitude,
      longitude,
      ...(spread !== null && { spreadKm: spread }),
      about: true,
    };
  }
  const start = /^[A-Z]+|^\d\d/.exec(code)?.[0] ?? '';
  const near = [...codes.keys()].filter((one) => one.startsWith(start)).slice(0, 5);
  const has = near.length > 0 ? `; it has ${near.join(', ')}` : '';
  throw new EveryContactError(
    'place-unknown',
    'place',
    `The place file has no "${code}"${has}. Check the code, or choose a district.`,
  );
}
