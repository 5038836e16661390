import type { ContactRecord } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceOutcomeDetail {
  readonly schemaVersion: 1;
  readonly record: ContactRecord;
}

/** The contact is settled and nothing can be undone any more. Once per contact; `record.recordId` is the idempotency key. */
export class AdviceOutcomeEvent extends AdviceEvent<AdviceOutcomeDetail> {
  constructor(record: ContactRecord) {
    super('advice-outcome', { record });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-outcome': AdviceOutcomeEvent;
  }
}
