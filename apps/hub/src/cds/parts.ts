import type { CdsService } from '@everycontact/fhir/cds-hooks';
import type { hashes } from '../history/hashes.js';
import type { HistoryStore } from '../history/history-store.js';
import type { newTally } from '../history/tally.js';
import type { Limits } from '../limits/limits.js';

/** What the routes of CDS Hooks share. */
export interface Parts {
  readonly history: HistoryStore;
  readonly tally: ReturnType<typeof newTally>;
  readonly canonical: string;
  readonly services: readonly CdsService[];
  readonly hash: ReturnType<typeof hashes>;
  readonly limits: Limits;
  readonly now: () => number;
  readonly fetch: typeof fetch;
}
