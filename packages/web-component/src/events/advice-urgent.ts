import { frozen } from './frozen.js';

export interface AdviceUrgentDetail {
  readonly schemaVersion: 1;
}

/** Urgent help has been opened, by hand or by a flag. Opening is not a finding, so the event says nothing more. */
export class AdviceUrgentEvent extends CustomEvent<AdviceUrgentDetail> {
  constructor() {
    super('advice-urgent', { bubbles: true, composed: true, detail: frozen({ schemaVersion: 1 as const }) });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-urgent': AdviceUrgentEvent;
  }
}
