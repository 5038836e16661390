import type { ReasonCode } from './directory.js';
import { criteria, type Criterion } from './eligibility.js';
import { POSSIBLE, type Judgement } from './rank.js';

/** The first few in order of rank, of all that were offered in whatever order. */
export interface First<T> {
  readonly found: readonly T[];
  /** What ranks above this cannot come in any more; the greatest number until all places are taken. What ranks equal still may. */
  readonly bound: number;
}
/** For an empty answer: see `DirectoryAnswer.relax`. */
export interface Relaxed<T> {
  readonly code: ReasonCode;
  readonly nearest: T;
  readonly would: number;
}
/** What an answer shows, chosen from candidates that are judged one by one. */
export interface Shortlist<T> {
  offer(candidate: T, judgement: Judgement): void;
  readonly matches: First<T>;
  readonly excluded: First<T>;
  /** The first eligible one by phone or online. */
  readonly remote: First<T>;
  /** The matches to show, one by phone or online among the first five where one is eligible. */
  chosen(): readonly T[];
  /** Right only where every candidate that serves the need was offered. */
  relax(): Relaxed<T> | undefined;
}

interface Limits {
  readonly limit?: number;
  readonly excluded?: number;
}
const LIMIT = 5;

/** @param before the order of two that rank equal: by name, then by id, as `inOrder` of two services says */
export function shortlist<T>(
  { limit = LIMIT, excluded: apart = LIMIT }: Limits,
  before: (a: T, b: T) => number,
): Shortlist<T> {
  const matches = first(limit, before);
  const excluded = first(apart, before);
  const remote = first(1, before);
  // By criterion: those that it alone rules out.
  const alone: (ReturnType<typeof ruledOut<T>> | undefined)[] = [];
  const stands = (a: First<T>, b: First<T>) =>
    a.bound < b.bound || (a.bound === b.bound && before(a.found[0] as T, b.found[0] as T) < 0);
  return {
    matches,
    excluded,
    remote,
    offer(candidate, { rank, failed, isRemote }) {
      if (!failed) {
        matches.offer(candidate, rank);
        if (isRemote && rank < POSSIBLE) remote.offer(candidate, rank);
        return;
      }
      excluded.offer(candidate, rank);
      if (failed & (failed - 1)) return;
      const criterion = 31 - Math.clz32(failed);
      const by = (alone[criterion] ??= ruledOut(criterion, before));
      by.nearest.offer(candidate, rank);
      by.would++;
    },
    chosen() {
      const places = Math.min(limit, 5);
      const [line] = remote.found;
      if (places < 2 || line === undefined || matches.found.slice(0, places).includes(line)) return matches.found;
      const kept = matches.found.slice(0, places - 1);
      return [...kept, line, ...matches.found.slice(places - 1).filter((one) => one !== line)].slice(0, limit);
    },
    relax() {
      let best: (typeof alone)[number];
      for (const one of alone)
        if (one && one.code !== 'state' && (!best || stands(one.nearest, best.nearest))) best = one;
      return best && { code: best.code, nearest: best.nearest.found[0] as T, would: best.would };
    },
  };
}

const ruledOut = <T>(criterion: number, before: (a: T, b: T) => number) => ({
  code: (criteria[criterion] as Criterion).code,
  nearest: first(1, before),
  would: 0,
});

/** Plain loops and a bound kept at hand: an index asks for it at every candidate. */
function first<T>(limit: number, before: (a: T, b: T) => number) {
  const found: T[] = [];
  const ranks: number[] = [];
  const list = {
    found: found as readonly T[],
    bound: limit > 0 ? Number.MAX_VALUE : -1,
    offer(candidate: T, rank: number) {
      if (rank > list.bound) return;
      let at = found.length;
      for (; at > 0; at--) {
        const its = ranks[at - 1] as number;
        if (its < rank || (its === rank && before(found[at - 1] as T, candidate) <= 0)) break;
      }
      if (at >= limit) return;
      for (let i = Math.min(found.length, limit - 1); i > at; i--) {
        found[i] = found[i - 1] as T;
        ranks[i] = ranks[i - 1] as number;
      }
      found[at] = candidate;
      ranks[at] = rank;
      if (found.length === limit) list.bound = ranks[limit - 1] as number;
    },
  };
  return list;
}
