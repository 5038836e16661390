import type { Column } from './container.js';
import type { Entry, Grove } from './groves.js';
import { narrow } from './pool.js';
import { ENTRY, REF } from './opened.js';
import { firstEntry, NODE, placeOf } from './tree.js';

/**
 * What a search reads of each entry, side by side: its point, and its speech and terms. In words of 16 bits where all fit,
 * the point then as steps from the corner of its leaf; else of 32, the point as it is.
 *
 * @param nodes of each grove; @param partsOf numbers of the speech and the terms of an entry, by its number
 */
export function entryColumn(
  groves: readonly Grove[],
  nodes: readonly Int32Array[],
  partsOf: (entry: number) => readonly [speech: number, terms: number],
): Column {
  const count = groves.reduce((sum, { entries }) => sum + entries.length, 0);
  const words = new Int32Array(count * ENTRY.words);
  const steps = new Uint16Array(count * ENTRY.words);
  let fits = true;
  let entry = 0;
  const write = ({ latitude, longitude }: Entry, south: number, west: number) => {
    const parts = partsOf(entry);
    const small = [latitude - south, longitude - west, ...parts];
    words.set([latitude, longitude, ...parts], entry * ENTRY.words);
    steps.set(small, entry * ENTRY.words);
    fits &&= small.every((word) => word <= 0xffff);
    entry++;
  };
  groves.forEach(({ entries, placed, leaves }, i) => {
    for (let leaf = 0; leaf < leaves; leaf++) {
      const at = placeOf(leaves - 1 + leaf);
      const [south = 0, west = 0] = [nodes[i]?.[at + NODE.south], nodes[i]?.[at + NODE.west]];
      for (const one of entries.slice(firstEntry(leaf, placed, leaves), firstEntry(leaf + 1, placed, leaves)))
        write(one, south, west);
    }
    for (const one of entries.slice(placed)) write(one, 0, 0);
  });
  return fits ? steps : words;
}

/**
 * The service of each entry by its number, how it is for the need, and whether it has other places in this grove; of
 * those the entries of all its places, in a list.
 *
 * @param numbers of the services
 */
export function serviceColumns(groves: readonly Grove[], numbers: Uint32Array): Record<string, Column> {
  const refs: number[] = [];
  const at: (readonly [entry: number, list: number])[] = [];
  const lists: number[] = [];
  for (const { entries, placed } of groves) {
    const places = new Map<number, number[]>();
    entries.forEach(({ service, how }, i) => {
      refs.push((numbers[service] ?? 0) | (how << REF.how));
      if (i >= placed) return;
      const had = places.get(service);
      if (had) had.push(refs.length - 1);
      else places.set(service, [refs.length - 1]);
    });
    for (const several of places.values()) {
      if (several.length < 2) continue;
      for (const entry of several) {
        refs[entry] = (refs[entry] ?? 0) | REF.several;
        at.push([entry, lists.length]);
      }
      lists.push(several.length, ...several);
    }
  }
  at.sort(([a], [b]) => a - b);
  return {
    refs: Int32Array.from(refs),
    'shared.entries': Uint32Array.from(at, ([entry]) => entry),
    'shared.at': narrow(at.map(([, list]) => list)),
    'shared.lists': Uint32Array.from(lists),
  };
}
