import { AdviceEvent } from './advice-event.js';

export interface AdviceDismissDetail {
  readonly schemaVersion: 1;
  /** Whether the contact is over; one that is not is kept. */
  readonly finished: boolean;
}

/** The reader is about to close the panel: `preventDefault()` keeps it open. What the page closes itself is not asked about. */
export class AdviceDismissEvent extends AdviceEvent<AdviceDismissDetail> {
  constructor(finished: boolean) {
    super('advice-dismiss', { finished }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-dismiss': AdviceDismissEvent;
  }
}
