import type { Day, Match } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceServiceWrongDetail {
  readonly schemaVersion: 1;
  /** The id of the service. */
  readonly service: string;
  readonly name: string;
  readonly organization: string;
  /** The role or shared address that answers for the entry. */
  readonly responsible?: string;
  readonly checkedOn?: Day;
}

/**
 * The reader says that what is shown of a service is wrong: a report for whoever answers for it, with no word on the reader
 * or the person. `preventDefault()` says that the page passes it on; else the reader is told whom to tell.
 */
export class AdviceServiceWrongEvent extends AdviceEvent<AdviceServiceWrongDetail> {
  constructor({ service, name, organization, responsible, assuredOn: checkedOn }: Match) {
    const known = { ...(responsible !== undefined && { responsible }), ...(checkedOn !== undefined && { checkedOn }) };
    super('advice-service-wrong', { service, name, organization, ...known }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-service-wrong': AdviceServiceWrongEvent;
  }
}
