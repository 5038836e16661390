import { EveryContactError, type Day } from '@everycontact/core';

/**
 * The middle of the points of one code, in degrees, and how far they lie from it: the root mean square in kilometres, or
 * `null` where there was one point only and nobody can tell.
 */
export type PlaceRow = readonly [code: string, latitude: number, longitude: number, spreadKm: number | null];

/** A municipality or district to choose from a list. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly spreadKm?: number;
}

/** A place file. `everycontact directory place` makes one from a file the organisation has; none comes with the package. */
export interface Places {
  readonly schema: 'everycontact/places@1';
  readonly country: 'GB' | 'DK' | 'SE';
  readonly madeOn: Day;
  /** To be shown wherever the file is used. */
  readonly attribution: string;
  readonly licence: string;
  /** Outward codes (`WX1`) or postal codes (`4321`, `432 10`), in order. */
  readonly codes: readonly PlaceRow[];
  readonly districts?: readonly District[];
}

const schema = 'everycontact/places@1';

/**
 * A place file from JSON that was parsed.
 *
 * @throws EveryContactError `places-schema` for another kind of file or a newer one, `places-shape` for a part that is not right
 */
export function readPlaces(json: unknown): Places {
  const wrong = (at: string, expected: string, found: unknown) =>
    new EveryContactError(
      'places-shape',
      at,
      `In the place file, ${at} must be ${expected}, found ${shown(found)}. Make the file again with "everycontact directory place".`,
    );
  const file = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  if (file.schema !== schema)
    throw new EveryContactError(
      'places-schema',
      'schema',
      `A place file "${schema}" was expected, found ${shown(file.schema)}. Make one with "everycontact directory place"; a newer one needs a newer @everycontact/directory.`,
    );
  if (!['GB', 'DK', 'SE'].includes(file.country as string)) throw wrong('country', 'GB, DK or SE', file.country);
  for (const at of ['madeOn', 'attribution', 'licence'])
    if (typeof file[at] !== 'string' || file[at] === '') throw wrong(at, 'a text that is not empty', file[at]);
  const { codes, districts = [] } = file;
  if (!Array.isArray(codes)) throw wrong('codes', 'a list', codes);
  if (!Array.isArray(districts)) throw wrong('districts', 'a list', districts);
  codes.forEach((row: unknown, at) => {
    if (!isRow(row)) throw wrong(`codes[${at}]`, 'a code, a latitude, a longitude and a spread', row);
  });
  districts.forEach((one: unknown, at) => {
    if (!isDistrict(one)) throw wrong(`districts[${at}]`, 'code, name, latitude and longitude', one);
  });
  if (codes.length + districts.length === 0) throw wrong('codes', 'at least one place', 'none');
  return file as unknown as Places;
}

const isPoint = (latitude: unknown, longitude: unknown): boolean =>
  typeof latitude === 'number' &&
  typeof longitude === 'number' &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180;

function isRow(row: unknown): boolean {
  if (!Array.isArray(row)) return false;
  const [code, latitude, longitude, spread] = row as readonly unknown[];
  return typeof code === 'string' && isPoint(latitude, longitude) && (spread === null || typeof spread === 'number');
}

function isDistrict(one: unknown): boolean {
  const { code, name, latitude, longitude } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return typeof code === 'string' && typeof name === 'string' && isPoint(latitude, longitude);
}

const shown = (found: unknown): string => (found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 60));
