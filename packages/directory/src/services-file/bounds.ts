import { HOW, partBit } from './parts.js';
import type { Standing } from './standing.js';
import { NODE } from './tree.js';

/** The least that anything under a node can add to a rank: to be asked for one node after another. */
export interface Bounds {
  /** By how it is for the need, and by what it says of languages. */
  ofNode(nodes: Int32Array, at: number): number;
  /** By its terms, see `leastOf`: of what is not ruled out, at a place and by phone or online. */
  readonly here: Float64Array;
  readonly line: Float64Array;
  /** The same of what one criterion rules out; infinite where nothing can be. */
  readonly apartHere: Float64Array;
  readonly apartLine: Float64Array;
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
  const { terms, speech, remote } = standing;
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
  const fine = (entry: number) => !terms.failed[entry];
  const apart = (entry: number) => failsBySpeech || inArea || !fine(entry);
  const byPhone = (entry: number) => remote[entry] === 1;
  return {
    ofNode: (nodes, at) =>
      (how[((nodes[at + NODE.terms] ?? 0) >> 17) & 7] ?? 0) +
      (bit !== 0 && ((nodes[at + NODE.languages] ?? 0) & bit) === 0 ? silent : anySpeech),
    here: tableOf(standing, (entry) => fine(entry) && !byPhone(entry)),
    line: tableOf(standing, (entry) => fine(entry) && byPhone(entry)),
    apartHere: tableOf(standing, (entry) => apart(entry) && !byPhone(entry)),
    apartLine: tableOf(standing, (entry) => apart(entry) && byPhone(entry)),
  };
}

/** The least rank of the terms whose bits are set, by the four bytes of a word. */
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

/** The least in a table for the word of a node. */
export const leastOf = (table: Float64Array, parts: number) =>
  Math.min(
    table[parts & 0xff] ?? Infinity,
    table[256 + ((parts >>> 8) & 0xff)] ?? Infinity,
    table[512 + ((parts >>> 16) & 0xff)] ?? Infinity,
    table[768 + (parts >>> 24)] ?? Infinity,
  );
