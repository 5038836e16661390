import type { AnswerName, Facts } from '../pack/fact.js';
import { oncePer } from '../pack/once-per.js';
import type { Named, Next, Outcome, Pack, Script, ScriptId, Step, StepId } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import { EveryContactError } from '../error.js';
import { holds } from '../rules/condition.js';
import { itemsOf, type OwnedItem } from '../rules/score.js';
import type { At } from './intent.js';
import type { Position, SessionState } from './state.js';

/** The script a session runs. */
export function scriptOf(pack: Pack, id: string): Script {
  const script = scripts(pack).get(id);
  if (script) return script;
  const known = Object.keys(pack.scripts).join('", "');
  throw new EveryContactError(
    'script-unknown',
    `scripts.${id}`,
    `Pack "${pack.id}@${pack.version}" has no script "${id}"; it has "${known}". Check the behaviour and the method.`,
  );
}

const scripts = oncePer((pack: Pack) => new Map(Object.entries(pack.scripts)));

export const stepAt = (pack: Pack, state: SessionState, step: StepId): Step | undefined =>
  scriptOf(pack, state.script).steps[step];

/** The name under which the answer at a place is known. */
export function answerName(pack: Pack, state: SessionState, at: At): AnswerName {
  return (
    itemAt(pack, state, at)?.name ?? answerNames(pack)[state.script]?.[at.step] ?? `answer.${state.script}.${at.step}`
  );
}

/** By script and step, put together once. */
const answerNames = oncePer((pack: Pack): Named<Named<AnswerName>> => {
  const namesIn = ([script, { steps }]: readonly [ScriptId, Script]) =>
    [
      script,
      Object.fromEntries(Object.keys(steps).map((step) => [step, `answer.${script}.${step}` as const])),
    ] as const;
  return Object.fromEntries(Object.entries(pack.scripts).map(namesIn));
});

export function itemAt(pack: Pack, state: SessionState, at: At): OwnedItem | undefined {
  const step = stepAt(pack, state, at.step);
  return step?.kind === 'instrument' ? itemsOf(pack, step.instrument).find((item) => item.id === at.item) : undefined;
}

export const samePlace = (a: At, b: At): boolean => a.step === b.step && a.item === b.item;

/**
 * The position on entering a step: a close step closes, an instrument opens at its first item that is neither known
 * nor passed, and goes on where none is left.
 */
export function enter(pack: Pack, state: SessionState, step: StepId, because?: Trace[]): Position {
  const found = stepAt(pack, state, step);
  if (found?.kind === 'close') return { in: 'closed', outcome: outcomeOf(found.outcome, state), step };
  if (found?.kind !== 'instrument') return { in: 'script', step };
  const open = itemsOf(pack, found.instrument).find(
    (item) => state.facts[item.name] === undefined && !wasSkipped(pack, state, item),
  );
  return open
    ? { in: 'script', step, item: open.id }
    : enter(pack, state, follow(found.next, state.facts, because), because);
}

/** Where the script goes after a place on the trail, whatever flags say. */
export function after(pack: Pack, state: SessionState, at: At, because?: Trace[]): Position {
  const step = stepAt(pack, state, at.step);
  if (at.item !== undefined) return enter(pack, state, at.step, because);
  return step && step.kind !== 'close'
    ? enter(pack, state, follow(step.next, state.facts, because), because)
    : state.position;
}

/** The first branch that is known true, or - always - otherwise. */
function follow(next: Next, facts: Facts, because?: Trace[]): StepId {
  if (typeof next === 'string') return next;
  for (const branch of next.when) if (holds(branch.if, facts, because)) return branch.to;
  return next.otherwise;
}

/** `told`, `sent` or `referred` takes the place of a close's `advised` where a service was chosen; the strongest wins. */
function outcomeOf(outcome: Outcome, state: SessionState): Outcome {
  if (outcome !== 'advised') return outcome;
  return (
    (['referred', 'sent', 'told'] as const).find((how) => state.chosen.some((chosen) => chosen.how === how)) ?? outcome
  );
}

const wasSkipped = (pack: Pack, state: SessionState, item: OwnedItem) =>
  state.trail.some((at) => itemAt(pack, state, at)?.name === item.name);
