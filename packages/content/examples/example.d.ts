import type { Audience, ContextFacts, FlagId, NeedId, Occasion, Outcome, ScriptId, Variant } from '@everycontact/core';

/**
 * A named walk through a script, for tests and the demo. A move is `answer:<value>`, `tick:<flag>`, `untick:<flag>`, or
 * one of skip, next, read, back, told, sent, referred, pass (each the first service of the first group), decline, not-now, not-private,
 * already-supported, not-appropriate, stop, help, help-back, help-under-way, hide, show, undo, done.
 */
export interface Example {
  readonly id: string;
  readonly name: string;
  readonly script: ScriptId;
  readonly audience: Audience;
  readonly variant?: Variant;
  readonly occasion: Occasion;
  readonly context: ContextFacts;
  readonly moves: readonly string[];
  /** `needs` in the order they are signposted; `notices` that still stand at the end; `keys` at most, counted from focus in the panel. */
  readonly expect: {
    readonly outcome: Outcome;
    readonly needs: readonly NeedId[];
    readonly notices: readonly FlagId[];
    readonly keys?: number;
  };
}
