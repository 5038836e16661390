import type { InterfaceText } from '../pack/interface-texts.js';
import { oncePer } from '../pack/once-per.js';
import type { EndedAs, FlagId, Pack } from '../pack/pack.js';
import { backFrom, endings, observables } from '../session/offers.js';
import { itemAt, stepAt } from '../session/place.js';
import { itemsOf } from '../rules/score.js';
import type { Choice, Common, Progress, Shown } from '../session/shown.js';
import type { SessionState } from '../session/state.js';
import type { Speaker } from './speaker.js';

/** The choices that stand on every view, always in the same order. */
export function commonChoices(pack: Pack, state: SessionState, say: Speaker, kind: Shown['kind']): Common {
  const { position, hidden } = state;
  const { help, stop, notPrivate, hide, show, decline, ends } = fixedChoices(say);
  const common: { -readonly [Name in keyof Common]?: Common[Name] } = { help, stop };
  const back = backFrom(state);
  if (back) {
    const urgent = position.in === 'urgent' && !hidden;
    const label = urgent ? 'ui.help-back' : position.in === 'closed' ? 'ui.undo' : 'ui.back';
    common.back = { label: say.label(label), intent: back };
  }
  if (endings(state).includes('declined')) {
    // Where permission is asked for, the no beside the yes says so already.
    if (kind !== 'permission') common.decline = decline;
    Object.assign(common, ends);
  }
  common.notPrivate = notPrivate;
  common.hide = hidden ? show : hide;
  common.observe = ticks(pack, state, say);
  const progress = progressOf(pack, state);
  if (progress) common.progress = progress;
  return common as Common;
}

function ticks(pack: Pack, state: SessionState, say: Speaker): readonly Choice[] {
  const flags = observables(pack, state);
  const before = state.ticks.length ? undefined : unticked(say).get(flags);
  if (before) return before;
  const choices = flags.map((flag) => tick(pack, say, flag, state.ticks.includes(flag)));
  if (!state.ticks.length) unticked(say).set(flags, choices);
  return choices;
}

/** Something the worker sees: each tick takes back the one before. */
export function tick({ flags }: Pack, say: Speaker, flag: FlagId, on: boolean): Choice {
  return { label: say.text(flags[flag]?.observable?.label ?? flag), intent: { type: 'observed', flag, seen: !on }, on };
}

/** Mostly nothing is ticked: the same choices again. */
const unticked = oncePer((_: Speaker) => new WeakMap<readonly FlagId[], readonly Choice[]>());

/** The choices that are the same on every view of a speaker. */
export const fixedChoices = oncePer((say: Speaker) => {
  const end = (as: EndedAs): Choice => ({ label: say.label(endLabels[as]), intent: { type: 'ended', as } });
  const help: Choice = { label: say.label('ui.help'), intent: { type: 'help-opened' } };
  const hide: Choice = { label: say.label('ui.hide'), intent: { type: 'hidden', hidden: true }, on: false };
  const show: Choice = { label: say.label('ui.show'), intent: { type: 'hidden', hidden: false }, on: true };
  const ends = {
    notNow: end('not-now'),
    alreadySupported: end('already-supported'),
    notAppropriate: end('not-appropriate'),
  };
  return { help, hide, show, stop: end('stopped'), notPrivate: end('not-private'), decline: end('declined'), ends };
});

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
