import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metresBetween } from './distance.js';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('a distance', () => {
  it('is that of the great circle, everywhere on the sphere', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const real = greatCircle(a, b);
        expect(Math.abs(metresBetween(a, b) - real)).toBeLessThan(25 + real / 5_000);
      }),
      { seed: 4 },
    );
  });

  it('is the same there and back, and nothing at the place itself', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(metresBetween(a, b)).toBe(metresBetween(b, a));
        expect(metresBetween(a, a)).toBe(0);
      }),
      { seed: 4 },
    );
  });

  it('is measured on a grid of a ten-thousandth of a degree, whoever stores the points', () => {
    expect(metresBetween({ latitude: 51.00001, longitude: -1 }, { latitude: 51.10004, longitude: -1 })).toBe(
      metresBetween({ latitude: 51, longitude: -1 }, { latitude: 51.1, longitude: -1 }),
    );
  });
});

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
/** With the trigonometry of the engine. */
function greatCircle(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * 6_371_000 * Math.asin(Math.sqrt(Math.min(1, chord)));
}
