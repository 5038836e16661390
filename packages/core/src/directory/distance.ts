/** + − × ÷ √ only, so that every engine gives the same list. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
const RADIUS_METRES = 6_371_000;
const PI = 3.141592653589793;

/** To 0.0001°, some eleven metres: the grid on which all distances are measured, whoever stores the points. */
export const onGrid = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/** The sine of 0 to 90 degrees, by its series: exact to eleven digits. */
function sine(degrees: number): number {
  const x = (degrees * PI) / 180;
  const s = x * x;
  let sum = 1;
  for (let k = 16; k > 1; k -= 2) sum = 1 - (s / (k * (k + 1))) * sum;
  return x * sum;
}
const cosine = (latitude: number) => sine(90 - Math.abs(latitude));

/** The arc whose sine is `s`, 0 to 1: halved by roots where the series would be slow. */
function arc(s: number): number {
  if (s > 0.1) return 2 * arc(Math.sqrt((1 - Math.sqrt(Math.max(0, 1 - s * s))) / 2));
  const t = s * s;
  return s * (1 + t * (1 / 6 + t * (3 / 40 + t * (15 / 336 + t * (105 / 3456)))));
}

/**
 * Whole metres along the sphere between two points in degrees, both read on the grid: the length of the chord between
 * their unit vectors, bent. Good to half a percent, which is what a sphere is.
 */
export function metresBetween(a: Point, b: Point): number {
  const across = Math.abs(onGrid(b.longitude) - onGrid(a.longitude));
  const up = sine(Math.abs(onGrid(b.latitude) - onGrid(a.latitude)) / 2);
  const round = sine((across > 180 ? 360 - across : across) / 2);
  const half = Math.sqrt(up * up + cosine(onGrid(a.latitude)) * cosine(onGrid(b.latitude)) * round * round);
  return Math.round(2 * RADIUS_METRES * arc(half));
}
