import { AdviceEvent } from './advice-event.js';

export interface AdviceClosedDetail {
  readonly schemaVersion: 1;
}

/** The panel has been closed. The only event that leaves the setting `staff`. */
export class AdviceClosedEvent extends AdviceEvent<AdviceClosedDetail> {
  constructor() {
    super('advice-closed');
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-closed': AdviceClosedEvent;
  }
}
