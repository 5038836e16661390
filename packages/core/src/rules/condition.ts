import type { Condition } from '../pack/condition.js';
import type { FactName, Facts, Found, Value } from '../pack/fact.js';
import type { ScriptId } from '../pack/pack.js';
import type { Trace, Truth } from '../pack/trace.js';

/**
 * Whether a condition holds.
 *
 * A fact that is absent, and a score whose interval straddles the constant, make a comparison `unknown`, never false;
 * `all`, `any` and `not` follow Kleene, so an unknown counts only where the rest does not decide.
 */
export function truthOf(condition: Condition, facts: Facts): Truth {
  const { fact, all, any, not } = condition as Parts;
  if (fact !== undefined) {
    const found = facts[fact];
    return isTold(found) ? compare(condition, found) : 'unknown';
  }
  if (all) return joined(all, facts, false);
  if (any) return joined(any, facts, true);
  const inner = truthOf(not as Condition, facts);
  return inner === 'unknown' ? inner : !inner;
}

/** Hosts write `null` for what they do not know: it is unknown, and never a no. */
export const isTold = (found: Found | null | undefined): found is Found => found !== undefined && found !== null;

/** A condition as one shape with open fields: asking an object which fields it has is slow where six shapes meet. */
interface Parts {
  readonly fact?: FactName;
  readonly is?: Value | readonly Value[];
  readonly atLeast?: number;
  readonly below?: number;
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly not?: Condition;
}

/** Whether a condition holds, and why: the trace has the condition's own shape. */
export function evaluate(condition: Condition, facts: Facts): Trace {
  const truth = truthOf(condition, facts);
  if ('fact' in condition) {
    const found = facts[condition.fact];
    return isTold(found) ? { condition, truth, found } : { condition, truth };
  }
  return { condition, truth, because: partsOf(condition).map((part) => evaluate(part, facts)) };
}

/** Whether a condition is known true. @param because collects the trace of every condition that was looked at */
export function holds(condition: Condition, facts: Facts, because?: Trace[]): boolean {
  if (!because) return truthOf(condition, facts) === true;
  const trace = evaluate(condition, facts);
  because.push(trace);
  return trace.truth === true;
}

/** Every fact a condition reads, in order, without repeats. */
export function factsRead(condition: Condition): FactName[] {
  if ('fact' in condition) return [condition.fact];
  return [...new Set(partsOf(condition).flatMap(factsRead))];
}

/** Whether a condition can be known in a script: not where all it reads are answers to another script. */
export function canBeKnown(condition: Condition, script: ScriptId): boolean {
  const names = factsRead(condition);
  return !names.length || names.some((name) => !name.startsWith('answer.') || name.startsWith(`answer.${script}.`));
}

type Joined = Exclude<Condition, { readonly fact: FactName }>;

const partsOf = (condition: Joined): readonly Condition[] =>
  'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;

/** `decisive` is the value that settles the whole: false for "all", true for "any". */
function joined(parts: readonly Condition[], facts: Facts, decisive: boolean): Truth {
  let truth: Truth = !decisive;
  for (const part of parts) {
    const one = truthOf(part, facts);
    if (one === decisive) return decisive;
    if (one === 'unknown') truth = one;
  }
  return truth;
}

function compare({ is, atLeast, below }: Parts, found: Found): Truth {
  if (is === undefined) {
    const { from, to } = typeof found === 'object' ? found : { from: Number(found), to: Number(found) };
    const bound = Number(atLeast ?? below);
    const reached = atLeast !== undefined;
    return from >= bound ? reached : to < bound ? !reached : 'unknown';
  }
  if (typeof found !== 'object') return Array.isArray(is) ? is.includes(found) : is === found;
  const { from, to } = found;
  const inside = (Array.isArray(is) ? is : [is]).some((value) => value >= from && value <= to);
  return inside && from !== to ? 'unknown' : inside;
}
