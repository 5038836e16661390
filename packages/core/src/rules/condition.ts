import type { Condition } from '../pack/condition.js';
import type { FactName, Facts, Found, Value } from '../pack/fact.js';
import type { Trace, Truth } from '../pack/trace.js';

/**
 * Whether a condition holds, and why: the trace has the condition's own shape.
 *
 * A fact that is absent, and a score whose interval straddles the constant, make a comparison `unknown`, never false;
 * `all`, `any` and `not` follow Kleene, so an unknown counts only where the rest does not decide.
 */
export function evaluate(condition: Condition, facts: Facts): Trace {
  if ('fact' in condition) {
    const found = facts[condition.fact];
    return found === undefined
      ? { condition, truth: 'unknown' }
      : { condition, truth: compare(condition, found), found };
  }
  if ('all' in condition) return joined(condition, condition.all, facts, false);
  if ('any' in condition) return joined(condition, condition.any, facts, true);
  const inner = evaluate(condition.not, facts);
  return { condition, truth: inner.truth === 'unknown' ? 'unknown' : !inner.truth, because: [inner] };
}

/** Every fact a condition reads, in order, without repeats. */
export function factsRead(condition: Condition): FactName[] {
  if ('not' in condition) return factsRead(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  return parts ? [...new Set(parts.flatMap(factsRead))] : [(condition as { fact: FactName }).fact];
}

/** `decisive` is the value that settles the whole: false for "all", true for "any". */
function joined(condition: Condition, parts: readonly Condition[], facts: Facts, decisive: boolean): Trace {
  let truth: Truth = !decisive;
  const because = parts.map((part) => {
    const trace = evaluate(part, facts);
    if (trace.truth === decisive) truth = decisive;
    else if (trace.truth === 'unknown' && truth !== decisive) truth = 'unknown';
    return trace;
  });
  return { condition, truth, because };
}

type Comparison = { is: Value | readonly Value[] } | { atLeast: number } | { below: number };

function compare(comparison: Comparison, found: Found): Truth {
  if ('is' in comparison) {
    const wanted = Array.isArray(comparison.is) ? comparison.is : [comparison.is];
    if (typeof found !== 'object') return wanted.includes(found);
    if (found.from === found.to) return wanted.includes(found.from);
    return wanted.some((value) => value >= found.from && value <= found.to) ? 'unknown' : false;
  }
  const { from, to } = typeof found === 'object' ? found : { from: Number(found), to: Number(found) };
  const [bound, reached, missed] =
    'atLeast' in comparison ? ([comparison.atLeast, true, false] as const) : ([comparison.below, false, true] as const);
  return from >= bound ? reached : to < bound ? missed : 'unknown';
}
