import type { Match } from '../directory/directory.js';
import type { Value } from '../pack/fact.js';
import type {
  BehaviourId,
  FlagId,
  How,
  Method,
  NeedId,
  Outcome,
  PackRef,
  ScriptId,
  Source,
  StepId,
} from '../pack/pack.js';
import type { Audience, Instant, Locale, Setting } from '../pack/reader.js';
import type { At } from '../session/intent.js';
import type { Result } from '../session/shown.js';

/** What one contact came to, in words as they were shown. To the host, on the page; it holds no name or note. */
export interface ContactRecord {
  readonly schema: 'everycontact/record@1';
  readonly contactId: string;
  /** The idempotency key everywhere. */
  readonly recordId: string;
  readonly pack: PackRef;
  readonly place: string;
  readonly locale: Locale;
  readonly audience: Audience;
  readonly setting: Setting;
  readonly interpreterLanguage?: Locale;
  readonly script: ScriptId;
  readonly behaviour: BehaviourId;
  readonly method: Method;
  /** Label it, and consider hiding it from online access. */
  readonly sensitive: boolean;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly outcome?: Outcome;
  readonly permission: 'given' | 'declined' | 'not-asked';
  readonly reached: { readonly asked: boolean; readonly advised: boolean; readonly offered: boolean };
  readonly answers: readonly ({
    readonly value: Value | 'skipped';
    readonly question: string;
    readonly answer: string;
    readonly setAside?: true;
  } & At)[];
  readonly results: readonly Result[];
  readonly advice: readonly { readonly step: StepId; readonly text: string; readonly source: Source }[];
  readonly signposts: readonly {
    readonly need: NeedId;
    readonly because: string;
    readonly services: readonly Match[];
    readonly chosen: readonly { readonly service: string; readonly name: string; readonly how: How }[];
  }[];
  /** None that is confidential, none that was withdrawn. */
  readonly notices: readonly { readonly flag: FlagId; readonly text: string }[];
}
