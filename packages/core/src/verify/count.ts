import type { Node } from './undecided.js';
import type { Walk } from './walk.js';

/** Distinct ways through a script by answers and skips, exactly; each way of deciding the context that matters counts as one. */
export function countPaths({ nodes, edges, starts }: Walk): bigint {
  const known = new Map<number, bigint>();
  const from = (number: number): bigint => {
    const counted = known.get(number);
    if (counted !== undefined) return counted;
    const on = edges[number] ?? [];
    const paths = on.length ? on.reduce((sum, { to, of }) => sum + BigInt(of) * from(to), 0n) : 1n;
    known.set(number, paths);
    return paths;
  };
  return nodes.length ? starts.reduce((sum, { to }) => sum + from(to), 0n) : 0n;
}

/** The heaviest way through a script, with the states on it; what a state weighs is for the caller to say. */
export function longestPath({ nodes, edges, starts }: Walk, weigh: (node: Node) => number): Longest {
  const known = new Map<number, Longest>();
  const from = (number: number): Longest => {
    const before = known.get(number);
    if (before) return before;
    const node = nodes[number];
    const rest = heaviest((edges[number] ?? []).map(({ to }) => from(to)));
    const made = node ? { weight: weigh(node) + rest.weight, nodes: [node, ...rest.nodes] } : rest;
    known.set(number, made);
    return made;
  };
  return heaviest(starts.map(({ to }) => from(to)));
}

export interface Longest {
  readonly weight: number;
  readonly nodes: readonly Node[];
}
const heaviest = (all: readonly Longest[]): Longest =>
  all.reduce((most, one) => (one.weight > most.weight ? one : most), { weight: 0, nodes: [] });
