import type { ContextName, FactName } from '../pack/fact.js';
import type { About, Flag, FlagId, Pack, ScriptId, StepId } from '../pack/pack.js';
import { flagsFor } from '../rules/flag.js';
import { itemsOf } from '../rules/score.js';
import { scriptOf } from '../session/place.js';
import type { Position, SessionState } from '../session/state.js';
import { aboutAt } from './about.js';
import { type Ahead, lookAhead } from './ahead.js';
import { flagsAsked } from './conditions.js';
import { type Left, leftOf } from './left.js';
import type { Node } from './undecided.js';

/**
 * Names a state by all that can make a difference from there on: where it is, the flags that can still act, and what is
 * left of each condition that a step still ahead reads. Two states of one name cannot differ later.
 */
export function keysOf(pack: Pack, id: ScriptId): (node: Node) => string {
  const script = scriptOf(pack, id);
  const flags = flagsFor(pack, script.behaviour);
  const ahead = lookAhead(pack, id);
  const asked = flagsAsked(pack, id);
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

  const aboutOf = new Map(Object.entries(script.steps).map(([name, step]) => [name, new Set(aboutAt(pack, step))]));

  /** What is left of a flag that forbids something of what may be said; nothing where it forbids none of it. */
  const guardOf =
    ({ ticks }: SessionState, about: ReadonlySet<About>, left: Left) =>
    ([name, { forbids = [], when, observable }]: readonly [FlagId, Flag]): string => {
      if (!forbids.some((tag) => about.has(tag))) return '';
      if (ticks.includes(name) && !observable?.states) return 'T';
      return when ? left(when, 'T') : 'F';
    };

  /** A talk that is closed leads nowhere: what was said last may be forbidden, and what was answered last be ignored. */
  function closed(node: Node): string {
    const { position, noticed } = node.state;
    const about = aboutOf.get(closeOf(position) ?? '') ?? new Set();
    const left = leftAt(node, () => false);
    return [
      place(position),
      ...flags.map(guardOf(node.state, about, left)),
      ...asked.map(([flag, when]) => (noticed.includes(flag) ? 'noticed' : left(when, 'F'))),
    ].join(';');
  }

  /** A pause that leads back to where it was changes nothing once it was read. */
  const isInert = (flag: Flag) => flag.level === 'pause' && flag.goTo?.[id] === undefined;

  return (node) => {
    const { state } = node;
    const step = stepOf(state.position);
    if (step === undefined) return closed(node);
    const { conditions, open, items, about, advises }: Ahead = ahead(step, state.noticed);
    const passed = passedBy(state, items);
    const ticks = flags.flatMap(([flag, { observable }]) =>
      observable?.states && !state.ticks.includes(flag) ? observable.states : [],
    );
    const canChange = (name: FactName) => (open.has(name) && !passed.has(name)) || ticks.includes(name as ContextName);
    const left = leftAt(node, canChange);
    const guard = guardOf(state, about, left);

    const flagKey = ([name, flag]: readonly [FlagId, Flag]): string => {
      const noticed = state.noticed.includes(name) ? 'noticed' : flag.when ? left(flag.when, 'F') : '';
      return `${isInert(flag) ? '' : noticed}/${guard([name, flag])}`;
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

/** The close step that a talk which leads nowhere else is at, or comes to once a notice is read. */
function closeOf(position: Position): StepId | undefined {
  if (position.in === 'script') return undefined;
  if (position.in === 'closed') return position.step;
  return closeOf(position.in === 'notice' ? position.then : position.back);
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
