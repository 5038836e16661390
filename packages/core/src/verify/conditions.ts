import type { Condition } from '../pack/condition.js';
import { conditionsIn } from '../pack/conditions-in.js';
import type { FactName, Value } from '../pack/fact.js';
import type { FlagId, Pack, ScriptId } from '../pack/pack.js';
import { factsRead } from '../rules/condition.js';
import { inputsOf } from '../rules/measure.js';
import { itemsOf } from '../rules/score.js';

/** One fact against constants. */
export type Comparison = Extract<Condition, { fact: FactName }>;

/** What each fact is compared with anywhere in a pack. */
export function constantsIn(pack: Pack): ReadonlyMap<FactName, readonly Value[]> {
  const constants = new Map<FactName, Set<Value>>();
  const collect = (condition: Condition): void => {
    const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
    if (parts) parts.forEach(collect);
    else if ('not' in condition) collect(condition.not);
    else if ('fact' in condition) {
      const known = constants.get(condition.fact) ?? new Set();
      for (const value of constantsOf(condition)) known.add(value);
      constants.set(condition.fact, known);
    }
  };
  conditionsIn(pack).forEach(collect);
  return new Map([...constants].map(([name, values]) => [name, [...values]]));
}

function constantsOf(condition: Comparison): readonly Value[] {
  if ('is' in condition) return [condition.is].flat();
  return 'atLeast' in condition ? [condition.atLeast] : [condition.below];
}

/** What a condition rests on in the end: a score on its items, a measure on its numbers. */
export function rootsOf(pack: Pack, condition: Condition): readonly FactName[] {
  return [...new Set(factsRead(condition).flatMap((name) => rootsOfFact(pack, name)))];
}

export function rootsOfFact(pack: Pack, name: FactName): readonly FactName[] {
  if (name.startsWith('score.')) return itemsOf(pack, name.slice('score.'.length)).map((item) => item.name);
  const measure = pack.measures.find(({ of }) => name === `measure.${of}`);
  return measure ? inputsOf(measure) : [name];
}

/** The flags that read what a script asks, with their conditions, whether or not they act in it. */
export function flagsAsked(pack: Pack, id: ScriptId): readonly (readonly [FlagId, Condition])[] {
  const asks = asksFor(pack, id);
  return Object.entries(pack.flags).flatMap(([flag, { when }]) =>
    when && rootsOf(pack, when).some(asks) ? [[flag, when] as const] : [],
  );
}

/** Whether a script asks for a fact itself, or by an instrument. */
function asksFor(pack: Pack, id: ScriptId): (name: FactName) => boolean {
  const steps = Object.entries(pack.scripts[id]?.steps ?? {});
  const asked = new Set<FactName>(
    steps.flatMap(([name, step]) =>
      step.kind === 'instrument'
        ? itemsOf(pack, step.instrument).map((item) => item.name)
        : [`answer.${id}.${name}` as const],
    ),
  );
  return (name) => asked.has(name);
}

/** A condition without what can never be known in a script, because another one asks for it; nothing where that is all. */
export function knownIn(pack: Pack, id: ScriptId, condition: Condition): Condition | undefined {
  const asks = asksFor(pack, id);
  const known = (part: Condition): Condition | undefined => {
    if ('any' in part) {
      const any = part.any.flatMap((one) => known(one) ?? []);
      return any.length > 1 ? { any } : any[0];
    }
    if ('all' in part) {
      const all = part.all.flatMap((one) => known(one) ?? []);
      return all.length === part.all.length ? { all } : undefined;
    }
    return rootsOf(pack, part).some((name) => name.startsWith('context.') || asks(name)) ? part : undefined;
  };
  return known(condition);
}
