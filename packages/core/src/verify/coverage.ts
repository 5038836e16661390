import type { Condition } from '../pack/condition.js';
import type { FlagId, Pack, StepId } from '../pack/pack.js';
import { branchesOf } from '../pack/script-graph.js';
import { evaluate } from '../rules/condition.js';
import type { Position, SessionState } from '../session/state.js';
import { flagsAsked } from './conditions.js';
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
    else
      for (const [index, branch] of branchesOf(step).entries())
        if (!walk.held.has(branch.if))
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

/**
 * Every flag that stands is seen: it was read, its notice or help is on the screen, or a graver one is.
 *
 * @returns the flags that were not
 */
export function flagFindings(pack: Pack, walk: Walk, note: Note): readonly FlagId[] {
  const ignored = new Set<FlagId>();
  const asked = flagsAsked(pack, walk.script);
  for (const { state } of walk.nodes) {
    const acting = positionsIn(state.position).flatMap((position) => ('flag' in position ? (position.flag ?? []) : []));
    const isGraver = (id: FlagId) => pack.flags[id]?.level !== 'pause';
    const hasEnded = state.position.in === 'closed' && state.noticed.some(isGraver);
    if (hasEnded || acting.some(isGraver)) continue;
    for (const [id, when] of asked) {
      if (state.noticed.includes(id) || acting.includes(id) || evaluate(when, state.facts).truth !== true) continue;
      ignored.add(id);
      note(
        'red-flag-ignored',
        `flags.${id}`,
        `expected this flag to act in script "${walk.script}", which asks what it reads, found nothing: add the behaviour to it`,
        { path: pathTo(state) },
      );
    }
  }
  return [...ignored];
}

/** Flags nothing raises and rules that never hold, in any script; a flag that is ignored is spoken of already. */
export function neverFindings(pack: Pack, walks: readonly Walk[], ignored: readonly FlagId[], note: Note): void {
  const raised = new Set<FlagId>(walks.flatMap((walk) => [...walk.raised]));
  const held = (condition: Condition) => walks.some((walk) => walk.held.has(condition));
  for (const [id, { when, observable }] of Object.entries(pack.flags)) {
    if (ignored.includes(id)) continue;
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
