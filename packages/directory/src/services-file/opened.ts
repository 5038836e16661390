import type { Column, Container } from './container.js';
import { damaged } from './container.js';
import { NODE, leafOf, placeOf } from './tree.js';

/** Words of an entry. */
export const ENTRY = { latitude: 0, longitude: 1, speech: 2, terms: 3, words: 4 } as const;
/** Of a reference: the number of a service, above it two bits for how it is for the need, and the sign where it has several places. */
export const REF = { service: 0x1fffffff, how: 29, several: 1 << 31 } as const;

/** Where the entries of one need stand, and its tree. */
export interface OpenedGrove {
  readonly first: number;
  /** After the last with a point, and after the last. */
  readonly placed: number;
  readonly end: number;
  readonly leaves: number;
  readonly nodes: Int32Array;
}
/** The columns of a file, as views of its bytes. */
export interface Opened {
  readonly head: Container['head'];
  readonly groves: ReadonlyMap<string, OpenedGrove>;
  /** What a search reads of each entry, in the order of `ENTRY`. */
  readonly entries: Column;
  /** The points are steps from the corner of their leaf. */
  readonly stepped: boolean;
  readonly refs: Int32Array;
  readonly termsWords: Int32Array;
  /** How many entries speech has. */
  readonly speech: number;
  readonly languageEnds: Column;
  readonly languageSpeech: Column;
  /** Of each service. */
  readonly area: Column;
  readonly hours: Column;
  readonly assured: Column;
  readonly alphabet: Column;
  readonly sharedEntries: Column;
  readonly sharedAt: Column;
  readonly sharedLists: Column;
}

/** @throws EveryContactError `services-file-damaged` where a column is absent, or not as long as the others */
export function openColumns(file: Container): Opened {
  const { head } = file;
  const { needs, count } = head;
  const sum = (part: 1 | 3) => needs.reduce((all, need) => all + need[part], 0);
  const words = (name: string, length?: number) => {
    const column = file.column(name, length);
    if (column instanceof Int32Array) return column;
    throw damaged(`columns.${name}`, 'it is of another kind');
  };
  const nodes = words('nodes', 2 * sum(3) * NODE.words);
  const groves = new Map<string, OpenedGrove>();
  let [first, node] = [0, 0];
  for (const [need, entries, placed, leaves] of needs) {
    if (placed > entries || (placed > 0 && leaves < 1) || leaves & (leaves - 1))
      throw damaged('file.head', 'its counts do not fit each other');
    const own = nodes.subarray(node * NODE.words, (node += 2 * leaves) * NODE.words);
    groves.set(need, { first, placed: first + placed, end: first + entries, leaves, nodes: own });
    first += entries;
  }
  const entries = file.column('entries', first * ENTRY.words);
  return {
    head,
    groves,
    entries,
    stepped: entries instanceof Uint16Array,
    refs: words('refs', first),
    termsWords: words('terms.words'),
    speech: file.column('speech.ends').length,
    languageEnds: file.column('language.ends', head.languages.length),
    languageSpeech: file.column('language.speech'),
    area: file.column('area', count),
    hours: file.column('hours', count),
    assured: file.column('assured', count),
    alphabet: file.column('alphabet', count),
    sharedEntries: file.column('shared.entries'),
    sharedAt: file.column('shared.at'),
    sharedLists: file.column('shared.lists'),
  };
}

/** The point of an entry of a grove, on the grid. */
export function pointOf({ entries, stepped }: Opened, grove: OpenedGrove, entry: number): readonly [number, number] {
  const { first, placed, leaves, nodes } = grove;
  const at = stepped ? placeOf(leaves - 1 + leafOf(entry - first, placed - first, leaves)) : -1;
  return [
    (entries[entry * ENTRY.words] ?? 0) + (stepped ? (nodes[at + NODE.south] ?? 0) : 0),
    (entries[entry * ENTRY.words + 1] ?? 0) + (stepped ? (nodes[at + NODE.west] ?? 0) : 0),
  ];
}

/** The entries of all places of the service, in this grove; undefined where it has but one. */
export function placesOf(
  { refs, sharedEntries, sharedAt, sharedLists }: Opened,
  { first, placed }: OpenedGrove,
  entry: number,
) {
  if ((refs[entry] ?? 0) >= 0) return undefined;
  let low = 0;
  let high = sharedEntries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sharedEntries[middle] ?? 0) < entry) low = middle + 1;
    else high = middle;
  }
  const at = sharedAt[low] ?? 0;
  const list = Array.from(sharedLists.subarray(at + 1, at + 1 + (sharedLists[at] ?? 0)));
  const places = list.filter((one) => one >= first && one < placed);
  return places.includes(entry) ? places : undefined;
}
