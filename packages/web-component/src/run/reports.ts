import type { ShownMatch, Speaker } from '@everycontact/core';
import { AdviceServiceWrongEvent } from '../events/advice-service-wrong.js';

/** What readers say is wrong, and what they were told of it. */
export interface Reports {
  /** What was told, by the id of the service; nothing before it was reported. */
  told(service: string): string | undefined;
  report(match: ShownMatch, label: Speaker['label']): void;
  forget(): void;
}

/** @param emit gives back whether nobody vetoed @param say lets the reader see and hear what was told */
export function reports(emit: (event: Event) => boolean, say: (words: string) => void): Reports {
  const told = new Map<string, string>();
  return {
    told: (service) => told.get(service),
    /** Where no page passes it on, and in the setting `staff`, the reader is told whom to tell. */
    report(match, label) {
      const passedOn = !emit(new AdviceServiceWrongEvent(match));
      const name = match.responsible ?? match.organization;
      const words = passedOn ? label('ui.wrong-thanks') : label('ui.wrong-tell', { name });
      told.set(match.service, words);
      say(words);
    },
    forget: () => told.clear(),
  };
}
