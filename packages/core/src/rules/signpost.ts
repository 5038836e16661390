import type { Facts } from '../pack/fact.js';
import type { NeedId, Pack } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import { evaluate } from './condition.js';

export interface RuleResult {
  readonly rule: string;
  readonly need: NeedId;
  readonly trace: Trace;
}

/**
 * Which needs to signpost for, and why, given what is known so far.
 *
 * Rules are tried in pack order; each gives a trace whether or not it holds, so a screen can answer "why this?" and a
 * reviewer "why not that?". A fact not yet known makes a rule `unknown`, never false.
 *
 * @param facts answers, scores and context by name, e.g. `{ 'answer.smoking.vba.smokes': 'yes', 'context.age': 41 }` (age in whole years)
 * @returns one entry per rule, in pack order; act only on those whose `trace.truth` is `true`
 */
export function signpost(pack: Pack, facts: Facts): readonly RuleResult[] {
  return pack.signposting.map(({ id, need, when }) => ({ rule: id, need, trace: evaluate(when, facts) }));
}
