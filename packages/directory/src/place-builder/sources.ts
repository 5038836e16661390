import type { Places } from '../place/places.js';
import { typedCode } from '../place/typed-code.js';

/** A row of a postcode file, or why it does not count. */
type PlaceFound =
  | { readonly code: string; readonly latitude: number; readonly longitude: number; readonly district?: DistrictFound }
  | { readonly left: LeftOut };
interface DistrictFound {
  readonly code: string;
  readonly name?: string;
}
export type LeftOut = 'another-country' | 'no-code' | 'no-point' | 'no-longer-used' | 'northern-ireland';

export interface PlaceSource {
  readonly delimiter: ',' | '\t';
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly licence: string;
  attribution(country: Places['country'], year: string): string;
  /** The columns are known from the first row. */
  reader(first: readonly string[], country: Places['country']): (row: readonly string[]) => PlaceFound;
}

/** Degrees as written, or nothing: no number, 0 and 0, or the 99.999999 by which ONS says "no grid reference". */
function pointOf(latitude = '', longitude = ''): { latitude: number; longitude: number } | undefined {
  const [north, east] = [latitude, longitude].map((degrees) => (degrees.trim() === '' ? Number.NaN : Number(degrees)));
  if (north === undefined || east === undefined || !(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return undefined;
  return north === 0 && east === 0 ? undefined : { latitude: north, longitude: east };
}

/** Codes of municipalities have four digits; GeoNames leaves a first zero out here and there. */
const municipality = (code: string): string => (/^\d{3}$/.test(code) ? `0${code}` : code);

/**
 * The postal code export of GeoNames, tab separated and without a header: country, code, name of the place, three times
 * name and code of an administrative area, latitude, longitude, accuracy.
 */
const geoNames: PlaceSource = {
  delimiter: '\t',
  header: false,
  licence: 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
  attribution: (country) =>
    `Postal codes: GeoNames (https://www.geonames.org/), CC BY 4.0${country === 'GB' ? '. Contains Royal Mail data' : ''}`,
  reader: (_, country) => (row) => {
    const [of, written = '', , , , name2 = '', code2 = '', name3 = '', code3 = '', latitude, longitude] = row;
    if (of !== country) return { left: 'another-country' };
    const code = typedCode(country, written);
    if (code === undefined) return { left: 'no-code' };
    const point = pointOf(latitude, longitude);
    if (point === undefined) return { left: 'no-point' };
    const [district, name] = country === 'GB' && code3 ? [code3, name3] : [municipality(code2), name2];
    return { code, ...point, ...(district && name && { district: { code: district, name } }) };
  },
};

/**
 * The postcode directory of the Office for National Statistics (ONSPD, NSPL), a CSV with a header. Postcodes of Northern
 * Ireland are left out: they need a licence of their own.
 */
export const onsDirectory: PlaceSource = {
  delimiter: ',',
  header: true,
  licence: 'Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)',
  attribution: (_, year) =>
    [
      `Contains OS data © Crown copyright and database right ${year}.`,
      `Contains Royal Mail data © Royal Mail copyright and database right ${year}.`,
      'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
    ].join(' '),
  reader: (first) => {
    const column = (names: RegExp) => first.findIndex((name) => names.test(name.trim()));
    const [postcode, ended, north, east, authority] = [
      /^pcds$/i,
      /^doterm$/i,
      /^lat$/i,
      /^long$/i,
      /^(?:os)?laua$|^lad\d\dcd$/i,
    ].map(column) as [number, number, number, number, number];
    return (row) => {
      const written = row[postcode] ?? '';
      if (/^BT/i.test(written)) return { left: 'northern-ireland' };
      const code = typedCode('GB', written);
      if (code === undefined) return { left: 'no-code' };
      if (row[ended]?.trim()) return { left: 'no-longer-used' };
      const point = pointOf(row[north], row[east]);
      if (point === undefined) return { left: 'no-point' };
      const district = row[authority]?.trim();
      return { code, ...point, ...(district && { district: { code: district } }) };
    };
  },
};

/** Which of them a file is, by its first line. */
export function sourceOf(firstLine: string): PlaceSource | undefined {
  if (/^[A-Z]{2}\t/.test(firstLine) && firstLine.split('\t').length >= 11) return geoNames;
  const names = firstLine.split(',').map((name) => name.replaceAll('"', '').trim().toLowerCase());
  return ['pcds', 'lat', 'long'].every((name) => names.includes(name)) ? onsDirectory : undefined;
}
