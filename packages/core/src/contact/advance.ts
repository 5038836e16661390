import { EveryContactError } from '../error.js';
import type { Pack } from '../pack/pack.js';
import type { Instant } from '../pack/reader.js';
import type { Trace } from '../pack/trace.js';
import type { SessionEvent } from '../session/event.js';
import { begin, follow, lookUp } from '../session/follow.js';
import { isOffered } from '../session/offered.js';
import type { Effect, Move, SessionState } from '../session/state.js';
import { view } from '../view/view.js';

/**
 * The whole engine: a state and an event give a state, what to look up, and every condition that was looked at.
 * No clock, network or randomness.
 *
 * @param state nothing before `started`
 * @throws EveryContactError `intent-not-offered` for an event the view of this state did not offer; the state is untouched
 */
export function advance(pack: Pack, state: SessionState | undefined, event: SessionEvent): Move {
  const because: Trace[] = [];
  const next = moved(pack, state, event, because);
  return { state: next, effects: effectsOf(pack, state, next, event.at), because };
}

/** What to look up: every service that was not being looked for before. */
export function effectsOf(
  pack: Pack,
  before: SessionState | undefined,
  state: SessionState,
  at: Instant,
): readonly Effect[] {
  const known = before?.lookUps ?? 0;
  if (state.lookUps === known) return [];
  return state.signposts
    .filter(({ lookUp: number, services }) => number > known && services === 'looking')
    .map((signpost) => lookUp(pack, state, signpost, at));
}

/** The state that an event leads to, without the reasons: see `advance`. @param because collects them */
export function moved(
  pack: Pack,
  state: SessionState | undefined,
  event: SessionEvent,
  because?: Trace[],
): SessionState {
  if (!state && event.type === 'started') return begin(pack, event, because);
  const isNews = event.type === 'shown' || event.type === 'services-found' || event.type === 'services-failed';
  if (state && (isNews || (event.type !== 'started' && isOffered(pack, state, event))))
    return follow(pack, state, event, because);
  const expected = state ? `a choice of the current view (${view(pack, state).kind})` : 'the event "started" first';
  const message = `Expected ${expected}, found ${JSON.stringify(event)}. Send back an intent that the view gave.`;
  throw new EveryContactError('intent-not-offered', event.type, message);
}
