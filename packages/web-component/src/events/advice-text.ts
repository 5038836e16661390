import type { Locale } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceTextDetail {
  readonly schemaVersion: 1;
  /** Contacts of services only: no answer, no behaviour, no name. */
  readonly text: string;
  readonly lang: Locale;
  /** How many text messages it is sent as. */
  readonly parts: number;
}

/** Somebody wants a text message: `preventDefault()` says that the host sends it, else it is shown to be copied. */
export class AdviceTextEvent extends AdviceEvent<AdviceTextDetail> {
  constructor(detail: Omit<AdviceTextDetail, 'schemaVersion'>) {
    super('advice-text', detail, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-text': AdviceTextEvent;
  }
}
