import type { ContextName, FactName } from '../pack/fact.js';
import type { Flag, FlagId, Pack, ScriptId, StepId } from '../pack/pack.js';
import { flagsFor } from '../rules/flag.js';
import { itemsOf } from '../rules/score.js';
import { scriptOf } from '../session/place.js';
import type { Position, SessionState } from '../session/state.js';
import { type Ahead, lookAhead } from './ahead.js';
import { leftOf } from './left.js';
import type { Node } from './undecided.js';

/**
 * Names a state by all that can make a difference from there on: where it is, the flags that can still act, and what is
 * left of each condition that a step still ahead reads. Two states of one name cannot differ later.
 */
export function keysOf(pack: Pack, id: ScriptId): (node: Node) => string {
  const script = scriptOf(pack, id);
  const flags = flagsFor(pack, script.behaviour);
  const ahead = lookAhead(pack, id);
  const leftAt = leftOf(pack);
  const nameOf = new Map(
    Object.entries(script.steps).flatMap(([name, step]) =>
      step.kind === 'instrument'
        ? itemsOf(pack, step.instrument).map((item) => [`${name}/${item.id}`, item.name] as const)
        : [],
    ),
  );

  /** Items that were answered, implied or skipped: they are not asked again. */
  const passedBy = ({ trail, facts }: SessionState, items: readonly FactName[]): ReadonlySet<FactName> =>
    new Set([
      ...trail.flatMap(({ step, item }) => (item === undefined ? [] : (nameOf.get(`${step}/${item}`) ?? []))),
      ...items.filter((name) => facts[name] !== undefined),
    ]);

  /** A pause that leads back to where it was changes nothing once it was read. */
  const isInert = (flag: Flag) => flag.level === 'pause' && flag.goTo?.[id] === undefined;

  return (node) => {
    const { state } = node;
    const step = stepOf(state.position);
    if (step === undefined) return place(state.position);
    const { conditions, open, items, about, advises }: Ahead = ahead(step, state.noticed);
    const passed = passedBy(state, items);
    const ticks = flags.flatMap(([flag, { observable }]) =>
      observable?.states && !state.ticks.includes(flag) ? observable.states : [],
    );
    const canChange = (name: FactName) => (open.has(name) && !passed.has(name)) || ticks.includes(name as ContextName);
    const left = leftAt(node, canChange);

    const flagKey = ([name, flag]: readonly [FlagId, Flag]): string => {
      const noticed = state.noticed.includes(name) ? 'noticed' : flag.when ? left(flag.when, 'F') : '';
      return `${isInert(flag) ? '' : noticed}/${guard(name, flag)}`;
    };
    const guard = (name: FlagId, { forbids = [], when, observable }: Flag): string => {
      if (!forbids.some((tag) => about.has(tag))) return '';
      if (state.ticks.includes(name) && !observable?.states) return 'T';
      return when ? left(when, 'T') : 'F';
    };
    return [
      place(state.position),
      ...conditions.map((condition) => left(condition, 'F')),
      ...flags.map(flagKey),
      items.map((name) => (passed.has(name) ? 'p' : 'o')).join(''),
      advises && state.chosen.length ? 'chosen' : '',
    ].join(';');
  };
}

/** The step a position is at, or goes on to; nothing once it is closed. */
function stepOf(position: Position): StepId | undefined {
  if (position.in === 'script') return position.step;
  if (position.in === 'closed') return undefined;
  return stepOf(position.in === 'notice' ? position.then : position.back);
}

/** A position without its history. */
export function place(position: Position): string {
  switch (position.in) {
    case 'script':
      return `${position.step}/${position.item ?? ''}`;
    case 'notice':
      return `notice ${position.flag} > ${place(position.then)}`;
    case 'urgent':
      return `urgent ${position.flag ?? ''} > ${place(position.back)}`;
    case 'closed':
      return `closed ${position.step ?? ''} ${position.outcome}`;
  }
}
