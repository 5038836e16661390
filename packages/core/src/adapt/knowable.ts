import type { FactName } from '../pack/fact.js';
import type { InstrumentId, Pack, Script } from '../pack/pack.js';
import { inputsOf } from '../rules/measure.js';
import { itemsOf } from '../rules/score.js';

/** Whether a fact can ever be known. */
export type Knowable = (fact: FactName) => boolean;

/**
 * The facts that can be known while one of these scripts runs: what a host tells, what is asked, what follows from an
 * answer, and every sum and measure of those.
 */
export function knowableIn(pack: Pack, scripts: Pack['scripts']): Knowable {
  const items = itemsAsked(pack, scripts);
  const known: Knowable = (fact) => {
    const [family, ...rest] = fact.split('.');
    const id = rest.join('.');
    if (family === 'context') return true;
    if (family === 'item') return items.has(fact);
    if (family === 'score') return itemsOf(pack, id).some(({ name }) => items.has(name));
    if (family === 'measure') return pack.measures.some((one) => one.of === id && inputsOf(one).every(known));
    return Object.entries(scripts).some(([script, { steps }]) => {
      const step = id.startsWith(`${script}.`) ? steps[id.slice(script.length + 1)] : undefined;
      return step?.kind === 'ask';
    });
  };
  return known;
}

/** The instruments a script asks outright. */
export const asked = ({ steps }: Script): readonly InstrumentId[] =>
  Object.values(steps).flatMap((step) => (step.kind === 'instrument' ? [step.instrument] : []));

/** Items asked, and those that follow from an option of one that is known. */
function itemsAsked(pack: Pack, scripts: Pack['scripts']): ReadonlySet<string> {
  const every = Object.keys(pack.instruments).flatMap((id) => itemsOf(pack, id));
  const known = new Set<string>(
    Object.values(scripts)
      .flatMap(asked)
      .flatMap((id) => itemsOf(pack, id).map(({ name }) => name)),
  );
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const { name, options } of every)
      if (known.has(name))
        for (const { implies } of options) for (const next of Object.keys(implies ?? {})) known.add(next);
  }
  return known;
}
