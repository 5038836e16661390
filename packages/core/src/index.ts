// Running a contact
export { createSession } from './contact/session.js';
export { resumeSession } from './contact/resume.js';
export type { RunOptions, Session, SessionOptions, Talk } from './contact/talk.js';
export { advance } from './contact/advance.js';
export { replay } from './contact/replay.js';
export type { SessionEvent, Started } from './session/event.js';
export type { At, Intent } from './session/intent.js';
export type { Chosen, Effect, Move, Position, Raised, SessionState, Signpost } from './session/state.js';
export { view } from './view/view.js';
export { nothingFits } from './view/groups.js';
export { directionOf } from './view/direction.js';
export { helpCard, speaker, type Speaker } from './view/speaker.js';
export type {
  Choice,
  Common,
  Group,
  HelpCard,
  Line,
  Progress,
  Result,
  Shown,
  ShownExcluded,
  ShownLine,
  ShownMatch,
  View,
} from './session/shown.js';

// The practice as data
export type * from './pack/pack.js';
export { settings } from './pack/reader.js';
export type * from './pack/reader.js';
export type * from './pack/fact.js';
export type { Condition } from './pack/condition.js';
export type { Trace, Truth } from './pack/trace.js';
export type { InterfaceText } from './pack/interface-texts.js';
export { isDay } from './pack/calendar.js';
export { civilDay, withheld } from './pack/standing.js';
export { fitsDomain } from './pack/domain.js';
export { evaluate, factsRead } from './rules/condition.js';
export { signpost, type RuleResult } from './rules/signpost.js';
export { findText } from './pack/text.js';
export { explain } from './rules/explain.js';
export { knownFacts } from './rules/facts.js';
export { dayInWords } from './view/day-in-words.js';
export { reasonLine } from './view/reason-words.js';

// Services
export type {
  Directory,
  DirectoryAnswer,
  DirectoryQuery,
  Excluded,
  Match,
  Reason,
  ReasonCode,
} from './directory/directory.js';
export type { Area, Closure, Location, Opening, Opens, Service, Stated } from './directory/service.js';

// What comes of it
export type { ContactRecord } from './record/record.js';
export { EveryContactError } from './error.js';
export { randomId, type Signal } from './platform.js';
