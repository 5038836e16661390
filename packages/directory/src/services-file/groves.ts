import type { Location, Service } from '@everycontact/core';
import { HOW } from './parts.js';
import { toGrid } from './sphere.js';
import { planted } from './tree.js';

/** A service for one need at one of its places, or without a place. */
export interface Entry {
  readonly service: number;
  readonly how: number;
  readonly place?: Location;
  readonly latitude: number;
  readonly longitude: number;
}
/** All that serve one need: those with a point as neighbours in a tree of their own, then the others by name. */
export interface Grove {
  readonly need: string;
  readonly entries: readonly Entry[];
  readonly placed: number;
  readonly leaves: number;
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
}

/** The most frequent need first. @param alphabet the place of each service by name */
export function grovesOf(services: readonly Service[], alphabet: Uint32Array): readonly Grove[] {
  const found = new Map<string, { points: Entry[]; elsewhere: Entry[] }>();
  services.forEach(({ needs, locations }, service) => {
    const points = locations.flatMap((place) =>
      place.latitude === undefined || place.longitude === undefined
        ? []
        : [{ place, latitude: toGrid(place.latitude), longitude: toGrid(place.longitude) }],
    );
    needs.forEach(({ need, how }, i) => {
      // What is said first of a need holds.
      if (needs.findIndex((one) => one.need === need) < i) return;
      let grove = found.get(need);
      if (!grove) found.set(need, (grove = { points: [], elsewhere: [] }));
      const own = { service, how: HOW.indexOf(how) };
      for (const point of points) grove.points.push({ ...own, ...point });
      if (!points.length) grove.elsewhere.push({ ...own, latitude: 0, longitude: 0 });
    });
  });
  return [...found]
    .map(([need, { points, elsewhere }]): Grove => {
      const { order, leaves } = planted(
        Int32Array.from(points, ({ latitude }) => latitude),
        Int32Array.from(points, ({ longitude }) => longitude),
      );
      elsewhere.sort((a, b) => (alphabet[a.service] ?? 0) - (alphabet[b.service] ?? 0));
      const placed = Array.from(order, (i) => points[i] as Entry);
      return {
        need,
        entries: [...placed, ...elsewhere],
        placed: placed.length,
        leaves,
        latitudes: Int32Array.from(placed, ({ latitude }) => latitude),
        longitudes: Int32Array.from(placed, ({ longitude }) => longitude),
      };
    })
    .sort((a, b) => b.entries.length - a.entries.length || (a.need < b.need ? -1 : 1));
}
