import { isTakenAlong } from '@everycontact/core/record';
import type { Around } from '../take-away/panel.js';
import { part } from './parts.js';

/** How a panel for something to take along comes into a place, where there is something: it is loaded when it is wanted. */
export function takeAwayOffer(
  around: Around,
  report: (error: unknown) => void,
): ((place: HTMLElement) => void) | undefined {
  if (!around.records.some(isTakenAlong)) return undefined;
  const put = async (place: HTMLElement) => {
    let made: HTMLElement | undefined;
    try {
      const { panel } = await part('take-away');
      made = panel(around);
    } catch (error) {
      report(error);
      made = Object.assign(document.createElement('p'), { tabIndex: -1 });
      made.textContent = around.speaker.label('ui.problem');
    }
    place.replaceChildren(made);
    place.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  };
  return (place) => void put(place);
}
