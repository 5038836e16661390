import type { Outcome, ScriptId } from '../pack/pack.js';
import type { Day, Instant } from '../pack/reader.js';

/**
 * What became of a prompt. `shown` counts until there is another entry for the same script in the same contact;
 * `ignored`: nobody reacted; `dismissed`: closed without an answer; `do-not-ask`: the person does not want to be asked.
 */
export type Happened = Outcome | 'shown' | 'ignored' | 'dismissed' | 'snoozed' | 'do-not-ask';

export interface HistoryEntry {
  readonly at: Instant;
  readonly contactId: string;
  readonly script: ScriptId;
  readonly happened: Happened;
  /** For `snoozed`: the first day on which it may be shown again. */
  readonly until?: Day;
}
/** The prompts of one person. Kept by the host, which alone knows who the person is. */
export interface History {
  readonly schema: 'everycontact/history@1';
  readonly entries: readonly HistoryEntry[];
}

export const emptyHistory: History = { schema: 'everycontact/history@1', entries: [] };
