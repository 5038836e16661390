import type { Excluded, Match } from '../directory/directory.js';
import type { MeasureName, ScoreName } from '../pack/fact.js';
import type { FlagId, HelpLine, NeedId, Outcome, Source } from '../pack/pack.js';
import type { Day, Instant, Locale } from '../pack/reader.js';
import type { At, Intent } from './intent.js';

/** `on`: ticked, or the answer given before. */
export interface Choice {
  readonly label: string;
  readonly intent: Intent;
  readonly on?: boolean;
}
/** A sentence ready to draw, with its own language (for `lang` and direction) and what must be said about its standing. */
export interface Line {
  readonly text: string;
  readonly lang: Locale;
  readonly note?: 'draft' | 'past-review';
  readonly checkedOn?: Day;
}
export interface Progress {
  readonly at: number;
  readonly of: number;
}
/** On every view, always in the same order. `observe` are the ticks of what only the worker can see. */
export interface Common {
  readonly help: Choice;
  readonly stop: Choice;
  readonly back?: Choice;
  /** Absent where permission is asked for: the no of that view is it. */
  readonly decline?: Choice;
  readonly notNow?: Choice;
  readonly alreadySupported?: Choice;
  readonly notAppropriate?: Choice;
  readonly notPrivate: Choice;
  readonly hide: Choice;
  readonly observe: readonly Choice[];
  readonly progress?: Progress;
}
/** A helpline in words: `phone` is shown, `tel` is for the link. */
export interface ShownLine extends Omit<HelpLine, 'name' | 'hours'> {
  readonly name: Line;
  readonly hours?: Line;
}
export interface HelpCard {
  readonly heading: Line;
  readonly worker: Line;
  readonly lines: readonly ShownLine[];
}
/** A sum or measure once it is certain; while it is an interval no result is shown. */
export interface Result {
  readonly of: ScoreName | MeasureName;
  /** How it was worked out: an instrument's algorithm, or the measure's own name. Never compare results of two. */
  readonly algorithm: string;
  readonly value: number;
  readonly band: Line;
  readonly source: Source;
}
/** A match in words: `why` says why this one, as `reasons` do, the most telling first; `passed` after "not that one". */
export interface ShownMatch extends Match {
  readonly why: readonly Line[];
  readonly hoursInWords?: string;
  readonly distanceInWords?: string;
  readonly checkedInWords: Line;
  readonly passed?: true;
  readonly choices: readonly Choice[];
  readonly pass: Choice;
}
export interface ShownExcluded extends Excluded {
  readonly why: Line;
}
export interface Group {
  readonly need: NeedId;
  readonly name: Line;
  /** The rule's own reason. */
  readonly why: Line;
  /** The trace as a sentence: "you answered “Yes” to “Do you smoke at all?”". */
  readonly because: string;
  /** What to say next, after "not that one". */
  readonly another?: Line;
  readonly national: readonly (ShownLine & { readonly choices: readonly Choice[] })[];
  readonly services:
    | 'looking'
    | 'unavailable'
    | {
        readonly matches: readonly ShownMatch[];
        readonly excluded: readonly ShownExcluded[];
        readonly asOf: Instant;
        readonly relax?: Line;
        readonly credits?: readonly string[];
      };
}
/** What is on the screen: `say` aloud, `prompt` for the worker; the first that is there is the heading. */
export type Shown = { readonly say?: Line; readonly prompt?: Line } & (
  | { readonly kind: 'agenda'; readonly topics: readonly Choice[]; readonly next: Choice }
  | ({ readonly kind: 'permission'; readonly yes: Choice; readonly no: Choice } & At)
  | ({
      readonly kind: 'question';
      readonly choices: readonly Choice[];
      readonly skip: Choice;
      readonly attribution?: Line;
    } & At)
  | ({
      readonly kind: 'number';
      readonly unit: Line;
      /** What may be entered, as a sentence. */
      readonly range: string;
      readonly min: number;
      readonly max: number;
      readonly by: number;
      readonly value?: number;
      readonly skip: Choice;
    } & At)
  | ({
      readonly kind: 'ruler';
      readonly low: Line;
      readonly high: Line;
      readonly choices: readonly Choice[];
      readonly skip: Choice;
    } & At)
  | ({
      readonly kind: 'statement';
      readonly source: Source;
      readonly results: readonly Result[];
      readonly next: Choice;
    } & At)
  | ({ readonly kind: 'signposts'; readonly groups: readonly Group[]; readonly next: Choice } & At)
  | {
      readonly kind: 'notice';
      readonly flag?: FlagId;
      readonly confidential?: true;
      readonly groups: readonly Group[];
      readonly next?: Choice;
    }
  /** `next`: help is under way. */
  | { readonly kind: 'urgent'; readonly card: HelpCard; readonly next: Choice }
  /** `next`: done, no more undo. `notices`: the flags that still stand, for the record. `settled`: nothing can be undone. */
  | {
      readonly kind: 'closed';
      readonly outcome: Outcome;
      readonly next?: Choice;
      readonly notices: readonly FlagId[];
      readonly settled?: true;
    }
);
/** The screen as plain JSON: drawn by Lit, React or a terminal, compared in a test, sent from a server. */
export type View = Shown & { readonly common: Common; readonly hidden?: true; readonly preview?: true };
