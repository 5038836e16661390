import type { DirectoryAnswer, DirectoryQuery } from '../directory/directory.js';
import type { ContextFacts, Facts } from '../pack/fact.js';
import type { FlagId, HelpId, How, NeedId, Outcome, ScriptId, StepId } from '../pack/pack.js';
import type { Day, Occasion, Reader } from '../pack/reader.js';
import type { Trace } from '../pack/trace.js';
import type { At, Intent } from './intent.js';

export type Position =
  | ({ readonly in: 'script' } & At)
  | { readonly in: 'notice'; readonly flag: FlagId; readonly then: Position }
  | {
      readonly in: 'urgent';
      readonly help: HelpId;
      readonly flag?: FlagId;
      readonly back: Position;
      readonly hidden?: boolean;
    }
  | {
      readonly in: 'closed';
      readonly outcome: Outcome;
      readonly step?: StepId;
      readonly back?: Position;
      readonly settled?: true;
    };

/** Why a flag stands, how long the trail was when it was raised, where one was going, and what takes it back. */
export interface Raised {
  readonly because: Trace | 'observed';
  readonly at: number;
  readonly from: Position;
  readonly undo?: Intent;
}
/**
 * A need that was raised, and what the directory said. `lookUp` tells a late reply from the one that is waited for;
 * `at` is the length of the trail where it was raised; `rule` is a signposting rule, `flag:<id>:<need>` for one of a
 * notice's needs, or `behaviour:<id>` where no rule was known true. `trace` is of a rule; why a flag stands is said by the flag.
 */
export interface Signpost {
  readonly rule: string;
  readonly at: number;
  readonly need: NeedId;
  readonly trace?: Trace;
  readonly lookUp: number;
  readonly services: 'looking' | 'unavailable' | DirectoryAnswer;
}
export interface Chosen {
  readonly need: NeedId;
  readonly service: string;
  readonly how: How;
}
export interface SessionState {
  readonly script: ScriptId;
  readonly reader: Reader;
  readonly occasion: Occasion;
  readonly hidden: boolean;
  readonly position: Position;
  /** Places answered, skipped or read, oldest first. */
  readonly trail: readonly At[];
  /** The civil day at the place when the session started: standing and expiry are judged by it. */
  readonly today: Day;
  /** What the host told; ticks and answers come on top of it in `facts`. */
  readonly context: ContextFacts;
  readonly ticks: readonly FlagId[];
  /** Answers that count. */
  readonly answers: Facts;
  /** The last answer given anywhere, also where it was set aside: back never loses it from the screen. */
  readonly given: Facts;
  /** All that is known: context, ticks, answers, scores and measures. */
  readonly facts: Facts;
  readonly flags: Readonly<Record<FlagId, Raised>>;
  readonly noticed: readonly FlagId[];
  readonly signposts: readonly Signpost[];
  readonly lookUps: number;
  readonly chosen: readonly Chosen[];
  readonly passed: readonly { readonly need: NeedId; readonly service: string }[];
}
export interface Effect {
  readonly type: 'find-services';
  readonly lookUp: number;
  readonly query: DirectoryQuery;
}
/** `because` is every condition that was looked at: what makes a proof possible. */
export interface Move {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
  readonly because: readonly Trace[];
}
