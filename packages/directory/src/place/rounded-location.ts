import { EveryContactError } from '@everycontact/core';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * A point of a browser rounded to two decimals of a degree, about a kilometre: enough for "how far", and no doorstep.
 *
 * @throws EveryContactError `place-location` for numbers that are no point on the map
 */
export function roundedLocation({ latitude, longitude }: Point): Point {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw new EveryContactError(
      'place-location',
      'location',
      'A latitude of -90 to 90 and a longitude of -180 to 180 were expected, found other numbers. Go on without a location.',
    );
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

/** Without a minus zero, which JSON and a reader take for another number. */
const rounded = (degrees: number): number => Math.round(degrees * 100) / 100 + 0;
