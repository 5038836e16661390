import type { Instant, ScriptId } from '@everycontact/core';
import type { Happened, HistoryEntry } from '@everycontact/core/prompting';

/** A card that was given out. `person` and `contactId` are keyed hashes: nobody can be found by them. */
export interface GivenCard {
  readonly uuid: string;
  readonly person: string;
  readonly contactId: string;
  readonly script: ScriptId;
  readonly at: Instant;
}

/** What became of a card. `again`: it was told before, and this replaces it. */
interface Answered {
  readonly script: ScriptId;
  readonly again: boolean;
}

/** Where the prompts of a person are kept. A deployer with several processes hands in one of their own. */
export interface HistoryStore {
  /** What was shown to a person and what became of it, but what stands open in the contact that is going on. */
  entriesOf(person: string, contactId: string): Promise<readonly HistoryEntry[]>;
  given(card: GivenCard): Promise<void>;
  /** Nothing where the card is not known: it is too old, or another process gave it. */
  answered(uuid: string, happened: Happened, at: Instant): Promise<Answered | undefined>;
}
