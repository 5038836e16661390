import fc from 'fast-check';
import type { Choice, Common, View } from '../src/session/shown.js';
import { choicesOf } from '../src/testing.js';

/**
 * Ways through a talk. Most picks choose among what the step itself offers: with every choice as likely as the other nearly
 * all ways would end in urgent help or at one of the many ways out, and none would come to an instrument or a service.
 */
export const picks = (maxLength: number) => fc.array(fc.nat(600), { maxLength, size: 'max' });

/** The choice that a pick stands for on a view: five of six are the step's own. */
export function picked(view: View, pick: number): Choice | undefined {
  const own = pick % 6 === 0 ? [] : choicesOf({ ...view, common: {} as Common });
  const choices = own.length > 0 ? own : choicesOf(view);
  return choices[Math.floor(pick / 6) % choices.length];
}
