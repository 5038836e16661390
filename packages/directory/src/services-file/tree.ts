import { joinTerms } from './parts.js';
import { asideOf, cosineOf, leastBend } from './sphere.js';

// A perfect binary tree over the rows that have a point: node i has the children 2i + 1 and 2i + 2, the last 2^d nodes are
// leaves, and leaf j holds the rows from ⌊j·rows/leaves⌋. Nothing points anywhere, so no damage leads astray.

/** Words of a node: its box on the grid, then what the services under it have between them. */
export const NODE = {
  south: 0,
  north: 1,
  west: 2,
  east: 3,
  needs: 4,
  languages: 5,
  terms: 6,
  entries: 7,
  words: 8,
} as const;
const LEAF = 32;
/** Where a node stands: the first place is left empty, so that two children share a line of the processor's cache. */
export const placeOf = (node: number) => (node + 1) * NODE.words;
/** The last byte of the terms is the least cosine of a latitude under the node. */
const COSINES = 0xff;

export function leavesFor(rows: number): number {
  let leaves = rows ? 1 : 0;
  while (rows / LEAF > leaves) leaves *= 2;
  return leaves;
}
export const firstRow = (leaf: number, rows: number, leaves: number) => Math.floor((leaf * rows) / leaves);
export const leafOf = (row: number, rows: number, leaves: number) => Math.ceil(((row + 1) * leaves) / rows) - 1;

/** The order of points in which neighbours stand together: halves of halves, split across the wider side. */
export function treeOrder(latitudes: Int32Array, longitudes: Int32Array): Uint32Array {
  const rows = latitudes.length;
  const order = Uint32Array.from({ length: rows }, (_, i) => i);
  const leaves = leavesFor(rows);
  const split = (from: number, to: number): void => {
    if (to - from < 2) return;
    const middle = (from + to) / 2;
    const [low, high] = [firstRow(from, rows, leaves), firstRow(to, rows, leaves)];
    const box = boxOf(order, low, high, latitudes, longitudes);
    const wide = (box.east - box.west) * cosineOf((box.south + box.north) / 2) > box.north - box.south;
    select(order, firstRow(middle, rows, leaves), low, high - 1, wide ? longitudes : latitudes);
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

/** What the nodes sum up of each row, in tree order: bits of its needs and languages, and its terms. */
export interface RowWords {
  readonly needs: (row: number) => number;
  readonly languages: (row: number) => number;
  readonly terms: (row: number) => number;
  /** See `termsBit`. */
  readonly entry: (row: number) => number;
}

export function nodesOf(latitudes: Int32Array, longitudes: Int32Array, words: RowWords): Int32Array {
  const rows = latitudes.length;
  const leaves = leavesFor(rows);
  const nodes = new Int32Array(2 * leaves * NODE.words);
  const same = Uint32Array.from({ length: rows }, (_, i) => i);
  for (let node = 2 * leaves - 2; node >= 0; node--) {
    const at = placeOf(node);
    const leaf = node - leaves + 1;
    if (leaf >= 0) {
      const [low, high] = [firstRow(leaf, rows, leaves), firstRow(leaf + 1, rows, leaves)];
      const { south, north, west, east } = boxOf(same, low, high, latitudes, longitudes);
      nodes.set([south, north, west, east, 0, 0, 0xff], at);
      for (let row = low; row < high; row++) {
        nodes[at + NODE.needs] = (nodes[at + NODE.needs] ?? 0) | words.needs(row);
        nodes[at + NODE.languages] = (nodes[at + NODE.languages] ?? 0) | words.languages(row);
        nodes[at + NODE.terms] = joinTerms(nodes[at + NODE.terms] ?? 0, words.terms(row));
        nodes[at + NODE.entries] = (nodes[at + NODE.entries] ?? 0) | (1 << words.entry(row));
      }
    } else {
      const a = nodes.subarray(placeOf(2 * node + 1), placeOf(2 * node + 2));
      const b = nodes.subarray(placeOf(2 * node + 2), placeOf(2 * node + 3));
      const word = (name: Exclude<keyof typeof NODE, 'words'>) => [a[NODE[name]] ?? 0, b[NODE[name]] ?? 0] as const;
      const [needs, languages, entries] = [word('needs'), word('languages'), word('entries')];
      nodes.set(
        [
          Math.min(...word('south')),
          Math.max(...word('north')),
          Math.min(...word('west')),
          Math.max(...word('east')),
          needs[0] | needs[1],
          languages[0] | languages[1],
          joinTerms(...word('terms')),
          entries[0] | entries[1],
        ],
        at,
      );
    }
    const polar = Math.max(Math.abs(nodes[at + NODE.south] ?? 0), Math.abs(nodes[at + NODE.north] ?? 0));
    nodes[at + NODE.terms] = (nodes[at + NODE.terms] ?? 0) | (Math.floor(cosineOf(polar) * COSINES) << 24);
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
