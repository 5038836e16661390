import type { Facts } from '../pack/fact.js';
import type { BehaviourId, Flag, FlagId, Pack, UrgentFlag } from '../pack/pack.js';
import { oncePer } from '../pack/once-per.js';
import type { Trace } from '../pack/trace.js';
import { evaluate } from './condition.js';

const levels = ['emergency', 'crisis', 'stop-topic', 'pause'] as const;

export const isUrgent = (flag: Flag): flag is UrgentFlag => flag.level === 'emergency' || flag.level === 'crisis';

/** The flags that have a say in this behaviour, the gravest first, then in pack order. */
export function flagsFor(pack: Pack, behaviour: BehaviourId): readonly (readonly [FlagId, Flag])[] {
  const sorted = sortedFlags(pack);
  const known = sorted.get(behaviour);
  if (known) return known;
  const flags = levels.flatMap((level) =>
    Object.entries(pack.flags).filter(
      ([, flag]) => flag.level === level && (isUrgent(flag) || flag.behaviours.includes(behaviour)),
    ),
  );
  sorted.set(behaviour, flags);
  return flags;
}

const sortedFlags = oncePer((_: Pack) => new Map<BehaviourId, readonly (readonly [FlagId, Flag])[]>());

/**
 * The flags that stand now, with why. A flag stands while its condition is known true, or while the worker's tick is on;
 * a tick that `states` a fact raises nothing by itself: the condition that reads the fact does.
 *
 * @param because collects every condition that was looked at
 */
export function flagsStanding(
  pack: Pack,
  behaviour: BehaviourId,
  facts: Facts,
  ticks: readonly FlagId[],
  because: Trace[],
): readonly (readonly [FlagId, Trace | 'observed'])[] {
  const standing: (readonly [FlagId, Trace | 'observed'])[] = [];
  for (const [id, flag] of flagsFor(pack, behaviour)) {
    if (ticks.includes(id) && !flag.observable?.states) standing.push([id, 'observed']);
    else if (flag.when) {
      const trace = evaluate(flag.when, facts);
      because.push(trace);
      if (trace.truth === true) standing.push([id, trace]);
    }
  }
  return standing;
}
