import type { Question } from '@everycontact/core/directory';
import { termsBit } from './parts.js';
import { distanceRank, stepOf, type Standing } from './standing.js';

/** The least rank that anything under a node can have, from the terms that are under it. */
export interface Bounds {
  /** Of what is not ruled out: near by, and by phone or online. */
  match(entries: number, metres: number): number;
  remote(entries: number, metres: number): number;
  /** Of what one criterion rules out; infinite where nothing can. */
  excluded(entries: number, metres: number): number;
  /** The same of a whole class, wherever it is. */
  matchOfClass(one: number): number;
  excludedOfClass(one: number): number;
}

export function boundsOf(standing: Standing, question: Question): Bounds {
  const { base, terms, area, remote, classes, ofClass, speech } = standing;
  const [first] = classes;
  const leastClass = first === undefined ? Infinity : ofClass(first);
  const least = (ranks: Float64Array, take: (entry: number) => boolean) =>
    ranks.reduce((sum, rank, entry) => (take(entry) ? Math.min(sum, rank) : sum), Infinity);
  const failsElsewhere = [speech, area].some(({ failed }) => failed.some((bits) => bits !== 0));
  const leastArea = least(area.rank, (entry) => !area.failed[entry]);
  const anyArea = least(area.rank, () => true);
  const fine = (entry: number) => !terms.failed[entry];
  const apart = (entry: number) => failsElsewhere || !fine(entry);
  const byPhone = (entry: number) => remote[entry] === 1;
  const tables = {
    here: tableOf(standing, (entry) => fine(entry) && !byPhone(entry)),
    line: tableOf(standing, (entry) => fine(entry) && byPhone(entry)),
    apartHere: tableOf(standing, (entry) => apart(entry) && !byPhone(entry)),
    apartLine: tableOf(standing, (entry) => apart(entry) && byPhone(entry)),
  };
  const away = (metres: number) =>
    question.origin ? distanceRank(stepOf(question, metres), metres) : distanceRank(stepOf(question, undefined));
  const matchBase = base + leastClass + leastArea;
  const apartBase = base + leastClass + anyArea;
  const [leastTerms, leastApart] = [least(terms.rank, fine), least(terms.rank, apart)];
  return {
    match: (entries, metres) =>
      matchBase + Math.min(lookUp(tables.here, entries) + away(metres), lookUp(tables.line, entries) + metres),
    remote: (entries, metres) => matchBase + lookUp(tables.line, entries) + metres,
    excluded: (entries, metres) =>
      apartBase +
      Math.min(lookUp(tables.apartHere, entries) + away(metres), lookUp(tables.apartLine, entries) + metres),
    matchOfClass: (one) => base + ofClass(one) + leastArea + leastTerms,
    excludedOfClass: (one) => base + ofClass(one) + anyArea + leastApart,
  };
}

/** The least rank of the entries whose bits are set, by the four bytes of a word. */
function tableOf({ terms, remote }: Standing, take: (entry: number) => boolean): Float64Array {
  const bits = new Float64Array(32).fill(Infinity);
  terms.rank.forEach((rank, entry) => {
    const bit = termsBit(entry, remote[entry] === 1);
    if (take(entry)) bits[bit] = Math.min(bits[bit] ?? Infinity, rank);
  });
  return Float64Array.from({ length: 1024 }, (_, at) => {
    let least = Infinity;
    for (let bit = 0; bit < 8; bit++)
      if ((at >> bit) & 1) least = Math.min(least, bits[(at >> 8) * 8 + bit] ?? Infinity);
    return least;
  });
}

function lookUp(table: Float64Array, entries: number): number {
  return Math.min(
    table[entries & 0xff] ?? Infinity,
    table[256 + ((entries >>> 8) & 0xff)] ?? Infinity,
    table[512 + ((entries >>> 16) & 0xff)] ?? Infinity,
    table[768 + (entries >>> 24)] ?? Infinity,
  );
}
