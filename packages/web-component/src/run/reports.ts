import type { ShownLine, ShownMatch, Speaker } from '@everycontact/core';
import { AdviceServiceWrongEvent } from '../events/advice-service-wrong.js';

/** What readers say is wrong of a local service or of a line that is there for everybody, and what they were told of it. */
export interface Reports {
  /** What was told; nothing before it was reported. */
  told(of: ShownMatch | ShownLine): string | undefined;
  report(of: ShownMatch | ShownLine, label: Speaker['label']): void;
  forget(): void;
}

/** A line and a service may have the same id. */
const nameOf = (of: ShownMatch | ShownLine) => ('service' in of ? of.service : `line ${of.id}`);

/** @param emit gives back whether nobody vetoed @param say lets the reader see and hear what was told */
export function reports(emit: (event: Event) => boolean, say: (words: string) => void): Reports {
  const told = new Map<string, string>();
  return {
    told: (of) => told.get(nameOf(of)),
    /** Where no page passes it on, and in the setting `staff`, the reader is told whom to tell. */
    report(of, label) {
      const event = new AdviceServiceWrongEvent(of);
      const passedOn = !emit(event);
      const { organization, responsible: name = organization } = event.detail;
      const whom = () => (name === undefined ? label('ui.wrong-page') : label('ui.wrong-tell', { name }));
      const words = passedOn ? label('ui.wrong-thanks') : whom();
      told.set(nameOf(of), words);
      say(words);
    },
    forget: () => told.clear(),
  };
}
