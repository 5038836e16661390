import type { Value } from '../pack/fact.js';
import type { Option, Pack } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';
import type { At, Intent } from './event.js';
import { backFrom, endings, hows, isSettled, observables, signpostsHere } from './offers.js';
import { itemAt, stepAt } from './place.js';
import type { SessionState } from './state.js';

/**
 * Whether an intent is on offer: one that the view of this state holds, a number on its grid, or another reader that the
 * pack speaks to. Judged without making a view; a property holds the two together. What is not offered is not accepted.
 */
export function isOffered(pack: Pack, state: SessionState, intent: Intent): boolean {
  if (intent.type === 'reader-changed') return speaksTo(pack, intent.reader);
  return offersLike(pack, state, intent).some((offer) => isSame(offer, intent));
}

/** Whether a pack has words for a reader. */
export function speaksTo(pack: Pack, { locale, audience, variant }: Reader): boolean {
  return (
    pack.locales.includes(locale) && pack.audiences.includes(audience) && (!variant || pack.variants.includes(variant))
  );
}

/** What is on offer of the intent's own type. */
function offersLike(pack: Pack, state: SessionState, intent: Intent): readonly Intent[] {
  const { position, hidden } = state;
  const shows = hidden ? undefined : position.in;
  const here: At | undefined = position.in === 'script' && !hidden ? placeOf(position) : undefined;
  const { type } = intent;
  switch (type) {
    case 'answered':
      return here && takes(pack, state, here, intent.value) ? [{ type, value: intent.value, ...here }] : [];
    case 'skipped':
      return here && asks(pack, state, here) ? [{ type, ...here }] : [];
    case 'continued':
      return here && !asks(pack, state, here) ? [{ type, ...here }] : [];
    case 'ended':
      return endings(state).map((as) => ({ type, as }));
    case 'hidden':
      return [{ type, hidden: !hidden }];
    case 'help-opened':
      return [{ type }];
    case 'help-under-way':
      return shows === 'urgent' ? [{ type }] : [];
    case 'notice-read':
      return position.in === 'notice' && !hidden ? [{ type, flag: position.flag }] : [];
    case 'settled':
      return position.in === 'closed' && !isSettled(position) ? [{ type }] : [];
    case 'observed': {
      const ticks = observables(pack, state).map((flag) => ({ type, flag, seen: !state.ticks.includes(flag) }));
      return [...ticks, ...back(state)];
    }
    case 'revised':
    case 'reopened':
    case 'help-not-needed':
      return back(state);
    case 'service-chosen':
    case 'service-passed':
      return hidden ? [] : services(pack, state, type);
    default:
      return [];
  }
}

const placeOf = ({ step, item }: At): At => (item === undefined ? { step } : { step, item });

function back(state: SessionState): readonly Intent[] {
  const intent = backFrom(state);
  return intent ? [intent] : [];
}

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

function services(pack: Pack, state: SessionState, type: 'service-chosen' | 'service-passed'): readonly Intent[] {
  return signpostsHere(pack, state).flatMap(({ need, services: known }): Intent[] => {
    const local = typeof known === 'string' ? [] : known.matches.map(({ service }) => service);
    if (type === 'service-passed') return local.map((service) => ({ type, need, service }));
    const national = (pack.needs[need]?.national ?? []).map(({ id }) => id);
    return [...national, ...local].flatMap((service) => hows(state).map((how) => ({ type, need, service, how })));
  });
}

/** Field by field; an event's own instant does not count. */
export function isSame(offer: Intent, found: Intent): boolean {
  const wanted = offer as Readonly<Record<string, unknown>>;
  const given = found as Readonly<Record<string, unknown>>;
  const names = Object.keys(given).filter((name) => name !== 'at');
  return names.length === Object.keys(wanted).length && names.every((name) => given[name] === wanted[name]);
}
