import type { EndedAs, Pack } from '../pack/pack.js';
import { backFrom, endings, observables } from '../session/offers.js';
import { itemAt, stepAt } from '../session/place.js';
import { itemsOf } from '../rules/score.js';
import type { Choice, Common, Progress } from '../session/shown.js';
import type { SessionState } from '../session/state.js';
import type { Speaker } from './speaker.js';

/** The choices that stand on every view, always in the same order. */
export function commonChoices(pack: Pack, state: SessionState, say: Speaker): Common {
  const { position, hidden } = state;
  const urgent = position.in === 'urgent' && !hidden;
  const offered = endings(state);
  const end = (as: EndedAs): Choice => ({ label: say.label(`ui.${as === 'declined' ? 'decline' : as === 'stopped' ? 'stop' : as}`), intent: { type: 'ended', as } });
  const back = backFrom(state);
  const progress = progressOf(pack, state);
  return {
    help: { label: say.label('ui.help'), intent: { type: 'help-opened' } },
    stop: end('stopped'),
    ...(back && {
      back: { label: say.label(urgent ? 'ui.help-back' : position.in === 'closed' ? 'ui.undo' : 'ui.back'), intent: back },
    }),
    ...(offered.includes('declined') && { decline: end('declined') }),
    ...(offered.includes('not-now') && { notNow: end('not-now') }),
    ...(offered.includes('already-supported') && { alreadySupported: end('already-supported') }),
    ...(offered.includes('not-appropriate') && { notAppropriate: end('not-appropriate') }),
    notPrivate: end('not-private'),
    hide: { label: say.label(hidden ? 'ui.show' : 'ui.hide'), intent: { type: 'hidden', hidden: !hidden }, on: hidden },
    observe: observables(pack, state).map((flag) => {
      const on = state.ticks.includes(flag);
      const label = pack.flags[flag]?.observable?.label ?? flag;
      return { label: say.line(label).text, intent: { type: 'observed', flag, seen: !on }, on };
    }),
    ...(progress && { progress }),
  };
}

/** "1 of n" within an instrument. */
function progressOf(pack: Pack, { ...state }: SessionState): Progress | undefined {
  const { position } = state;
  if (position.in !== 'script') return undefined;
  const step = stepAt(pack, state, position.step);
  const item = itemAt(pack, state, position);
  if (step?.kind !== 'instrument' || !item) return undefined;
  const items = itemsOf(pack, step.instrument);
  return { at: items.findIndex(({ name }) => name === item.name) + 1, of: items.length };
}
