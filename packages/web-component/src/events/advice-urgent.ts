import { AdviceEvent } from './advice-event.js';

export interface AdviceUrgentDetail {
  readonly schemaVersion: 1;
}

/** Urgent help has been opened, by hand or by a flag. Opening is not a finding, so the event says nothing more. */
export class AdviceUrgentEvent extends AdviceEvent<AdviceUrgentDetail> {
  constructor() {
    super('advice-urgent');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-urgent': AdviceUrgentEvent;
  }
}
