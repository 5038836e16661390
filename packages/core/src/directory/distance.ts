/** + − × ÷ √ only, so that every engine gives the same list. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
/** A point on the grid, ready to measure from. */
export interface Origin extends Point {
  readonly cosine: number;
}

const RADIUS_METRES = 6_371_000;
const RADIANS = 3.141592653589793 / 180;

/** To 0.0001°, some eleven metres: the grid on which all distances are measured, whoever stores the points. */
export const onGrid = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

/** Whole metres along the sphere between two points in degrees, good to half a percent, which is what a sphere is. */
export const metresBetween = (a: Point, b: Point) => metresFrom(originAt(a), b);

export function originAt(point: Point): Origin {
  const latitude = onGrid(point.latitude);
  return { latitude, longitude: onGrid(point.longitude), cosine: cosine(latitude) };
}

/** The length of the chord between the two unit vectors, bent. */
export function metresFrom({ latitude, longitude, cosine: here }: Origin, point: Point): number {
  const there = onGrid(point.latitude);
  const across = Math.abs(onGrid(point.longitude) - longitude);
  const up = sine(Math.abs(there - latitude) / 2);
  const round = sine((across > 180 ? 360 - across : across) / 2);
  return Math.round(2 * RADIUS_METRES * arc(Math.sqrt(up * up + here * cosine(there) * round * round)));
}

const cosine = (latitude: number) => sine(90 - Math.abs(latitude));

/** The sine of 0 to 90 degrees by its series, exact to eleven digits. */
function sine(degrees: number): number {
  const x = degrees * RADIANS;
  const s = x * x;
  const rest = 1 - s * (1 / 72) * (1 - s * (1 / 110) * (1 - s * (1 / 156) * (1 - s * (1 / 210))));
  return x * (1 - s * (1 / 6) * (1 - s * (1 / 20) * (1 - s * (1 / 42) * rest)));
}

/** The arc whose sine is `s`, 0 to 1: halved by roots where the series would be slow. */
function arc(s: number): number {
  if (s > 0.1) return 2 * arc(Math.sqrt((1 - Math.sqrt(Math.max(0, 1 - s * s))) / 2));
  const t = s * s;
  return s * (1 + t * (1 / 6 + t * (3 / 40 + t * (15 / 336 + t * (105 / 3456)))));
}
