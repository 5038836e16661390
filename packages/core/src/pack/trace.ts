import type { Condition } from './condition.js';
import type { Found } from './fact.js';

/** Kleene's three values: absent facts, and intervals that straddle the constant, are `unknown`. */
export type Truth = true | false | 'unknown';

/** The answer and its reasons, same shape as the condition. Rendered as a sentence it is the "why this?" of every suggestion. */
export interface Trace {
  readonly condition: Condition;
  readonly truth: Truth;
  readonly found?: Found;
  readonly because?: readonly Trace[];
}
