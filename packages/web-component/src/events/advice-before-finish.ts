import type { Outcome } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceBeforeFinishDetail {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
}

/**
 * A topic is about to be settled, and its record to leave: `preventDefault()` keeps both back, and it can still be undone. It
 * is asked again when the reader says "Done", when the panel is closed, and after an undo.
 */
export class AdviceBeforeFinishEvent extends AdviceEvent<AdviceBeforeFinishDetail> {
  constructor(outcome: Outcome) {
    super('advice-before-finish', { outcome }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-before-finish': AdviceBeforeFinishEvent;
  }
}
