import type { Condition } from '../pack/condition.js';
import type { FlagId, Pack, ScriptId, StepId } from '../pack/pack.js';
import { evaluate } from '../rules/condition.js';
import type { Position, SessionState } from '../session/state.js';
import { rootsOf } from './conditions.js';
import type { Note } from './report.js';
import type { Walk } from './walk.js';

/** The steps that led to a state, and the one it is at. */
export function pathTo({ trail, position }: SessionState): readonly StepId[] {
  const here = position.in === 'script' || position.in === 'closed' ? position.step : undefined;
  const steps = [...trail.map(({ step }) => step), ...(here === undefined ? [] : [here])];
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** Steps nothing leads to, branches never taken, and places from where nothing leads on. */
export function stepFindings(pack: Pack, walk: Walk, note: Note): void {
  const script = pack.scripts[walk.script];
  if (!script) return;
  const where = `scripts.${walk.script}.steps`;
  const positions = [...walk.nodes, ...walk.asides].flatMap(({ state }) => positionsIn(state.position));
  const seen = new Set(positions.flatMap((position) => ('step' in position ? (position.step ?? []) : [])));
  for (const [name, step] of Object.entries(script.steps)) {
    if (!seen.has(name))
      note(
        'step-unreachable',
        `${where}.${name}`,
        'expected a path that leads here, found none: lead one here, or take the step out',
      );
    else if (step.kind !== 'close' && typeof step.next === 'object')
      for (const [index, branch] of step.next.when.entries())
        if (!walk.held.has(branch.if) && seen.has(name))
          note(
            'branch-never-taken',
            `${where}.${name}.next.when.${index}`,
            `expected some answer that leads to "${branch.to}", found none: correct the condition, or take the branch out`,
          );
  }
  for (const [index, { state }] of walk.nodes.entries()) {
    const { position } = state;
    if (position.in !== 'closed' && !walk.edges[index]?.length)
      note(
        'dead-end',
        `${where}.${'step' in position ? (position.step ?? '') : ''}`,
        'expected a way on, found none: lead to a step of this script',
        {
          path: pathTo(state),
        },
      );
  }
}

function positionsIn(position: Position): readonly Position[] {
  if (position.in === 'notice') return [position, ...positionsIn(position.then)];
  if (position.in === 'urgent') return [position, ...positionsIn(position.back)];
  return position.in === 'closed' && position.back ? [position, ...positionsIn(position.back)] : [position];
}

/** Every flag that stands is seen: it was read, its notice or help is on the screen, or a graver one is. */
export function flagFindings(pack: Pack, walk: Walk, note: Note): void {
  const own = Object.entries(pack.flags).filter(
    ([, flag]) => flag.when && rootsOf(pack, flag.when).some((name) => belongsTo(pack, walk.script, name)),
  );
  for (const { state } of walk.nodes) {
    const acting = positionsIn(state.position).flatMap((position) => ('flag' in position ? (position.flag ?? []) : []));
    const grave = acting.some((id) => pack.flags[id]?.level !== 'pause');
    for (const [id, flag] of own) {
      if (!flag.when || state.noticed.includes(id) || acting.includes(id) || grave) continue;
      if (state.position.in === 'closed' && state.noticed.some((one) => pack.flags[one]?.level === 'stop-topic'))
        continue;
      if (evaluate(flag.when, state.facts).truth === true)
        note(
          'red-flag-ignored',
          `flags.${id}`,
          `expected this flag to act in script "${walk.script}", which asks what it reads, found nothing: add the behaviour to it`,
          { path: pathTo(state) },
        );
    }
  }
}

function belongsTo(pack: Pack, id: ScriptId, name: string): boolean {
  if (name.startsWith(`answer.${id}.`)) return true;
  const steps = Object.values(pack.scripts[id]?.steps ?? {});
  return steps.some((step) => step.kind === 'instrument' && name.startsWith(`item.${step.instrument}.`));
}

/** Flags nothing raises and rules that never hold, in any script. */
export function neverFindings(pack: Pack, walks: readonly Walk[], note: Note): void {
  const raised = new Set<FlagId>(walks.flatMap((walk) => [...walk.raised]));
  const held = (condition: Condition) => walks.some((walk) => walk.held.has(condition));
  for (const [id, { when, observable }] of Object.entries(pack.flags)) {
    const ticked = observable && !observable.states && raised.has(id);
    if ((when && !held(when)) || (!when && !ticked))
      note(
        'red-flag-unreachable',
        `flags.${id}`,
        'expected some answer, tick or context that raises it, found none: correct its condition, or ask what it reads',
      );
  }
  for (const rule of pack.signposting)
    if (!walks.some((walk) => signpostNodes(pack, walk).some((node) => walk.canHold(node, rule.when))))
      note(
        'rule-never-fires',
        `signposting.${rule.id}`,
        'expected some path on which it holds where services are shown, found none: correct its condition, or take it out',
      );
}

const signpostNodes = (pack: Pack, walk: Walk) =>
  walk.nodes.filter(
    ({ state: { position } }) =>
      position.in === 'script' && pack.scripts[walk.script]?.steps[position.step]?.kind === 'signpost',
  );
