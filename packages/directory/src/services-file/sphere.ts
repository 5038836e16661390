// Points on a grid of 0.0001° (core measures every distance on it), and distances by + − × ÷ √ alone: the same in every engine.

const UNITS_PER_DEGREE = 10_000;
const HALF_RADIANS_PER_UNIT = 3.141592653589793 / 360 / UNITS_PER_DEGREE;
const DIAMETER_METRES = 2 * 6_371_000;
export const QUARTER = 90 * UNITS_PER_DEGREE;
const HALF = 180 * UNITS_PER_DEGREE;
/** Up to here a sine needs three terms for all the digits there are. */
const SMALL = UNITS_PER_DEGREE;

export const toGrid = (degrees: number) => Math.round(degrees * UNITS_PER_DEGREE);

/** The sine of half an angle in grid units, 0 to 180 degrees; ten digits. */
function sineOfHalf(units: number): number {
  const y = units * HALF_RADIANS_PER_UNIT;
  const s = y * y;
  if (units < SMALL) return y * (1 - s * (1 / 6 - s * (1 / 120)));
  return (
    y *
    (1 -
      s *
        (1 / 6 -
          s *
            (1 / 120 -
              s * (1 / 5040 - s * (1 / 362880 - s * (1 / 39916800 - s * (1 / 6227020800 - s * (1 / 1307674368000))))))))
  );
}

/** The cosine of a latitude in grid units. */
export const cosineOf = (latitude: number) => sineOfHalf(2 * (QUARTER - Math.abs(latitude)));

/** Between longitudes the short way round. */
const across = (units: number) => (units > HALF ? 2 * HALF - units : units);

/** The square of half the chord between two points, 0 to 1: it grows with the distance. */
export function bend(up: number, aside: number, cosines: number): number {
  const rise = sineOfHalf(Math.abs(up));
  const round = sineOfHalf(across(Math.abs(aside)));
  return rise * rise + cosines * round * round;
}

const THIRD = 0.3334;
/** A bend that no point so far up and aside falls below, cheaply: sin² y ≥ y² − y⁴ / 3. */
export function leastBend(up: number, aside: number, cosines: number): number {
  const y = up * HALF_RADIANS_PER_UNIT;
  const x = across(Math.abs(aside)) * HALF_RADIANS_PER_UNIT;
  const rise = y * y;
  const round = x * x;
  return (rise * (1 - rise * THIRD) + cosines * round * (1 - round * THIRD)) * 0.999999;
}

/** Whole metres along the sphere. */
export const metresOf = (bent: number) => Math.round(DIAMETER_METRES * arc(Math.sqrt(bent)));

/** No point at so many whole metres or nearer has a greater bend: sin x ≤ x. */
export function bendWithin(metres: number): number {
  const half = (metres + 0.5) / DIAMETER_METRES;
  return half * half * 1.000001;
}

function arc(sine: number): number {
  if (sine > 0.1) return 2 * arc(Math.sqrt((1 - Math.sqrt(Math.max(0, 1 - sine * sine))) / 2));
  const t = sine * sine;
  return sine * (1 + t * (1 / 6 + t * (3 / 40 + t * (15 / 336 + t * (105 / 3456)))));
}

/** The least way aside from a longitude to a range of them that does not hold it, the short way round. */
export function asideOf(longitude: number, from: number, to: number): number {
  return longitude < from
    ? Math.min(from - longitude, 2 * HALF - to + longitude)
    : Math.min(longitude - to, 2 * HALF - longitude + from);
}

/** Whole metres that a bend at least stands for: x ≥ sin x. */
export const leastMetres = (bent: number) => Math.max(0, Math.floor(DIAMETER_METRES * Math.sqrt(bent) - 1));

/**
 * The greatest square, in units of the grid, that a flat map shows between here and a point of such a bend or less: x ≤ tan x.
 * Infinite where the map is not flat: far away, by a pole, by the end of the longitudes.
 *
 * @param cosine of the latitude here
 */
export function squareWithin(bent: number, cosine: number, longitude: number): number {
  // So far away no latitude differs by more than 3.7 degrees, which is the least of cosines there.
  const sine = bent / (cosine * (cosine - 0.065));
  const end = (HALF - Math.abs(longitude)) * HALF_RADIANS_PER_UNIT;
  const isFlat = bent < 0.001 && cosine > 0.1 && sine < 0.1 && sine < 0.4 * end * end;
  return isFlat ? bent / (1 - sine) / (HALF_RADIANS_PER_UNIT * HALF_RADIANS_PER_UNIT) : Infinity;
}
