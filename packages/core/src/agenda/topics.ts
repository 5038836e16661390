import type { ContextFacts, ContextName } from '../pack/fact.js';
import type { Pack, ScriptId } from '../pack/pack.js';
import { fitsDomain } from '../pack/domain.js';
import { isTold } from '../rules/condition.js';
import type { Decision } from '../prompting/decide.js';
import type { SessionState } from '../session/state.js';
import type { AgendaState } from './agenda.js';

/**
 * What can be raised now, in order: each behaviour once, by the first of its methods that may be opened. A behaviour that
 * was raised already is not there, and nothing sensitive where it is not private.
 */
export function topicsNow(pack: Pack, agenda: readonly Decision[], state: AgendaState): readonly ScriptId[] {
  const raised = new Set(state.opened.map((script) => pack.scripts[script]?.behaviour));
  return agenda.flatMap(({ script, behaviour, mayOpen }) => {
    if (!mayOpen || raised.has(behaviour)) return [];
    if (state.notPrivate && pack.behaviours[behaviour]?.sensitive) return [];
    raised.add(behaviour);
    return [script];
  });
}

/**
 * What the next session is told: what the host told, and of what earlier sessions found only the facts that the pack
 * declares `shared`, answered or ticked, from the latest that knows. What does not fit the fact's domain stays behind.
 */
export function contextNow(pack: Pack, told: ContextFacts, earlier: readonly SessionState[]): ContextFacts {
  const shared = Object.entries(pack.context).flatMap(([key, fact]) => {
    const name = key as ContextName;
    if (!fact.shared || isTold(told[name])) return [];
    const found = [...earlier]
      .reverse()
      .flatMap(({ facts, answers }) => [facts[name], ...(fact.shared ?? []).map((answer) => answers[answer])]);
    const values = found.map((value) => (fact.type === 'yes-no' ? (yesNo.get(value) ?? value) : value));
    const value = values.find((one) => one !== undefined && typeof one !== 'object' && fitsDomain(fact, one));
    return value === undefined ? [] : [[name, value]];
  });
  return { ...told, ...(Object.fromEntries(shared) as ContextFacts) };
}

/** Answers are values of options; to a fact that is yes or no these two speak. */
const yesNo = new Map<unknown, boolean>([
  ['yes', true],
  ['no', false],
]);
