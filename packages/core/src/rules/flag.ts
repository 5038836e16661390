import type { Facts } from '../pack/fact.js';
import type { BehaviourId, Flag, FlagId, Pack, ScriptId, UrgentFlag } from '../pack/pack.js';
import { oncePerName } from '../pack/once-per.js';
import type { Trace } from '../pack/trace.js';
import { canBeKnown, evaluate, holds } from './condition.js';

const levels = ['emergency', 'crisis', 'stop-topic', 'pause'] as const;

export const isUrgent = (flag: Flag): flag is UrgentFlag => flag.level === 'emergency' || flag.level === 'crisis';

/** The flags that have a say in this behaviour, the gravest first, then in pack order. */
export const flagsFor = oncePerName((pack: Pack, behaviour: BehaviourId): readonly (readonly [FlagId, Flag])[] =>
  levels.flatMap((level) =>
    Object.entries(pack.flags).filter(
      ([, flag]) => flag.level === level && (isUrgent(flag) || flag.behaviours.includes(behaviour)),
    ),
  ),
);

/** Of those, the ones that a script can raise: by a tick, or by a condition that can be known in it. */
const flagsIn = oncePerName((pack: Pack, script: ScriptId) =>
  flagsFor(pack, pack.scripts[script]?.behaviour ?? '').flatMap(([id, { when, observable }]) =>
    observable || (when && canBeKnown(when, script)) ? [{ id, when, isTick: observable && !observable.states }] : [],
  ),
);

/**
 * The flags that stand now, with why. A flag stands while its condition is known true, or while the worker's tick is on;
 * a tick that `states` a fact raises nothing by itself: the condition that reads the fact does.
 *
 * @param because collects the trace of every condition that was looked at
 */
export function flagsStanding(
  pack: Pack,
  script: ScriptId,
  facts: Facts,
  ticks: readonly FlagId[],
  because?: Trace[],
): readonly (readonly [FlagId, Trace | 'observed'])[] {
  const standing: (readonly [FlagId, Trace | 'observed'])[] = [];
  for (const { id, when, isTick } of flagsIn(pack, script)) {
    if (isTick && ticks.includes(id)) standing.push([id, 'observed']);
    else if (when && holds(when, facts, because)) standing.push([id, evaluate(when, facts)]);
  }
  return standing;
}
