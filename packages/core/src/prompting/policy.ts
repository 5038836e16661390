import type { Condition } from '../pack/condition.js';
import type { BehaviourId, Named, ScriptId, Source, SourceId } from '../pack/pack.js';
import type { Happened } from './history.js';

interface AnyRule {
  readonly id: string;
  /** One of the policy's sources, or a proposal that nobody has approved yet. */
  readonly source: SourceId | 'proposal';
  /** Which prompts the rule limits: these behaviours, those for adults only, those that are sensitive. All, by default. */
  readonly behaviours?: readonly BehaviourId[];
  readonly adultsOnly?: true;
  readonly sensitive?: true;
}
interface Counting {
  /** `behaviour` counts prompts of the same behaviour, `any` all prompts to this person. */
  readonly of: 'behaviour' | 'any';
}
/** At most so many prompts in a contact, or in so many days. */
export interface CapRule extends AnyRule, Counting {
  readonly atMost: number;
  readonly per: 'contact' | { readonly days: number };
}
/** Quiet for so many days after one of these happened; with `times`, after it happened that often and nothing else between. */
export interface CoolDownRule extends AnyRule, Counting {
  readonly after: readonly Happened[];
  readonly times?: number;
  readonly quietDays: number | 'always';
}
/**
 * Not while the condition is true. Where it names age or pregnancy and is unknown: not either, before it is confirmed,
 * but where `unless` is known true. The topic is closed too, unless it `limits` the prompt alone.
 */
export interface NeverRule extends AnyRule {
  readonly never: Condition;
  readonly unless?: Condition;
  readonly limits?: 'topic' | 'prompt';
}
/** Every limit is a row of data. */
export type PolicyRule = CapRule | CoolDownRule | NeverRule;

/** When to prompt at all, as an organisation decides it. */
export interface Policy {
  readonly schema: 'everycontact/policy@1';
  readonly rules: readonly PolicyRule[];
  readonly sources?: Named<Source>;
  /** `false` switches every prompt off. */
  readonly enabled?: boolean;
  /** Behaviours and scripts that are switched off, by id. */
  readonly off?: readonly string[];
  /** What to raise first; scripts that are not named follow in the order of the pack. */
  readonly order?: readonly ScriptId[];
  /** No snooze lasts longer than this. */
  readonly longestSnoozeDays: number;
  /** Drafts may be shown, under a banner. */
  readonly preview?: boolean;
}

/** Where there is no policy: nothing stands against any prompt. */
export const noLimits: Policy = { schema: 'everycontact/policy@1', rules: [], longestSnoozeDays: 365 };
