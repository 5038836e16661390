import type { StepId, View } from '@everycontact/core';
import { frozen } from './frozen.js';

export interface AdviceChangeDetail {
  readonly schemaVersion: 1;
  readonly kind: View['kind'];
  readonly step?: StepId;
}

/** Another step is on the screen. Ids only: no answer, no text. */
export class AdviceChangeEvent extends CustomEvent<AdviceChangeDetail> {
  constructor(kind: View['kind'], step?: StepId) {
    const detail = frozen({ schemaVersion: 1 as const, kind, ...(step !== undefined && { step }) });
    super('advice-change', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-change': AdviceChangeEvent;
  }
}
