import { view, type SessionState } from '@everycontact/core';
import { isTakenAlong } from '@everycontact/core/record';
import type { Around } from '../take-away/around.js';
import { part, type Parts } from './parts.js';

/** Puts what it is into a place of its own; absent where there is nothing. */
export type Put = (place: HTMLElement) => void;

/** What can be handed to the person. */
export interface ForThePerson {
  /** A panel for something to take home. */
  readonly takeAway: Put | undefined;
  /** The step on the screen, over the whole window. */
  readonly turn: Put | undefined;
}

/** What hands something to the person is loaded when it is wanted. */
export function forThePerson(
  given: Omit<Around, 'screen'> & { readonly state: SessionState | undefined },
  isTakenHome: boolean,
  report: (error: unknown) => void,
): ForThePerson {
  const { pack, state, records, staff, preview, speaker } = given;
  const screen: Around['screen'] = (locale) =>
    state && { ...view(pack, state, { locale, audience: 'person' }), ...(preview && { preview }) };
  const around = { ...given, screen };
  const put = async (place: HTMLElement, into: (part: Parts['take-away']) => void) => {
    try {
      into(await part('take-away'));
    } catch (error) {
      report(error);
      const made = Object.assign(document.createElement('p'), { tabIndex: -1 });
      made.textContent = speaker.label('ui.problem');
      place.replaceChildren(made);
    }
    place.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };
  return {
    takeAway:
      isTakenHome && records.some(isTakenAlong)
        ? (place) => void put(place, ({ panel }) => place.replaceChildren(panel(around)))
        : undefined,
    turn:
      state && !staff && speaker.reader.audience === 'worker'
        ? (place) => void put(place, ({ turned }) => turned(around, place))
        : undefined,
  };
}
