import { joinTerms } from './parts.js';
import { asideOf, cosineOf, leastBend, QUARTER } from './sphere.js';

// A perfect binary tree over the entries of one need that have a point: node i has the children 2i + 1 and 2i + 2, the last
// 2^d nodes are leaves, and leaf j holds the entries from ⌊j·entries/leaves⌋. Nothing points anywhere, so no damage leads astray.

/** Words of a node: its box on the grid, then what the entries under it have between them. */
export const NODE = {
  south: 0,
  north: 1,
  west: 2,
  east: 3,
  languages: 4,
  terms: 5,
  parts: 6,
  /** One is free: two nodes take a line of the processor's cache. */
  words: 8,
} as const;
const LEAF = 32;
/** Where a node stands: the first place is left empty, so that two children share a line of the processor's cache. */
export const placeOf = (node: number) => (node + 1) * NODE.words;
/** The last byte of the terms is the least cosine of a latitude under the node. */
export const COSINES = 0xff;

/** Up to so many entries a tree has ever smaller leaves until the steps within each fit into 16 bits. */
const SMALL = 4_096;
const STEPS = 0xffff;

/** The order of points in which neighbours stand together, and the leaves of the tree over them. */
export function planted(latitudes: Int32Array, longitudes: Int32Array): { order: Uint32Array; leaves: number } {
  const count = latitudes.length;
  let leaves = count ? 1 : 0;
  while (count / LEAF > leaves) leaves *= 2;
  for (; ; leaves *= 2) {
    const order = treeOrder(latitudes, longitudes, leaves);
    const isWide = (leaf: number) => {
      const [low, high] = [firstEntry(leaf, count, leaves), firstEntry(leaf + 1, count, leaves)];
      const { south, north, west, east } = boxOf(order, low, high, latitudes, longitudes);
      return north - south > STEPS || east - west > STEPS;
    };
    if (count > SMALL || leaves >= 2 * count || !Array.from({ length: leaves }, (_, i) => i).some(isWide))
      return { order, leaves };
  }
}
export const firstEntry = (leaf: number, count: number, leaves: number) => Math.floor((leaf * count) / leaves);
export const leafOf = (place: number, count: number, leaves: number) => Math.ceil(((place + 1) * leaves) / count) - 1;

/** Halves of halves, split across the wider side. */
function treeOrder(latitudes: Int32Array, longitudes: Int32Array, leaves: number): Uint32Array {
  const count = latitudes.length;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const split = (from: number, to: number): void => {
    if (to - from < 2) return;
    const middle = (from + to) / 2;
    const [low, high] = [firstEntry(from, count, leaves), firstEntry(to, count, leaves)];
    const box = boxOf(order, low, high, latitudes, longitudes);
    const wide = (box.east - box.west) * cosineOf((box.south + box.north) / 2) > box.north - box.south;
    select(order, firstEntry(middle, count, leaves), low, high - 1, wide ? longitudes : latitudes);
    split(from, middle);
    split(middle, to);
  };
  split(0, leaves);
  return order;
}

function boxOf(order: Uint32Array, low: number, high: number, latitudes: Int32Array, longitudes: Int32Array) {
  let [south, north, west, east] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = low; i < high; i++) {
    const [latitude = 0, longitude = 0] = [latitudes[order[i] ?? 0], longitudes[order[i] ?? 0]];
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
  }
  return { south, north, west, east };
}

/** Hoare's quickselect: afterwards nothing before `k` is greater than what stands there. Equal keys by their first order. */
function select(order: Uint32Array, k: number, low: number, high: number, keys: Int32Array): void {
  const before = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b;
  while (low < high) {
    const pivot = medianOfThree(order[low] ?? 0, order[(low + high) >> 1] ?? 0, order[high] ?? 0, before);
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(order[i] ?? 0, pivot) < 0) i++;
      while (before(order[j] ?? 0, pivot) > 0) j--;
      if (i > j) break;
      const kept = order[i] ?? 0;
      order[i++] = order[j] ?? 0;
      order[j--] = kept;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}
const medianOfThree = (a: number, b: number, c: number, before: (a: number, b: number) => number) =>
  before(a, b) < 0
    ? before(b, c) < 0
      ? b
      : before(a, c) < 0
        ? c
        : a
    : before(a, c) < 0
      ? a
      : before(b, c) < 0
        ? c
        : b;

/** What the nodes sum up of each entry, in tree order: bits of its languages, its terms, and see `partBit`. */
export interface EntryWords {
  readonly languages: (place: number) => number;
  readonly terms: (place: number) => number;
  readonly parts: (place: number) => number;
}
/** Farther apart than any two points: the box of a leaf that holds nothing. */
const NOWHERE = [0x7fffffff, -0x80000000, 0x7fffffff, -0x80000000] as const;

export function nodesOf(
  latitudes: Int32Array,
  longitudes: Int32Array,
  leaves: number,
  words: EntryWords,
): Int32Array<ArrayBuffer> {
  const count = latitudes.length;
  const nodes = new Int32Array(2 * leaves * NODE.words);
  const same = Uint32Array.from({ length: count }, (_, i) => i);
  for (let node = 2 * leaves - 2; node >= 0; node--) {
    const leaf = node - leaves + 1;
    const own = nodes.subarray(placeOf(node), placeOf(node + 1));
    const take = (languages: number, terms: number, parts: number) => {
      own[NODE.languages] = (own[NODE.languages] ?? 0) | languages;
      own[NODE.terms] = joinTerms(own[NODE.terms] ?? 0, terms);
      own[NODE.parts] = (own[NODE.parts] ?? 0) | parts;
    };
    own.set([...NOWHERE, 0, 0xff]);
    if (leaf >= 0) {
      const [low, high] = [firstEntry(leaf, count, leaves), firstEntry(leaf + 1, count, leaves)];
      const { south, north, west, east } = boxOf(same, low, high, latitudes, longitudes);
      if (low < high) own.set([south, north, west, east]);
      for (let place = low; place < high; place++) take(words.languages(place), words.terms(place), words.parts(place));
    } else
      for (const child of [2 * node + 1, 2 * node + 2]) {
        const [south = 0, north = 0, west = 0, east = 0, languages = 0, terms = 0, parts = 0] = nodes.subarray(
          placeOf(child),
          placeOf(child + 1),
        );
        own[NODE.south] = Math.min(own[NODE.south] ?? 0, south);
        own[NODE.north] = Math.max(own[NODE.north] ?? 0, north);
        own[NODE.west] = Math.min(own[NODE.west] ?? 0, west);
        own[NODE.east] = Math.max(own[NODE.east] ?? 0, east);
        take(languages, terms, parts);
      }
    const polar = Math.max(Math.abs(own[NODE.south] ?? 0), Math.abs(own[NODE.north] ?? 0));
    const cosine = Math.max(0, Math.floor(cosineOf(Math.min(polar, QUARTER)) * COSINES));
    own[NODE.terms] = (own[NODE.terms] ?? 0) | (cosine << 24);
  }
  return nodes;
}

/** No latitude under the node has a smaller cosine. */
export const leastCosine = (nodes: Int32Array, at: number) => ((nodes[at + NODE.terms] ?? 0) >>> 24) / COSINES;

/** How near anything under the node can be, as a bend. @param cosine of the latitude asked from */
export function leastBendTo(
  nodes: Int32Array,
  at: number,
  latitude: number,
  longitude: number,
  cosine: number,
): number {
  const south = nodes[at] ?? 0;
  const north = nodes[at + 1] ?? 0;
  const west = nodes[at + 2] ?? 0;
  const east = nodes[at + 3] ?? 0;
  const up = latitude < south ? south - latitude : latitude > north ? latitude - north : 0;
  const aside = longitude >= west && longitude <= east ? 0 : asideOf(longitude, west, east);
  return up === 0 && aside === 0 ? 0 : leastBend(up, aside, cosine * leastCosine(nodes, at));
}
