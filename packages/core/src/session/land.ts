import type { FlagId, Pack } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import { knownFacts } from '../rules/facts.js';
import { flagsStanding, isUrgent } from '../rules/flag.js';
import { needsNow } from '../rules/signpost.js';
import type { Draft } from './draft.js';
import type { Intent } from './intent.js';
import { enter, scriptOf } from './place.js';
import type { Position, Raised, SessionState, Signpost } from './state.js';

/** Everything that can be known from what was told, ticked and answered. */
export function informed(pack: Pack, draft: Draft): Draft {
  draft.facts = knownFacts(pack, draft.context, draft.ticks, draft.answers);
  return draft;
}

/**
 * Arrive somewhere: flags are checked pack-wide first, and act at once, each at its own level. An urgent one
 * pre-empts everything; a stopped topic ends with its notice; a pause shows its notice and goes on, to its own step
 * where it names one.
 *
 * @param to where the script leads
 * @param undo what takes this arrival back: the answer or the tick that led here
 */
export function land(pack: Pack, state: Draft, to: Position, because?: Trace[], undo?: Intent): Draft {
  const standing = flagsStanding(pack, state.script, state.facts, state.ticks, because);
  // Mostly nothing stands, and nothing stood.
  if (!standing.length && !state.noticed.length && isEmpty(state.flags)) return arrive(pack, state, to);
  const raised = standing.map(([id, why]): [FlagId, Raised] => [
    id,
    state.flags[id] ?? { because: why, at: state.trail.length, from: to, ...(undo && { undo }) },
  ]);
  const flags = Object.fromEntries(raised);
  const noticed = state.noticed.filter((id) => id in flags);
  const fresh = standing.map(([id]) => id).filter((id) => !noticed.includes(id));
  state.flags = flags;
  state.noticed = noticed;
  return arrive(pack, state, preempted(pack, state, fresh, to, because));
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}

/** Take up a position: its look-ups are noted as signposts that are being looked for. */
export function arrive(pack: Pack, state: Draft, position: Position): Draft {
  const at = state.trail.length;
  const rules = wanted(pack, state, position);
  state.position = position;
  if (!rules.length) return state;
  const here = rules.map(
    (one): Signpost =>
      state.signposts.find((known) => known.at === at && known.rule === one.rule) ??
      Object.assign({}, one, { at, lookUp: ++state.lookUps, services: 'looking' as const }),
  );
  state.signposts = [...state.signposts.filter((signpost) => signpost.at < at), ...here];
  return state;
}

function preempted(
  pack: Pack,
  state: SessionState,
  fresh: readonly FlagId[],
  to: Position,
  because?: Trace[],
): Position {
  const [first, ...rest] = fresh;
  const flag = first === undefined ? undefined : pack.flags[first];
  if (first === undefined || !flag) return to;
  if (isUrgent(flag)) return { in: 'urgent', help: flag.help, flag: first, back: to };
  const step = flag.goTo?.[state.script];
  if (flag.level === 'stop-topic') {
    const end: Position = step ? enter(pack, state, step, because) : { in: 'closed', outcome: 'not-appropriate' };
    return { in: 'notice', flag: first, then: end };
  }
  const target = step ? enter(pack, state, step, because) : to;
  return { in: 'notice', flag: first, then: preempted(pack, state, rest, target, because) };
}

function wanted(
  pack: Pack,
  state: SessionState,
  position: Position,
): readonly Pick<Signpost, 'rule' | 'need' | 'trace'>[] {
  if (position.in === 'notice') {
    const flag = pack.flags[position.flag];
    const needs = flag && !isUrgent(flag) ? (flag.needs ?? []) : [];
    return needs.map((need) => ({ rule: `flag:${position.flag}:${need}`, need }));
  }
  const { behaviour, steps } = scriptOf(pack, state.script);
  if (position.in !== 'script' || steps[position.step]?.kind !== 'signpost') return [];
  const rules = needsNow(pack, state.script, state.facts);
  const { need } = pack.behaviours[behaviour] ?? {};
  return rules.length || need === undefined ? rules : [{ rule: `behaviour:${behaviour}`, need }];
}
