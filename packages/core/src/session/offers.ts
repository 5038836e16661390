import type { Value } from '../pack/fact.js';
import type { AnswerSpec, EndedAs, FlagId, How, Pack } from '../pack/pack.js';
import { flagsFor, isUrgent } from '../rules/flag.js';
import type { Intent } from './event.js';
import { itemAt, samePlace, scriptOf, stepAt } from './place.js';
import type { Position, SessionState, Signpost } from './state.js';

/** What can be done now. The view gives these and no others; `advance` accepts these and no others. */

export const isSettled = (position: Position): boolean => position.in === 'closed' && position.settled === true;

/** The ticks on offer: all of this behaviour while it runs, the urgent ones and those already on at a notice or the end. */
export function observables(pack: Pack, state: SessionState): readonly FlagId[] {
  const { position } = state;
  if (state.hidden || position.in === 'urgent' || isSettled(position)) return [];
  return flagsFor(pack, scriptOf(pack, state.script).behaviour)
    .filter(([, flag]) => flag.observable && (isUrgent(flag) || position.in === 'script'))
    .map(([id]) => id);
}

/** The ways to end that are one key away here. */
export function endings(state: SessionState): readonly EndedAs[] {
  const { position } = state;
  if (position.in === 'closed') return [];
  if (position.in === 'urgent') return ['stopped', 'not-private'];
  if (state.hidden) return ['stopped', 'not-private'];
  return ['declined', 'not-now', 'already-supported', 'not-appropriate', 'not-private', 'stopped'];
}

/** The step back: always free, never validates. Nothing where there is nothing behind, or while hidden. */
export function backFrom(state: SessionState): Intent | undefined {
  const { position } = state;
  if (position.in === 'urgent') return { type: 'help-not-needed' };
  if (state.hidden || isSettled(position)) return undefined;
  if (position.in === 'notice') return state.flags[position.flag]?.undo;
  if (position.in === 'closed' && position.back) return { type: 'reopened' };
  const last = state.trail.at(-1);
  return last && { type: 'revised', ...last };
}

/** The signposts that are on the screen at this position. */
export function signpostsHere(pack: Pack, state: SessionState): readonly Signpost[] {
  const { position, trail } = state;
  const here = state.signposts.filter(({ at }) => at === trail.length);
  if (position.in === 'notice') return here.filter(({ rule }) => rule.startsWith(`flag:${position.flag}:`));
  const shows = position.in === 'script' && stepAt(pack, state, position.step)?.kind === 'signpost';
  return shows ? here.filter(({ rule }) => !rule.startsWith('flag:')) : [];
}

/** How a service may be handed over: referring only where the host says the worker may; a reader for themselves marks nothing. */
export function hows(state: SessionState): readonly How[] {
  if (state.reader.audience === 'person') return ['told'];
  return state.occasion.mayRefer ? ['told', 'sent', 'referred'] : ['told', 'sent'];
}

/** Whether a value lies on what an answer allows: one of the options, or a number on the grid. */
export function fits(spec: AnswerSpec, value: Value): boolean {
  if (spec.type === 'choice') return spec.options.some((option) => option.value === value);
  const { min, max, by } = spec.type === 'ruler' ? { min: 0, max: 10, by: 1 } : spec;
  if (typeof value !== 'number' || value < min || value > max) return false;
  const steps = (value - min) / by;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}

/** Whether this intent is one of those on offer. */
export function isOffered(pack: Pack, state: SessionState, intent: Intent): boolean {
  const { position, hidden } = state;
  const inScript = position.in === 'script' && !hidden;
  switch (intent.type) {
    case 'answered':
    case 'skipped':
    case 'continued': {
      if (!inScript || !samePlace(position, intent)) return false;
      const step = stepAt(pack, state, position.step);
      const item = itemAt(pack, state, position);
      const spec: AnswerSpec | undefined = item ? { type: 'choice', options: item.options } : step?.kind === 'ask' ? step.answer : undefined;
      if (intent.type === 'answered') return spec !== undefined && fits(spec, intent.value);
      return (intent.type === 'skipped') === (spec !== undefined);
    }
    case 'revised': {
      const back = backFrom(state);
      return back?.type === 'revised' && samePlace(back, intent);
    }
    case 'observed':
      return observables(pack, state).includes(intent.flag)
        ? state.ticks.includes(intent.flag) !== intent.seen
        : sameUndo(backFrom(state), intent);
    case 'reader-changed': {
      const { locale, audience, variant } = intent.reader;
      return (
        pack.locales.includes(locale) &&
        pack.audiences.includes(audience) &&
        (variant === undefined || pack.variants.includes(variant))
      );
    }
    case 'hidden':
      return hidden !== intent.hidden;
    case 'help-opened':
      return position.in !== 'urgent' || hidden;
    case 'help-under-way':
    case 'help-not-needed':
      return position.in === 'urgent' && !hidden;
    case 'notice-read':
      return !hidden && position.in === 'notice' && position.flag === intent.flag;
    case 'service-chosen':
      return hows(state).includes(intent.how) && isListed(pack, state, intent, true);
    case 'service-passed':
      return isListed(pack, state, intent, false);
    case 'ended':
      return endings(state).includes(intent.as);
    case 'reopened':
      return backFrom(state)?.type === 'reopened';
    case 'settled':
      return position.in === 'closed' && !position.settled;
    case 'topic-chosen':
      return false;
  }
}

function sameUndo(back: Intent | undefined, intent: Intent & { type: 'observed' }): boolean {
  return back?.type === 'observed' && back.flag === intent.flag && back.seen === intent.seen;
}

function isListed(pack: Pack, state: SessionState, { need, service }: { need: string; service: string }, national: boolean): boolean {
  if (state.hidden) return false;
  if (!signpostsHere(pack, state).some((signpost) => signpost.need === need)) return false;
  if (national && pack.needs[need]?.national.some((line) => line.id === service)) return true;
  return signpostsHere(pack, state).some(
    ({ services, need: of }) =>
      of === need && typeof services === 'object' && services.matches.some((match) => match.service === service),
  );
}
