import type { Choice } from '@everycontact/core';
import type { Pen } from './pen.js';

/** The keys of one screen. Each choice that is drawn gets one, so what is not on the screen cannot be chosen. */
export interface Keys {
  readonly choices: ReadonlyMap<string, Choice>;
  /** The choice under the next number, as drawn: `[1] Yes`. */
  numbered(choice: Choice): string;
  /** Under a key of its own: `[b] Back`. */
  under(key: string, choice: Choice): string;
  /** Under its own label, where that is a number: `[7]`. */
  itself(choice: Choice): string;
}

export function openKeys(pen: Pen): Keys {
  const choices = new Map<string, Choice>();
  let last = 0;
  const key = (name: string, choice: Choice) => {
    choices.set(name, choice);
    return pen.bold(`[${name}]`);
  };
  const under = (name: string, choice: Choice) => {
    const tick = choice.on === undefined ? '' : choice.on ? '(x) ' : '( ) ';
    return `${key(name, choice)} ${tick}${choice.label}`;
  };
  return {
    choices,
    under,
    numbered: (choice) => under(String(++last), choice),
    itself: (choice) => `${key(choice.label, choice)}${choice.on ? ' (x)' : ''}`,
  };
}
