import type { Value } from '../pack/fact.js';
import type { NeedId, Option, Pack } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';
import type { At, Intent } from './intent.js';
import { backFrom, endings, hows, isSettled, nationalHere, observables, signpostsHere } from './offers.js';
import { itemAt, stepAt } from './place.js';
import type { SessionState } from './state.js';

/**
 * Whether an intent is on offer: one that the view of this state holds, a number on its grid, or another reader that the
 * pack speaks to. Judged without making a view; a property holds the two together. What is not offered is not accepted.
 */
export function isOffered(pack: Pack, state: SessionState, intent: Intent): boolean {
  if (intent.type === 'reader-changed') return speaksTo(pack, intent.reader);
  const offer = offerLike(pack, state, intent);
  return offer !== undefined && isSame(offer, intent);
}

/** Whether a pack has words for a reader. */
export function speaksTo(pack: Pack, { locale, audience, variant }: Reader): boolean {
  return (
    pack.locales.includes(locale) && pack.audiences.includes(audience) && (!variant || pack.variants.includes(variant))
  );
}

/** What is on offer that comes nearest to an intent: the same of all but fields that no view gave. */
function offerLike(pack: Pack, state: SessionState, intent: Intent): Intent | undefined {
  const { position, hidden } = state;
  const here: At | undefined = position.in === 'script' && !hidden ? placeOf(position) : undefined;
  const { type } = intent;
  switch (type) {
    case 'answered': {
      const { value } = intent;
      return here && takes(pack, state, here, value) ? Object.assign({ type, value }, here) : undefined;
    }
    case 'skipped':
      return here && asks(pack, state, here) ? Object.assign({ type }, here) : undefined;
    case 'continued':
      return here && !asks(pack, state, here) ? Object.assign({ type }, here) : undefined;
    case 'ended':
      return endings(state).includes(intent.as) ? { type, as: intent.as } : undefined;
    case 'hidden':
      return { type, hidden: !hidden };
    case 'help-opened':
      return { type };
    case 'help-under-way':
      return position.in === 'urgent' && !hidden ? { type } : undefined;
    case 'notice-read':
      return position.in === 'notice' && !hidden ? { type, flag: position.flag } : undefined;
    case 'settled':
      return position.in === 'closed' && !isSettled(position) ? { type } : undefined;
    case 'observed': {
      const { flag } = intent;
      if (!observables(pack, state).includes(flag)) return backFrom(state);
      return { type, flag, seen: !state.ticks.includes(flag) };
    }
    case 'revised':
    case 'reopened':
    case 'help-not-needed':
      return backFrom(state);
    case 'service-chosen': {
      const { need, service, how } = intent;
      const offers = !hidden && hows(state).includes(how) && lists(pack, state, need, service, 'any');
      return offers ? { type, need, service, how } : undefined;
    }
    case 'service-passed': {
      const { need, service } = intent;
      return !hidden && lists(pack, state, need, service, 'local') ? { type, need, service } : undefined;
    }
    default:
      return undefined;
  }
}

const placeOf = ({ step, item }: At): At => (item === undefined ? { step } : { step, item });

function asks(pack: Pack, state: SessionState, { step }: At): boolean {
  const kind = stepAt(pack, state, step)?.kind;
  return kind === 'ask' || kind === 'instrument';
}

/** Whether a place takes an answer: one of its options, or a number on its grid. */
function takes(pack: Pack, state: SessionState, at: At, value: Value): boolean {
  const step = stepAt(pack, state, at.step);
  const has = (options: readonly Option[] = []) => options.some((option) => option.value === value);
  if (step?.kind === 'instrument') return has(itemAt(pack, state, at)?.options);
  if (step?.kind !== 'ask') return false;
  const { answer } = step;
  if (answer.type === 'choice') return has(answer.options);
  if (typeof value !== 'number') return false;
  if (answer.type === 'ruler') return Number.isInteger(value) && value >= 0 && value <= 10;
  const steps = (value - answer.min) / answer.by;
  return value >= answer.min && value <= answer.max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

/** Whether a service stands under a need that is on the screen; a national line is not passed over. */
function lists(pack: Pack, state: SessionState, need: NeedId, service: string, which: 'any' | 'local'): boolean {
  const isLocal = signpostsHere(pack, state).some(
    ({ need: here, services }) =>
      here === need && typeof services === 'object' && services.matches.some((match) => match.service === service),
  );
  if (isLocal || which === 'local') return isLocal;
  return (
    nationalHere(pack, state)
      .get(need)
      ?.some(({ id }) => id === service) ?? false
  );
}

/** Field by field; an event's own instant does not count. */
function isSame(offer: Intent, found: Intent): boolean {
  const wanted = offer as Readonly<Record<string, unknown>>;
  const given = found as Readonly<Record<string, unknown>>;
  let missing = Object.keys(wanted).length;
  for (const name in given) {
    if (name === 'at') continue;
    if (given[name] !== wanted[name]) return false;
    missing--;
  }
  return missing === 0;
}
