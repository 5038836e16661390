import type { InterfaceText } from '../pack/interface-texts.js';
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
  const end = (as: EndedAs): Choice => ({ label: say.label(endLabels[as]), intent: { type: 'ended', as } });
  const back = backFrom(state);
  const progress = progressOf(pack, state);
  return {
    help: { label: say.label('ui.help'), intent: { type: 'help-opened' } },
    stop: end('stopped'),
    ...(back && {
      back: {
        label: say.label(urgent ? 'ui.help-back' : position.in === 'closed' ? 'ui.undo' : 'ui.back'),
        intent: back,
      },
    }),
    ...(endings(state).includes('declined') && {
      decline: end('declined'),
      notNow: end('not-now'),
      alreadySupported: end('already-supported'),
      notAppropriate: end('not-appropriate'),
    }),
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

const endLabels: Readonly<Record<EndedAs, InterfaceText>> = {
  declined: 'ui.decline',
  'not-now': 'ui.not-now',
  'not-private': 'ui.not-private',
  'not-appropriate': 'ui.not-appropriate',
  'already-supported': 'ui.already-supported',
  stopped: 'ui.stop',
};

/** "1 of n" within an instrument. */
function progressOf(pack: Pack, state: SessionState): Progress | undefined {
  const { position } = state;
  if (position.in !== 'script') return undefined;
  const step = stepAt(pack, state, position.step);
  const item = itemAt(pack, state, position);
  if (step?.kind !== 'instrument' || !item) return undefined;
  const items = itemsOf(pack, step.instrument);
  return { at: items.findIndex(({ name }) => name === item.name) + 1, of: items.length };
}
