import type { Pack } from '../pack/pack.js';
import type { At, Intent } from '../session/event.js';
import type { Choice, View } from '../session/shown.js';

/** Every choice on a view, in the order it stands there. */
export function choicesIn(part: unknown): readonly Choice[] {
  if (typeof part !== 'object' || part === null) return [];
  return 'intent' in part ? [part as Choice] : Object.values(part).flatMap(choicesIn);
}

/**
 * Whether a view offered an intent: it is one of its choices, a number on its grid, or another reader that the pack
 * speaks to. What is not offered is not accepted.
 */
export function isOffered(pack: Pack, view: View, intent: Intent): boolean {
  if (intent.type === 'reader-changed') {
    const { locale, audience, variant } = intent.reader;
    return (
      pack.locales.includes(locale) &&
      pack.audiences.includes(audience) &&
      (!variant || pack.variants.includes(variant))
    );
  }
  if (intent.type === 'answered' && view.kind === 'number') return onGrid(view, intent);
  const wanted = canonical(intent);
  return choicesIn(view).some((choice) => canonical(choice.intent) === wanted);
}

function onGrid(view: View & { kind: 'number' }, { step, item, value }: At & { value: unknown }): boolean {
  if (view.step !== step || view.item !== item || typeof value !== 'number') return false;
  const steps = (value - view.min) / view.by;
  return value >= view.min && value <= view.max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

const canonical = (intent: Intent) =>
  JSON.stringify(
    Object.entries(intent)
      .filter(([name]) => name !== 'at')
      .sort(),
  );
