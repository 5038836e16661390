import type { Condition } from '../pack/condition.js';
import type { FactName } from '../pack/fact.js';
import type { About, FlagId, Pack, ScriptId, StepId } from '../pack/pack.js';
import { branchesOf, targets } from '../pack/script-graph.js';
import { flagsFor, isUrgent } from '../rules/flag.js';
import { itemsOf } from '../rules/score.js';
import { scriptOf } from '../session/place.js';
import { aboutAt } from './about.js';
import { flagsAsked } from './conditions.js';

/** What can still happen from a step on. */
export interface Ahead {
  /** Branches on the way, what decides on services, and flags that read what is asked here. */
  readonly conditions: readonly Condition[];
  /** Answers that can still be given. */
  readonly open: ReadonlySet<FactName>;
  /** Items of the instruments that are still asked. */
  readonly items: readonly FactName[];
  readonly about: ReadonlySet<About>;
  /** Whether a close can still take the name of what was done with a service. */
  readonly advises: boolean;
}

/** Looks ahead in one script. A flag that was noticed leads nowhere any more. */
export function lookAhead(pack: Pack, id: ScriptId): (step: StepId, noticed: readonly FlagId[]) => Ahead {
  const script = scriptOf(pack, id);
  const asked = flagsAsked(pack, id).map(([, when]) => when);
  const leading = flagsFor(pack, script.behaviour).flatMap(([name, flag]) => {
    const to = isUrgent(flag) ? undefined : flag.goTo?.[id];
    return to === undefined ? [] : [[name, to] as const];
  });
  const seen = new Map<string, Ahead>();

  function reachable(from: readonly StepId[]): readonly StepId[] {
    const steps = new Set<StepId>();
    const visit = (step: StepId): void => {
      if (steps.has(step)) return;
      steps.add(step);
      const found = script.steps[step];
      if (found && found.kind !== 'close') targets(found.next).forEach(visit);
    };
    from.forEach(visit);
    return [...steps];
  }

  function look(from: readonly StepId[]): Ahead {
    const names = reachable(from);
    const steps = names.flatMap((name) => script.steps[name] ?? []);
    const items = steps.flatMap((step) =>
      step.kind === 'instrument' ? itemsOf(pack, step.instrument).map(({ name }) => name) : [],
    );
    const branches = steps.flatMap(branchesOf).map((branch) => branch.if);
    const signposts = steps.some(({ kind }) => kind === 'signpost');
    return {
      conditions: [...branches, ...asked, ...(signposts ? pack.signposting.map(({ when }) => when) : [])],
      open: new Set<FactName>([...names.map((name) => `answer.${id}.${name}` as const), ...items]),
      items,
      about: new Set(steps.flatMap((step) => aboutAt(pack, step))),
      advises: steps.some((step) => step.kind === 'close' && step.outcome === 'advised'),
    };
  }

  return (step, noticed) => {
    const waiting = leading.filter(([flag]) => !noticed.includes(flag)).map(([, to]) => to);
    const from = [step, ...waiting, ...Object.values(script.endings)];
    const key = from.join(' ');
    const known = seen.get(key);
    if (known) return known;
    const made = look(from);
    seen.set(key, made);
    return made;
  };
}
