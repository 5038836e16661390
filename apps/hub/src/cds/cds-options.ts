import type { CodeChoice } from '@everycontact/fhir';
import type { HistoryStore } from '../history/history-store.js';
import type { Issuer } from '../trust/issuer.js';

/** CDS Hooks: who may ask, and what a card says beside the pack. */
export interface CdsOptions {
  /** `anyone`: nobody has to sign. For a demonstration on one machine. */
  readonly trust: readonly Issuer[] | 'anyone';
  /** FHIR servers that may be asked for what was not sent along; none by default. */
  readonly fhirServers?: readonly string[];
  /** Who speaks on a card; `everycontact` by default. */
  readonly source?: { readonly label: string; readonly url?: string };
  /** Where the SMART app is launched: by default the hub's own, if it has one; without one a card has no link. */
  readonly launch?: string;
  readonly codes?: CodeChoice;
  /** In the memory of this process by default. */
  readonly history?: HistoryStore;
  /** What makes hashes of people, the same in every process that shares a history; made at random at each start by default. */
  readonly historyKey?: string;
}
