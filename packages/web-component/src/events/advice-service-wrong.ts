import type { Day, Match, ShownLine } from '@everycontact/core';
import { AdviceEvent } from './advice-event.js';

export interface AdviceServiceWrongDetail {
  readonly schemaVersion: 1;
  /** The id of the service; of a line of the pack, which is there for everybody, the id of the line. */
  readonly service: string;
  readonly name: string;
  /** Of a local service only: what is wrong of a line is mended in the pack. */
  readonly organization?: string;
  /** The role or shared address that answers for the entry. */
  readonly responsible?: string;
  readonly checkedOn?: Day;
}

type Report = Omit<AdviceServiceWrongDetail, 'schemaVersion'>;

/**
 * The reader says that what is shown of a service or a line is wrong: a report for whoever answers for it, with no word on the
 * reader or the person. `preventDefault()` says that the page passes it on; else the reader is told whom to tell.
 */
export class AdviceServiceWrongEvent extends AdviceEvent<AdviceServiceWrongDetail> {
  constructor(of: Match | ShownLine) {
    super('advice-service-wrong', 'service' in of ? ofService(of) : ofLine(of), true);
  }
}

// What is not known is left out, as JSON has it.
const ofService = ({ service, name, organization, responsible, assuredOn: checkedOn }: Match) =>
  ({ service, name, organization, responsible, checkedOn }) as Report;
const ofLine = ({ id: service, name, checkedOn }: ShownLine): Report => ({ service, name: name.text, checkedOn });

declare global {
  interface GlobalEventHandlersEventMap {
    'advice-service-wrong': AdviceServiceWrongEvent;
  }
}
