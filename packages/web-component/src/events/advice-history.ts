import type { HistoryEntry } from '@everycontact/core/prompting';
import { AdviceEvent } from './advice-event.js';

export interface AdviceHistoryDetail {
  readonly schemaVersion: 1;
  readonly entry: HistoryEntry;
}

/** What became of a prompt - shown, dismissed, or an outcome - for the host that keeps a person's history. */
export class AdviceHistoryEvent extends AdviceEvent<AdviceHistoryDetail> {
  constructor(entry: HistoryEntry) {
    super('advice-history', { entry });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-history': AdviceHistoryEvent;
  }
}
