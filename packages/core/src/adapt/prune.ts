import type { Condition } from '../pack/condition.js';
import type { Knowable } from './knowable.js';

/**
 * A condition without the parts that can never decide it, true in exactly the same situations; nothing where it can
 * never be true. A fact that cannot be known is unknown for ever, so an "all" over it never holds.
 *
 * @param wanted the verdict that must stay the same; under a "not" it is the other one
 */
export function prune(condition: Condition, known: Knowable, wanted = true): Condition | undefined {
  if ('not' in condition) {
    const not = prune(condition.not, known, !wanted);
    return not && { not };
  }
  if ('fact' in condition) return known(condition.fact) ? condition : undefined;
  const parts = 'all' in condition ? condition.all : condition.any;
  const kept = parts.flatMap((part) => prune(part, known, wanted) ?? []);
  // Each of an "all" must hold for it to be true, each of an "any" must fail for it to be false; else one is enough.
  const everyOne = 'all' in condition === wanted;
  if (everyOne ? kept.length < parts.length : parts.length > 0 && kept.length === 0) return undefined;
  return 'all' in condition ? { all: kept } : { any: kept };
}
