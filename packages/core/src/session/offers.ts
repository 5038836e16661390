import { oncePerName } from '../pack/once-per.js';
import type { BehaviourId, EndedAs, FlagId, HelpLine, How, NeedId, Pack } from '../pack/pack.js';
import { flagsFor, isUrgent } from '../rules/flag.js';
import type { At, Intent } from './intent.js';
import { scriptOf, stepAt } from './place.js';
import type { Position, SessionState, Signpost } from './state.js';

export const isSettled = (position: Position): boolean => position.in === 'closed' && position.settled === true;

/** The ticks on offer: all of this behaviour while it runs, the urgent ones and those already on at a notice or the end. */
export function observables(pack: Pack, state: SessionState): readonly FlagId[] {
  const { position } = state;
  if (state.hidden || position.in === 'urgent' || isSettled(position)) return none;
  const { all, urgent } = observed(pack, scriptOf(pack, state.script).behaviour);
  return position.in === 'script' ? all : urgent;
}

const none: readonly FlagId[] = [];

const observed = oncePerName((pack: Pack, behaviour: BehaviourId) => {
  const flags = flagsFor(pack, behaviour).filter(([, flag]) => flag.observable);
  const ids = (some: typeof flags): readonly FlagId[] => some.map(([id]) => id);
  return { all: ids(flags), urgent: ids(flags.filter(([, flag]) => isUrgent(flag))) };
});

/** The ways to end that are one key away here. */
export function endings({ position, hidden }: SessionState): readonly EndedAs[] {
  return position.in === 'urgent' || position.in === 'closed' || hidden ? alwaysEnds : allEnds;
}

const alwaysEnds: readonly EndedAs[] = ['not-private', 'stopped'];
const allEnds: readonly EndedAs[] = [...alwaysEnds, 'declined', 'not-now', 'already-supported', 'not-appropriate'];

/** The step back: always free, never validates. Nothing where there is nothing behind, or while hidden. */
export function backFrom(state: SessionState): Intent | undefined {
  const { position } = state;
  if (position.in === 'urgent') return { type: 'help-not-needed' };
  if (state.hidden || isSettled(position)) return undefined;
  if (position.in === 'notice') return state.flags[position.flag]?.undo;
  if (position.in === 'closed' && position.back) return { type: 'reopened' };
  const last = state.trail.at(-1);
  return last && backTo(last);
}

/** Back to a place on the trail. */
export function backTo({ step, item }: At): Intent {
  return item === undefined ? { type: 'revised', step } : { type: 'revised', step, item };
}

/** The signposts that are on the screen at this position. */
export function signpostsHere(pack: Pack, state: SessionState): readonly Signpost[] {
  const { position, trail } = state;
  const here = state.signposts.filter(({ at }) => at === trail.length);
  if (position.in === 'notice') return here.filter(({ rule }) => rule.startsWith(`flag:${position.flag}:`));
  const shows = position.in === 'script' && stepAt(pack, state, position.step)?.kind === 'signpost';
  return shows ? here.filter(({ rule }) => !rule.startsWith('flag:')) : [];
}

/**
 * The national lines of each need on the screen. A line that stands under an earlier need is not said again, unless its own
 * need would be left with none.
 */
export function nationalHere(pack: Pack, state: SessionState): ReadonlyMap<NeedId, readonly HelpLine[]> {
  const said = new Set<string>();
  const here = new Map<NeedId, readonly HelpLine[]>();
  for (const { need } of signpostsHere(pack, state)) {
    const all = pack.needs[need]?.national ?? [];
    const rest = all.filter(({ id }) => !said.has(id));
    here.set(need, rest.length ? rest : all);
    for (const { id } of all) said.add(id);
  }
  return here;
}

/** How a service may be handed over: referring only where the host says the worker may; a reader for themselves marks nothing. */
export function hows(state: SessionState): readonly How[] {
  return state.reader.audience === 'person' ? told : state.occasion.mayRefer === true ? everyHow : withoutReferral;
}

const told: readonly How[] = ['told'];
const withoutReferral: readonly How[] = [...told, 'sent'];
const everyHow: readonly How[] = [...withoutReferral, 'referred'];
