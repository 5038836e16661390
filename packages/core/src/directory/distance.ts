/** + − × ÷ √ only, so that every engine gives the same list. */

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
const RADIUS_METRES = 6_371_000;
const radians = (degrees: number) => (degrees * 3.141592653589793) / 180;

/** The cosine by its series: exact to a millionth between the poles. */
const cosine = (x: number) => {
  const s = x * x;
  return 1 - (s / 2) * (1 - (s / 12) * (1 - (s / 30) * (1 - (s / 56) * (1 - s / 90))));
};

/** Whole metres between two points, good to a fraction of a percent at the distances a person travels. */
export function metresBetween(a: Point, b: Point): number {
  const across = radians(b.longitude - a.longitude) * cosine(radians((a.latitude + b.latitude) / 2));
  const up = radians(b.latitude - a.latitude);
  return Math.round(RADIUS_METRES * Math.sqrt(across * across + up * up));
}
