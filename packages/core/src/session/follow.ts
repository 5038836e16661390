import type { DirectoryAnswer } from '../directory/directory.js';
import type { ContextFacts, ContextName, Value } from '../pack/fact.js';
import type { EndedAs, FlagId, NeedId, Pack } from '../pack/pack.js';
import type { Instant } from '../pack/reader.js';
import type { Trace } from '../pack/trace.js';
import { flagsStanding } from '../rules/flag.js';
import { type Draft, draftOf, movedTo } from './draft.js';
import type { SessionEvent, Started } from './event.js';
import type { At, Intent } from './intent.js';
import { arrive, informed, land } from './land.js';
import { backTo, isSettled } from './offers.js';
import { after, answerName, enter, samePlace, scriptOf } from './place.js';
import type { Effect, Position, SessionState, Signpost } from './state.js';

/** What an event that was on offer does to a state. `advance` asks first whether it was. */
export function follow(pack: Pack, state: SessionState, event: SessionEvent, because?: Trace[]): SessionState {
  if (event.type === 'services-found') return found(state, event.lookUp, event.answer);
  if (event.type === 'services-failed') return found(state, event.lookUp, 'unavailable');
  return event.type === 'shown' || event.type === 'started' ? state : obey(pack, state, event, because);
}

/** What to ask a directory: context facts only, never an answer. */
export function lookUp(pack: Pack, { reader, occasion, facts }: SessionState, signpost: Signpost, at: Instant): Effect {
  const told: Partial<Record<string, Value>> = {};
  for (const name in facts) {
    const found = facts[name as ContextName];
    if (name.startsWith('context.')) told[name] = found as Value;
  }
  const query = {
    need: signpost.need,
    facts: told as ContextFacts,
    reader,
    occasion,
    at,
    timeZone: pack.place.timeZone,
  };
  return { type: 'find-services', lookUp: signpost.lookUp, query };
}

/** The state a contact starts in; a flag that reads what the host told acts at once. */
export function begin(pack: Pack, event: Omit<Started, 'contactId' | 'recordId'>, because?: Trace[]): SessionState {
  const { start } = scriptOf(pack, event.script);
  const { script, reader, occasion, context, today } = event;
  const blank: Draft = {
    script,
    reader,
    occasion,
    today,
    hidden: false,
    position: { in: 'script', step: start },
    trail: [],
    context,
    ticks: [],
    answers: {},
    given: {},
    facts: {},
    flags: {},
    noticed: [],
    signposts: [],
    lookUps: 0,
    chosen: [],
    passed: [],
  };
  const state = informed(pack, blank);
  // Whoever is of the family and interprets hears everything.
  if (event.sensitive && occasion.interpreter === 'family') return movedTo(state, ending(pack, state, 'not-private'));
  return land(pack, state, enter(pack, state, start, because), because);
}

/** Why it was not private is known nowhere afterwards. */
function ending(pack: Pack, state: SessionState, as: EndedAs): Position & { in: 'closed' } {
  const step = scriptOf(pack, state.script).endings[as];
  return { in: 'closed', outcome: as === 'not-private' ? 'not-now' : as, ...(step && { step }) };
}

function obey(pack: Pack, state: SessionState, intent: Intent, because?: Trace[]): SessionState {
  const { position } = state;
  switch (intent.type) {
    case 'answered': {
      const name = answerName(pack, state, intent);
      const answer = { [name]: intent.value };
      const next = draftOf(state);
      next.answers = Object.assign({}, state.answers, answer);
      next.given = Object.assign({}, state.given, answer);
      return goOn(pack, informed(pack, next), intent, because);
    }
    case 'skipped':
    case 'continued':
      return goOn(pack, draftOf(state), intent, because);
    case 'revised':
      return revise(pack, state, intent);
    case 'observed':
      return intent.seen ? tick(pack, state, intent.flag, because) : untick(pack, state, intent.flag, because);
    case 'reader-changed':
      return Object.assign(draftOf(state), { reader: intent.reader });
    case 'hidden':
      return movedTo(state, position, intent.hidden);
    case 'help-opened':
      return position.in === 'urgent'
        ? movedTo(state, { ...position, hidden: true }, false)
        : movedTo(state, { in: 'urgent', help: pack.helpAtHand, back: position, hidden: state.hidden }, false);
    case 'help-under-way':
      if (position.in !== 'urgent') return state;
      if (isSettled(position.back)) return movedTo(state, position.back);
      return movedTo(state, { in: 'closed', outcome: 'urgent-help-shown', back: position });
    case 'help-not-needed':
      return position.in === 'urgent' ? stepBack(pack, state, position, because) : state;
    case 'notice-read': {
      if (position.in !== 'notice') return state;
      const read = draftOf(state);
      read.noticed = [...state.noticed, intent.flag];
      const { then } = position;
      // A service told on the notice counts in the ending it leads to.
      return arrive(pack, read, then.in === 'closed' && then.step ? enter(pack, read, then.step, because) : then);
    }
    case 'service-chosen':
    case 'service-passed': {
      const { need, service } = intent;
      const isOther = (one: { need: NeedId; service: string }) => one.need !== need || one.service !== service;
      const marked = draftOf(state);
      const chosen = state.chosen.filter(isOther);
      const how = intent.type === 'service-chosen' && intent.how;
      if (!how) marked.passed = [...state.passed.filter(isOther), { need, service }];
      const again = state.chosen.some((one) => !isOther(one) && one.how === how);
      marked.chosen = again || !how ? chosen : [...chosen, { need, service, how }];
      return marked;
    }
    case 'ended':
      return movedTo(state, Object.assign(ending(pack, state, intent.as), { back: position }));
    case 'reopened':
      return position.in === 'closed' && position.back ? movedTo(state, position.back) : state;
    case 'settled':
      return position.in === 'closed' ? movedTo(state, Object.assign({}, position, { settled: true as const })) : state;
    case 'topic-chosen':
      return state;
  }
}

/** On from a place: it joins the trail, and flags are checked before the next step shows. */
function goOn(pack: Pack, state: Draft, { step, item }: At, because?: Trace[]): SessionState {
  const at: At = item === undefined ? { step } : { step, item };
  state.trail = [...state.trail, at];
  return land(pack, state, after(pack, state, at, because), because, backTo(at));
}

/** Back to a place: its answer, all later ones, and every flag and mark that came of them are forgotten. */
function revise(pack: Pack, state: SessionState, { step, item }: At): SessionState {
  const at: At = item === undefined ? { step } : { step, item };
  const length = state.trail.findIndex((place) => samePlace(place, at));
  return arrive(pack, cut(pack, state, length), { in: 'script', ...at });
}

/** The trail cut to a length, with all that hung on the rest. */
function cut(pack: Pack, state: SessionState, length: number): Draft {
  const dropped = new Set<string>(state.trail.slice(length).map((at) => answerName(pack, state, at)));
  const answers = Object.fromEntries(Object.entries(state.answers).filter(([name]) => !dropped.has(name)));
  const signposts = state.signposts.filter(({ at }) => at <= length);
  const needs = new Set<NeedId>(signposts.map(({ need }) => need));
  const flags = Object.fromEntries(Object.entries(state.flags).filter(([, { at }]) => at <= length));
  const kept = Object.assign(draftOf(state), {
    trail: state.trail.slice(0, length),
    answers,
    signposts,
    flags,
    noticed: state.noticed.filter((id) => id in flags),
    chosen: state.chosen.filter(({ need }) => needs.has(need)),
    passed: state.passed.filter(({ need }) => needs.has(need)),
  });
  return informed(pack, kept);
}

function tick(pack: Pack, state: SessionState, flag: FlagId, because?: Trace[]): SessionState {
  const ticked = informed(pack, Object.assign(draftOf(state), { ticks: [...state.ticks, flag] }));
  return land(pack, ticked, resting(state.position), because, { type: 'observed', flag, seen: false });
}

/** The tick comes off; where a flag had been raised by it, the talk goes back to where it was raised. */
function untick(pack: Pack, state: SessionState, flag: FlagId, because?: Trace[]): SessionState {
  const ticks = state.ticks.filter((id) => id !== flag);
  const before = informed(pack, Object.assign(draftOf(state), { ticks }));
  const standing = flagsStanding(pack, state.script, before.facts, ticks, because).map(([id]) => id);
  const gone = Object.entries(state.flags).filter(([id]) => !standing.includes(id));
  const [first] = gone.map(([, raised]) => raised).sort((a, b) => a.at - b.at);
  return first ? land(pack, cut(pack, before, first.at), first.from, because) : before;
}

/** Back from urgent help: what raised it, answer or tick, is undone with it. */
function stepBack(
  pack: Pack,
  state: SessionState,
  position: Position & { in: 'urgent' },
  because?: Trace[],
): SessionState {
  const undo = position.flag === undefined ? undefined : state.flags[position.flag]?.undo;
  if (undo?.type === 'observed') return untick(pack, state, undo.flag, because);
  if (undo?.type === 'revised') {
    const revised = revise(pack, state, undo);
    const given = Object.entries(revised.given).filter(([name]) => name !== answerName(pack, state, undo));
    return Object.assign(draftOf(revised), { given: Object.fromEntries(given) });
  }
  return movedTo(state, position.back, position.hidden ?? false);
}

/** Where a tick finds the talk: behind a notice lies the position it leads to. */
function resting(position: Position): Position {
  return position.in === 'notice' ? resting(position.then) : position;
}

/** A look-up's answer; one that is no longer waited for is ignored. */
function found(state: SessionState, number: number, services: DirectoryAnswer | 'unavailable'): SessionState {
  const isWaited = ({ lookUp, services: known }: Signpost) => lookUp === number && known === 'looking';
  const signposts = state.signposts.map((one) => (isWaited(one) ? { ...one, services } : one));
  return Object.assign(draftOf(state), { signposts });
}
