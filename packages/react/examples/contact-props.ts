import type { ContactRecord, ContextFacts, Directory, Occasion, Pack, ScriptId } from '@everycontact/core';

/** What a page hands to a contact in markup of its own. Keep `pack` and `directory` the same objects. */
export interface ContactProps {
  readonly pack: Pack;
  readonly script: ScriptId;
  readonly locale: string;
  readonly directory: Directory;
  readonly occasion?: Occasion;
  readonly context?: ContextFacts;
  /** Another person, another contact. */
  readonly subjectKey?: string;
  /** A clock, for a page that is told on one day. */
  readonly now?: () => string;
  readonly onRecord?: (record: ContactRecord) => void;
}
