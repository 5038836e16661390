const KM_PER_DEGREE = 111.2;

export interface Middle {
  add(latitude: number, longitude: number): void;
  /** Degrees to three decimals, about a hundred metres; the spread as a root mean square, `null` for one point. */
  get(): { readonly latitude: number; readonly longitude: number; readonly spreadKm: number | null };
}

/** The middle of many points, one after another, without keeping them: running means and squares (Welford). */
export function newMiddle(): Middle {
  let count = 0;
  let north = 0;
  let east = 0;
  let up = 0;
  let across = 0;
  return {
    add(latitude, longitude) {
      count += 1;
      const [dNorth, dEast] = [latitude - north, longitude - east];
      north += dNorth / count;
      east += dEast / count;
      up += dNorth * (latitude - north);
      across += dEast * (longitude - east);
    },
    get() {
      const shrink = Math.cos((north * Math.PI) / 180);
      const spread = KM_PER_DEGREE * Math.sqrt((up + across * shrink * shrink) / count);
      return {
        latitude: rounded(north, 1_000),
        longitude: rounded(east, 1_000),
        spreadKm: count === 1 ? null : rounded(spread, 10),
      };
    },
  };
}

const rounded = (number: number, parts: number): number => Math.round(number * parts) / parts + 0;
