import { frozen } from './frozen.js';

export interface AdviceClosedDetail {
  readonly schemaVersion: 1;
}

/** The panel has been closed. The only event that leaves the setting `staff`. */
export class AdviceClosedEvent extends CustomEvent<AdviceClosedDetail> {
  constructor() {
    super('advice-closed', { bubbles: true, composed: true, detail: frozen({ schemaVersion: 1 as const }) });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-closed': AdviceClosedEvent;
  }
}
