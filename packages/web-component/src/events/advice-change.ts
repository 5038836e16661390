import type { StepId, View } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceChangeDetail {
  readonly schemaVersion: 1;
  readonly kind: View['kind'];
  readonly step?: StepId;
}

/** Another step is on the screen. Ids only: no answer, no text. */
export class AdviceChangeEvent extends AdviceEvent<AdviceChangeDetail> {
  constructor(kind: View['kind'], step?: StepId) {
    super('advice-change', { kind, ...(step !== undefined && { step }) });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-change': AdviceChangeEvent;
  }
}
