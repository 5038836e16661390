import type { Position, SessionState } from './state.js';

/** A state in the making: only the event that makes it writes on it. */
export type Draft = { -readonly [Name in keyof SessionState]: SessionState[Name] };

/**
 * A copy to write on, one for each event. Field by field and not spread: V8 gives every spread of a spread a hidden class
 * of its own, and reading a state then gets slower with each event.
 */
export function draftOf(state: SessionState): Draft {
  return {
    script: state.script,
    reader: state.reader,
    occasion: state.occasion,
    today: state.today,
    hidden: state.hidden,
    position: state.position,
    trail: state.trail,
    context: state.context,
    ticks: state.ticks,
    answers: state.answers,
    given: state.given,
    facts: state.facts,
    flags: state.flags,
    noticed: state.noticed,
    signposts: state.signposts,
    lookUps: state.lookUps,
    chosen: state.chosen,
    passed: state.passed,
  };
}

/** A state that has moved, with all else as it was. */
export function movedTo(state: SessionState, position: Position, hidden = state.hidden): SessionState {
  const draft = draftOf(state);
  draft.position = position;
  draft.hidden = hidden;
  return draft;
}
