import { EveryContactError } from '../error.js';
import type { Pack } from '../pack/pack.js';
import type { Trace } from '../pack/trace.js';
import type { SessionEvent } from '../session/event.js';
import { begin, follow, lookUp } from '../session/follow.js';
import { isOffered } from '../session/offered.js';
import type { Move, SessionState } from '../session/state.js';
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
  if (next.lookUps === (state?.lookUps ?? 0)) return { state: next, effects: [], because };
  const effects = next.signposts
    .filter(({ lookUp: number, services }) => number > (state?.lookUps ?? 0) && services === 'looking')
    .map((signpost) => lookUp(pack, next, signpost, event.at));
  return { state: next, effects, because };
}

function moved(pack: Pack, state: SessionState | undefined, event: SessionEvent, because: Trace[]): SessionState {
  if (!state && event.type === 'started') return begin(pack, event, because);
  const isNews = event.type === 'shown' || event.type === 'services-found' || event.type === 'services-failed';
  if (state && (isNews || (event.type !== 'started' && isOffered(pack, state, event))))
    return follow(pack, state, event, because);
  const expected = state ? `a choice of the current view (${view(pack, state).kind})` : 'the event "started" first';
  const message = `Expected ${expected}, found ${JSON.stringify(event)}. Send back an intent that the view gave.`;
  throw new EveryContactError('intent-not-offered', event.type, message);
}
