import { HOW, partBit } from './parts.js';
import type { Standing } from './standing.js';
import { NODE } from './tree.js';

/** The least that anything under a node can add to a rank: to be asked for one node after another. */
export interface Bounds {
  /** By how it is for the need, and by what it says of languages. */
  ofNode(nodes: Int32Array, at: number): number;
  /** By its terms, whatever they are. */
  readonly terms: number;
  /** By its terms, see `leastHere` and `leastByPhone`: of what is not ruled out. */
  readonly fine: Float64Array;
  /** The same of what one criterion rules out; infinite where nothing can be. */
  readonly apart: Float64Array;
}

/**
 * @param spoken the entries of speech that have the language, and its bit; undefined where none is asked or none has it
 * @param inArea whether an area can rule a service out
 */
export function boundsOf(
  standing: Standing,
  spoken: { readonly entries: Uint8Array; readonly bit: number } | undefined,
  asksLanguage: boolean,
  inArea: boolean,
): Bounds {
  const { terms, speech } = standing;
  for (let entry = 0; entry < terms.rank.length; entry++) terms.meet(entry);
  const speechLength = asksLanguage ? speech.rank.length : Math.min(speech.rank.length, 1);
  let [speaking, silent] = [Infinity, Infinity];
  let failsBySpeech = false;
  for (let entry = 0; entry < speechLength; entry++) {
    const rank = speech.meet(entry);
    failsBySpeech ||= speech.failed[entry] !== 0;
    if (spoken?.entries[entry]) speaking = Math.min(speaking, rank);
    else silent = Math.min(silent, rank);
  }
  // Where no language is asked, whatever they speak adds the same.
  if (!asksLanguage) speech.rank.fill(speech.rank[0] ?? 0);
  const anySpeech = Math.min(speaking, silent);
  const bit = spoken?.bit ?? 0;
  const how = Float64Array.from({ length: 1 << HOW.length }, (_, flags) =>
    Math.min(...standing.how.filter((_rank, i) => flags & (1 << i))),
  );
  return {
    ofNode: (nodes, at) =>
      (how[((nodes[at + NODE.terms] ?? 0) >> 17) & 7] ?? 0) +
      (bit !== 0 && ((nodes[at + NODE.languages] ?? 0) & bit) === 0 ? silent : anySpeech),
    terms: terms.rank.reduce((least, rank) => Math.min(least, rank), Infinity),
    fine: tableOf(standing, (entry) => !terms.failed[entry]),
    apart: tableOf(standing, (entry) => failsBySpeech || inArea || terms.failed[entry] !== 0),
  };
}

/** By each byte of the word of a node, the least rank of the terms whose bits are set in it. */
function tableOf({ terms, remote }: Standing, take: (entry: number) => boolean): Float64Array {
  const bits = new Float64Array(32).fill(Infinity);
  terms.rank.forEach((rank, entry) => {
    const bit = partBit(entry, remote[entry] === 1);
    if (take(entry)) bits[bit] = Math.min(bits[bit] ?? Infinity, rank);
  });
  return Float64Array.from({ length: 1024 }, (_, at) => {
    let least = Infinity;
    for (let bit = 0; bit < 8; bit++)
      if ((at >> bit) & 1) least = Math.min(least, bits[(at >> 8) * 8 + bit] ?? Infinity);
    return least;
  });
}

/** Of those at a place, from the word of a node. */
export const leastHere = (table: Float64Array, parts: number) =>
  Math.min(
    table[parts & 0xff] ?? Infinity,
    table[256 + ((parts >>> 8) & 0xff)] ?? Infinity,
    table[512 + ((parts >>> 16) & 0xff)] ?? Infinity,
  );
/** Of those by phone or online, which have a byte of their own. */
export const leastByPhone = (table: Float64Array, parts: number) => table[768 + (parts >>> 24)] ?? Infinity;
