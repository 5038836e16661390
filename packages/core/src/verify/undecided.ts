import type { Condition } from '../pack/condition.js';
import type { ContextFacts, ContextName, Facts, Value } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import { evaluate } from '../rules/condition.js';
import { knownFacts } from '../rules/facts.js';
import type { SessionState } from '../session/state.js';
import { rootsOf } from './conditions.js';
import type { Grid } from './grid.js';

/** A state, and the context facts of it that are decided to be not stated. What is neither there nor told is open. */
export interface Node {
  readonly state: SessionState;
  readonly unstated: readonly ContextName[];
}

/** What the host may or may not have said: open until a condition depends on it. */
export interface Undecided {
  /** An open fact on which the truth of one of these conditions depends. */
  first(node: Node, because: readonly Trace[]): ContextName | undefined;
  /** The node for each value that a condition can tell apart, and for "not stated". */
  decide(node: Node, name: ContextName): readonly Node[];
  /** Whether a condition is known true in some way of deciding what is open. */
  canHold(node: Node, condition: Condition): boolean;
}

export function undecidedOf(pack: Pack, grid: Grid): Undecided {
  const read = new Map<Condition, readonly ContextName[]>();
  const values = new Map<ContextName, readonly (Value | undefined)[]>();

  function contextRead(condition: Condition): readonly ContextName[] {
    const known = read.get(condition);
    if (known) return known;
    const names = rootsOf(pack, condition).filter((name): name is ContextName => name in pack.context);
    read.set(condition, names);
    return names;
  }

  function valuesOf(name: ContextName): readonly (Value | undefined)[] {
    const known = values.get(name);
    const domain = pack.context[name];
    if (known || !domain) return known ?? [undefined];
    const found = [...grid.classes(name, domain), undefined];
    values.set(name, found);
    return found;
  }

  const openIn = ({ state, unstated }: Node, condition: Condition) =>
    contextRead(condition).filter((name) => state.facts[name] === undefined && !unstated.includes(name));

  /** Only a measure is made of other facts that may be told. */
  const factsWith = ({ facts, context, ticks, answers }: SessionState, told: ContextFacts): Facts =>
    pack.measures.length ? knownFacts(pack, { ...context, ...told }, ticks, answers) : { ...facts, ...told };

  function canHold(node: Node, condition: Condition): boolean {
    const { state } = node;
    const hold = (told: ContextFacts, [name, ...rest]: readonly ContextName[]): boolean => {
      if (name !== undefined)
        return valuesOf(name).some((value) => hold(value === undefined ? told : { ...told, [name]: value }, rest));
      return evaluate(condition, factsWith(state, told)).truth === true;
    };
    return hold({}, openIn(node, condition));
  }

  return {
    canHold,
    first(node, because) {
      for (const { condition, truth } of because) {
        if (truth !== 'unknown') continue;
        const [name] = openIn(node, condition);
        if (name !== undefined && canHold(node, condition)) return name;
      }
      return undefined;
    },
    decide: ({ state, unstated }, name) =>
      valuesOf(name).map((value) => {
        if (value === undefined) return { state, unstated: [...unstated, name] };
        const context = { ...state.context, [name]: value };
        return { state: { ...state, context, facts: knownFacts(pack, context, state.ticks, state.answers) }, unstated };
      }),
  };
}
