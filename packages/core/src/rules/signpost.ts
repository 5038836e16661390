import type { Facts } from '../pack/fact.js';
import { oncePerName } from '../pack/once-per.js';
import type { NeedId, Pack, ScriptId, SignpostRule } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import { canBeKnown, evaluate, truthOf } from './condition.js';

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

/** The rules to act on in a script: of those known true the first for each need. */
export function needsNow(pack: Pack, script: ScriptId, facts: Facts): readonly RuleResult[] {
  const firsts: RuleResult[] = [];
  for (const { id, need, when } of rulesFor(pack, script))
    if (truthOf(when, facts) === true && !firsts.some((first) => first.need === need))
      firsts.push({ rule: id, need, trace: evaluate(when, facts) });
  return firsts;
}

/** The rules that can be known in a script at all; the others wait for answers to another one. */
const rulesFor = oncePerName((pack: Pack, script: ScriptId): readonly SignpostRule[] =>
  pack.signposting.filter(({ when }) => canBeKnown(when, script)),
);
