import type { Value } from '../pack/fact.js';
import type { EndedAs, FlagId, How, ItemId, NeedId, ScriptId, StepId } from '../pack/pack.js';
import type { Reader } from '../pack/reader.js';

/** A place in a script; `item` within an instrument. */
export interface At {
  readonly step: StepId;
  readonly item?: ItemId;
}

/** What a face may send: always one it was given by the view (a number: any value on the given grid). */
export type Intent =
  | ({ readonly type: 'answered'; readonly value: Value } & At)
  | ({ readonly type: 'skipped' } & At)
  | ({ readonly type: 'continued' } & At)
  /** Back to it; its answer and all later ones are set aside, not erased. */
  | ({ readonly type: 'revised' } & At)
  /** A tick of what only the worker can see, or its removal. */
  | { readonly type: 'observed'; readonly flag: FlagId; readonly seen: boolean }
  | { readonly type: 'reader-changed'; readonly reader: Reader }
  /** Quick hide; only its own opposite undoes it. */
  | { readonly type: 'hidden'; readonly hidden: boolean }
  /** Opening is not a finding. */
  | { readonly type: 'help-opened' }
  /** Ends the contact. */
  | { readonly type: 'help-under-way' }
  /** Goes back, and undoes what raised it. */
  | { readonly type: 'help-not-needed' }
  | { readonly type: 'notice-read'; readonly flag: FlagId }
  /** Marked told, sent or referred; the same again takes the mark away. */
  | { readonly type: 'service-chosen'; readonly need: NeedId; readonly service: string; readonly how: How }
  /** "Not that one": it goes to the end of the list. */
  | { readonly type: 'service-passed'; readonly need: NeedId; readonly service: string }
  | { readonly type: 'ended'; readonly as: EndedAs }
  /** An ending taken back before it was settled. */
  | { readonly type: 'reopened' }
  /** The undo has run out (a face's ten seconds), or "done" was pressed: the record may leave. */
  | { readonly type: 'settled' }
  /** From the agenda; a contact's, not a session's. */
  | { readonly type: 'topic-chosen'; readonly script: ScriptId };
