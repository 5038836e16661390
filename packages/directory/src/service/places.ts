import type { Location, Stated } from '@everycontact/core';
import { present } from '../present.js';
import type { Notes, Source } from '../source.js';

/** South, north, west and east of the countries whose swapped points we know: the United Kingdom, Denmark and Sweden. */
const countries = [
  [49, 61, -9, 2.5],
  [54.4, 58, 7.5, 15.5],
  [55, 69.2, 10.5, 24.3],
] as const;
const inACountry = (latitude: number, longitude: number): boolean =>
  countries.some(
    ([south, north, west, east]) => latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );

/**
 * A point in degrees, or nothing. A point outside the countries we know that lies in one of them when its two numbers
 * change places is swapped back. An address whose publisher left the point out is never looked up.
 */
export function readPoint(
  place: Source,
  notes: Notes,
): { readonly latitude: number; readonly longitude: number } | undefined {
  const latitude = place.number('latitude');
  const longitude = place.number('longitude');
  if (latitude === undefined && longitude === undefined) return undefined;
  const field = place.at('latitude');
  const found = `${latitude ?? '?'}, ${longitude ?? '?'}`;
  if (latitude === 0 && longitude === 0) {
    notes.repaired('point-zero', field, found);
    return undefined;
  }
  if (latitude !== undefined && longitude !== undefined) {
    if (!inACountry(latitude, longitude) && inACountry(longitude, latitude)) {
      notes.repaired('point-swapped', field, found, `${longitude}, ${latitude}`);
      return { latitude: longitude, longitude: latitude };
    }
    if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  }
  notes.repaired('point-dropped', field, found);
  return undefined;
}

const stepFreeSaid = /step[- ]free|level access|wheelchair|ramped|kørestol|niveaufri|trinfri|rullstol|trappfri/i;
const denied =
  /\b(?:no|not|without) (?:\p{L}+ ){0,2}(?:step[- ]free|level access|wheelchair|ramp)|(?:step[- ]free|level access|wheelchair)(?: access(?:ible)?| users)?(?:: no\b| (?:is |are )?(?:not\b|un))|\b(?:ikke|ingen|inte|ej) (?:\p{L}+ ){0,2}(?:kørestol|niveaufri|trinfri|rullstol|trappfri)/iu;

/** Whether one can get in without a step: only as far as the text says so. */
export function stepFree(text: string): Stated {
  if (denied.test(text)) return 'no';
  return stepFreeSaid.test(text) ? 'yes' : 'unknown';
}

function readAddress(place: Source, notes: Notes): string | undefined {
  const addresses = place.list('addresses', 'physical_addresses');
  const address = addresses.find((one) => (one.exact('address_type') ?? 'physical') !== 'postal') ?? addresses[0];
  if (address === undefined) return undefined;
  const lines = ['address_1', 'address_2', 'city', 'region', 'postal_code'].map((name) => address.line(name));
  const text = [...new Set(lines.filter((part) => part !== undefined))].join(', ') || undefined;
  if (text === undefined || address.exact('address_type') !== 'postal') return text;
  notes.repaired('address-postal', address.at('address_1'), text);
  return undefined;
}

/** A place to go to, or nothing where the location is only virtual or only for letters. `at` names it if it has no id. */
export function readLocation(place: Source, at: string, notes: Notes): Location | undefined {
  const type = place.exact('location_type');
  if (type === 'virtual' || type === 'postal') return undefined;
  const access = place.list('accessibility', 'accessibility_for_disabilities');
  const said = access.flatMap((entry) => [entry.line('description', 'accessibility'), entry.line('details')]);
  const name = place.line('name');
  const address = readAddress(place, notes);
  const point = readPoint(place, notes);
  const id = place.exact('id');
  if (id === undefined && name === undefined && address === undefined && point === undefined) return undefined;
  return present({ id: id ?? at, name, address, ...point, stepFree: stepFree(said.filter(Boolean).join('. ')) });
}
