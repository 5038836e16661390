import type { Condition } from '../pack/condition.js';
import type { ContextName, FactName } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { Truth } from '../pack/trace.js';
import { evaluate } from '../rules/condition.js';
import { itemsOf } from '../rules/score.js';
import { type Comparison, rootsOfFact } from './conditions.js';
import type { Node } from './undecided.js';

/**
 * What is left of a condition: `T` or `F` where it is settled, else a name for what is known of it so far.
 *
 * @param unknown what an unknown counts as: false where only "known true" matters, true where only "known false" does
 */
export type Left = (condition: Condition, unknown: 'T' | 'F') => string;

/**
 * Reads conditions at a state from which only some facts can still change: a part that can no longer change drops out
 * where it does not decide, and of a score only that end counts which can still decide.
 */
export function leftOf(pack: Pack): (node: Node, canChange: (name: FactName) => boolean) => Left {
  const roots = new Map<FactName, readonly FactName[]>();
  const ranges = new Map(
    Object.keys(pack.instruments).map((id) => [
      `score.${id}`,
      itemsOf(pack, id).map(({ name, options }) => {
        const points = options.map((option) => option.points);
        return { name, range: Math.max(...points) - Math.min(...points) };
      }),
    ]),
  );
  const names = new Map<Condition, string>();
  const numbers = new Map<string, number>();

  function rootsOf(name: FactName): readonly FactName[] {
    const known = roots.get(name) ?? rootsOfFact(pack, name);
    roots.set(name, known);
    return known;
  }
  /** Short, for names of states are long: equal conditions have one number. */
  function nameOf(condition: Condition): string {
    const known = names.get(condition);
    if (known !== undefined) return known;
    const text = JSON.stringify(condition);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    names.set(condition, `#${number}`);
    return `#${number}`;
  }

  return ({ state, unstated }, canChange) => {
    const isOpen = (root: FactName) =>
      root.startsWith('context.') && state.facts[root] === undefined && !unstated.includes(root as ContextName);
    const settled = (name: FactName) =>
      rootsOf(name).every((root) => !isOpen(root) && (!canChange(root) || isTicked(root, state.facts[root])));

    function compared(condition: Comparison, unknown: 'T' | 'F'): string {
      const { fact } = condition;
      const { truth } = evaluate(condition, state.facts);
      const asLetter = letter(truth, unknown);
      if (settled(fact)) return asLetter;
      const found = state.facts[fact];
      if (typeof found === 'object') return truth === 'unknown' ? scored(condition, found, unknown) : asLetter;
      if (fact.startsWith('measure.'))
        return `${nameOf(condition)}${JSON.stringify(rootsOf(fact).map((root) => state.facts[root] ?? null))}`;
      return `${nameOf(condition)}${isOpen(fact) ? '?' : asLetter}`;
    }

    /** A score that still straddles the constant: one end of it decides, and only if the open items can bring it there. */
    function scored(
      condition: Comparison,
      { from, to }: { readonly from: number; readonly to: number },
      unknown: 'T' | 'F',
    ): string {
      if ('is' in condition) return `${nameOf(condition)}=${from}-${to}`;
      const slack = (ranges.get(condition.fact) ?? []).reduce(
        (sum, { name, range }) => (canChange(name) ? sum + range : sum),
        0,
      );
      const bound = 'atLeast' in condition ? condition.atLeast : condition.below;
      const rises = 'atLeast' in condition === (unknown === 'F');
      const canDecide = rises ? from + slack >= bound : to - slack < bound;
      return canDecide ? `${nameOf(condition)}=${rises ? from : to}` : unknown;
    }

    const left: Left = (condition, unknown) => {
      if ('not' in condition) {
        const inner = left(condition.not, unknown === 'T' ? 'F' : 'T');
        return inner === 'T' ? 'F' : inner === 'F' ? 'T' : `!${inner}`;
      }
      if ('all' in condition) return joined(condition.all, unknown, 'F', 'T', '&');
      if ('any' in condition) return joined(condition.any, unknown, 'T', 'F', '|');
      return compared(condition, unknown);
    };
    function joined(parts: readonly Condition[], unknown: 'T' | 'F', decisive: string, rest: string, sign: string) {
      const each = new Set<string>();
      for (const part of parts) {
        const one = left(part, unknown);
        if (one === decisive) return decisive;
        if (one !== rest) each.add(one);
      }
      return each.size ? `(${[...each].sort().join(sign)})` : rest;
    }
    return left;
  };
}

const letter = (truth: Truth, unknown: 'T' | 'F') => (truth === 'unknown' ? unknown : truth ? 'T' : 'F');

/** A tick makes a fact true; true already, it stays so. */
const isTicked = (root: FactName, found: unknown) => root.startsWith('context.') && found === true;
