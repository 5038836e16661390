import type { ContactRecord } from '@everycontact/core';
import { frozen } from './frozen.js';

export interface AdviceOutcomeDetail {
  readonly schemaVersion: 1;
  readonly record: ContactRecord;
}

/** The contact is settled and nothing can be undone any more. Once per contact; `record.recordId` is the idempotency key. */
export class AdviceOutcomeEvent extends CustomEvent<AdviceOutcomeDetail> {
  constructor(record: ContactRecord) {
    super('advice-outcome', { bubbles: true, composed: true, detail: frozen({ schemaVersion: 1 as const, record }) });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-outcome': AdviceOutcomeEvent;
  }
}
