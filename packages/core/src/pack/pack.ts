import type { Condition } from './condition.js';
import type { AnswerName, ContextName, FactName } from './fact.js';
import type { Audience, Day, Locale, Variant } from './reader.js';

export type StepId = string;
export type ScriptId = string;
export type TextKey = string;
export type NeedId = string;
export type FlagId = string;
export type HelpId = string;
export type SourceId = string;
export type ItemId = string;
export type InstrumentId = string;
export type BehaviourId = string;
export type Named<T> = Readonly<Record<string, T>>;

/** What every text, figure, helpline and source carries. Judged against a day given from outside, never a clock of ours. */
export interface Standing {
  readonly standing: 'verified' | 'draft';
  readonly checkedOn: Day;
  readonly reviewBy: Day;
  /** Read in a second-hand source that reports the publisher's figure: a person must still open the primary document. */
  readonly needsPrimaryCheck?: true;
  readonly approvals?: readonly Approval[];
}
export interface Approval {
  readonly role: string;
  readonly kind: 'clinical-safety' | 'native-speaker' | 'lived-experience' | 'local-owner';
  readonly on: Day;
}
export interface Source extends Standing {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence?: string;
}
export interface PlaceFact extends Standing {
  readonly value: string | number;
  readonly source: SourceId;
}
/** A jurisdiction. A `{name}` in a text is the name of one of these facts; `emergencyNumber` is always among them. */
export interface Place {
  readonly id: string;
  readonly timeZone: string;
  readonly facts: Named<PlaceFact>;
}

/** One string, or a plural by a fact of the place, in the categories of `Intl.PluralRules`. */
export type Wording =
  | string
  | {
      readonly plural: string;
      readonly other: string;
      readonly zero?: string;
      readonly one?: string;
      readonly two?: string;
      readonly few?: string;
      readonly many?: string;
    };
/** The same words for all, or one wording per audience; `worker/men` is a variant and falls back to `worker`. */
export type Words = Wording | { readonly by: Readonly<Partial<Record<Audience | `${Audience}/${Variant}`, Wording>>> };
/** What a sentence speaks about: set by the author, confirmed by the reviewer; method rules are proved over it. */
export type About =
  | 'permission'
  | 'quantity'
  | 'harm'
  | 'wish-to-change'
  | 'support'
  | 'cut-down'
  | 'do-not-stop-suddenly'
  | 'weight-loss'
  | 'calories'
  | 'activity'
  | 'safety-line';
export interface Text extends Standing {
  readonly words: Words;
  readonly about?: readonly About[];
  readonly locked?: true;
}

export type Domain =
  | { readonly type: 'yes-no' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly by: number }
  | { readonly type: 'language' };
/** What may be known beforehand. `shared`: answers of earlier sessions of the same contact that fill it in. */
export type ContextFact = Domain & { readonly label: TextKey; readonly shared?: readonly AnswerName[] };

export interface Option {
  readonly value: string;
  readonly text: TextKey;
}
export type AnswerSpec =
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  | { readonly type: 'number'; readonly unit: TextKey; readonly min: number; readonly max: number; readonly by: number }
  /** 0 to 10. */
  | { readonly type: 'ruler'; readonly low: TextKey; readonly high: TextKey };

export interface Band {
  readonly from: number;
  readonly text: TextKey;
  readonly source: SourceId;
}
/** What a sum or measure means. The first set whose `when` is true applies; the last has none: it is used when not stated. */
export interface BandSet {
  readonly when?: Condition;
  readonly bands: readonly Band[];
}
export interface ItemOption extends Option {
  readonly points: number;
  /** Answers that follow from this one, by fact name: AUDIT 1 "Never" answers 2 and 3. */
  readonly implies?: Readonly<Partial<Record<AnswerName, string>>>;
}
export interface Item {
  readonly id: ItemId;
  readonly text: TextKey;
  readonly options: readonly ItemOption[];
}
/** Validated questions, kept word for word; gives `score.<id>`. */
export interface Instrument extends Standing {
  /** AUDIT continues AUDIT-C: its items first, its points counted. */
  readonly continues?: InstrumentId;
  readonly items: readonly Item[];
  readonly bands: readonly BandSet[];
  readonly attribution: TextKey;
  readonly algorithm: string;
}
/** The few calculations that exist, by name; each gives `measure.<of>`, rounded half up in integer arithmetic. */
export type Measure = { readonly bands: readonly BandSet[]; readonly source: SourceId } & (
  | { readonly of: 'bmi'; readonly heightCm: FactName; readonly weightKg: FactName }
  | { readonly of: 'waistToHeight'; readonly waistCm: FactName; readonly heightCm: FactName }
  /** Minutes a week; vigorous minutes count double. */
  | { readonly of: 'activityMinutes'; readonly moderate: FactName; readonly vigorous: FactName }
);

/** Where to go: straight on, or the first branch whose condition is true, or - always - otherwise: the careful path. */
export type Next =
  | StepId
  | { readonly when: readonly { readonly if: Condition; readonly to: StepId }[]; readonly otherwise: StepId };
export type Method = 'vba' | 'very-brief' | 'brief' | 'mi-ruler';
export type How = 'told' | 'sent' | 'referred';
export type Outcome =
  | 'not-asked'
  | 'not-appropriate'
  | 'not-now'
  | 'declined'
  | 'already-supported'
  | 'not-relevant'
  | 'advised'
  | How
  | 'urgent-help-shown'
  | 'stopped';
/** Ways to end that are one key away. `not-private` is recorded as `not-now`, and why is recorded nowhere. */
export type EndedAs = 'declined' | 'not-now' | 'not-private' | 'not-appropriate' | 'already-supported' | 'stopped';

/** `say` is spoken aloud; `prompt` is for the worker's eyes. A step has at least one. */
export type Step = { readonly say?: TextKey; readonly prompt?: TextKey } & (
  | { readonly kind: 'permission'; readonly next: StepId }
  | { readonly kind: 'ask'; readonly answer: AnswerSpec; readonly next: Next }
  | { readonly kind: 'instrument'; readonly instrument: InstrumentId; readonly next: Next }
  | { readonly kind: 'advise'; readonly source: SourceId; readonly next: Next }
  | { readonly kind: 'signpost'; readonly next: Next }
  | { readonly kind: 'close'; readonly outcome: Outcome }
);
export interface Behaviour {
  readonly name: TextKey;
  /** Asked only when private; labelled in the record. */
  readonly sensitive?: true;
  readonly adultsOnly?: true;
  /** What a signpost step offers where no rule is known true. Nobody meets an empty page. */
  readonly need?: NeedId;
}
/** `endings` are `close` steps: declining is one step by construction. */
export interface Script {
  readonly behaviour: BehaviourId;
  readonly method: Method;
  readonly start: StepId;
  readonly steps: Named<Step>;
  readonly endings: Readonly<Record<'declined' | 'not-now', StepId>> & Readonly<Partial<Record<EndedAs, StepId>>>;
}

/** What only the worker can see. A tick raises the flag, or - with `states` - makes that yes-no context fact true. */
export interface Observable {
  readonly label: TextKey;
  readonly states?: ContextName;
}
interface AnyFlag {
  readonly when?: Condition;
  readonly observable?: Observable;
  readonly source: SourceId;
  /** Never in a record. */
  readonly confidential?: true;
  /** No such text is reached unless this flag is known false. */
  readonly forbids?: readonly About[];
}
/** Pre-empts everything; reads answers and items only. */
export interface UrgentFlag extends AnyFlag {
  readonly level: 'emergency' | 'crisis';
  readonly help: HelpId;
}
/** Ends a topic, or pauses it, with a notice of its own. */
export interface NoticeFlag extends AnyFlag {
  readonly level: 'stop-topic' | 'pause';
  readonly behaviours: readonly BehaviourId[];
  readonly notice: TextKey;
  readonly needs?: readonly NeedId[];
  readonly goTo?: Readonly<Record<ScriptId, StepId>>;
}
/** Pack-wide. Raised when `when` is true, or when the worker ticked what is observable. */
export type Flag = UrgentFlag | NoticeFlag;
export interface HelpLine extends Standing {
  readonly id: string;
  readonly name: TextKey;
  /** As its owner writes it; `tel` is the form for a link, with the country code where it has one. */
  readonly phone?: string;
  readonly tel?: string;
  readonly sms?: string;
  readonly url?: string;
  readonly hours?: TextKey;
  /** Never in anything the person sees or takes home. */
  readonly workerOnly?: true;
  readonly source: SourceId;
}
/** `worker`: stay, ask a colleague, call together. */
export interface UrgentHelp {
  readonly heading: TextKey;
  readonly worker: TextKey;
  readonly lines: readonly HelpLine[];
}
/** `noun` is what is said aloud, never a looked-up name; `another` is what to say after "not that one". */
export interface Need {
  readonly name: TextKey;
  readonly noun: TextKey;
  readonly another: TextKey;
  readonly national: readonly HelpLine[];
}
export interface SignpostRule {
  readonly id: string;
  readonly when: Condition;
  readonly need: NeedId;
  readonly why: TextKey;
  readonly source: SourceId;
}
export interface PackRef {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  /** `england@1.4.0` of an adaptation. */
  readonly base?: string;
}
export interface Pack extends PackRef {
  readonly schema: 'everycontact/pack@1';
  readonly canonical?: string;
  readonly place: Place;
  readonly locales: readonly Locale[];
  readonly audiences: readonly Audience[];
  readonly variants: readonly Variant[];
  readonly context: Readonly<Record<ContextName, ContextFact>>;
  readonly behaviours: Named<Behaviour>;
  readonly scripts: Named<Script>;
  readonly instruments: Named<Instrument>;
  readonly measures: readonly Measure[];
  readonly flags: Named<Flag>;
  readonly urgentHelp: Named<UrgentHelp>;
  readonly helpAtHand: HelpId;
  /** A release build fails without. */
  readonly safeguarding?: HelpLine;
  readonly needs: Named<Need>;
  readonly signposting: readonly SignpostRule[];
  readonly sources: Named<Source>;
  readonly texts: Readonly<Record<Locale, Readonly<Record<TextKey, Text>>>>;
}
/** The part of a pack that must survive the rest being broken. */
export type UrgentPart = Pick<Pack, 'place' | 'locales' | 'urgentHelp' | 'helpAtHand' | 'texts'>;

/** One problem of a pack or file: `where` is a path, `message` what was expected, what was found and what to do. */
export interface Finding {
  readonly code: string;
  readonly where: string;
  readonly message: string;
  /** The steps that lead there. */
  readonly path?: readonly StepId[];
  /** A warning asks somebody to look; without it a finding is an error. */
  readonly severity?: 'error' | 'warning';
}
