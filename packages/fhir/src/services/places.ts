import type { Location } from '@everycontact/core';
import { readPoint, stepFree, type Notes, type Source } from '@everycontact/directory/reading';

/**
 * A place to go to. A point or an address that its publisher left out is never looked up: some places are not to be found.
 *
 * @param id for a place without one
 * @param said what the service says of itself in general, read for step-free access
 */
export function readPlace(place: Source, id: string, said: string, notes: Notes): Location {
  const name = place.line('name');
  const address = readAddress(place, notes);
  const position = place.record('position');
  const point = position && readPoint(position, notes);
  return {
    id: place.exact('id') ?? id,
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...point,
    stepFree: stepFree([place.line('description'), said].filter(Boolean).join('. ')),
  };
}

function readAddress(place: Source, notes: Notes): string | undefined {
  const address = place.list('address').find((one) => one.exact('use') !== 'old');
  if (address === undefined) return undefined;
  const lines = address.list('line').map((line) => line.line('name'));
  const parts = [...lines, ...['city', 'district', 'postalCode'].map((name) => address.line(name))];
  const written = address.text('text')?.replaceAll('\n', ', ');
  const built = [...new Set(parts.filter((part) => part !== undefined))].join(', ');
  const text = lines.some((line) => line !== undefined) || written === undefined ? built : written;
  if (text === '') return undefined;
  if (address.exact('type') !== 'postal') return text;
  notes.repaired('address-postal', address.at('line'), text);
  return undefined;
}
