import type { ContextFacts, Facts } from '../pack/fact.js';
import type { FlagId, Pack } from '../pack/pack.js';
import { measureOf } from './measure.js';
import { impliedAnswers, scoreOf } from './score.js';

/** One table of all that is known: what the host told, what was ticked, answered, implied, summed and measured. */
export function knownFacts(pack: Pack, context: ContextFacts, ticks: readonly FlagId[], answers: Facts): Facts {
  const ticked = ticks
    .flatMap((flag) => pack.flags[flag]?.observable?.states ?? [])
    .map((name) => [name, true] as const);
  const stated: Facts = { ...context, ...Object.fromEntries(ticked), ...impliedAnswers(pack, answers), ...answers };
  const scores = Object.keys(pack.instruments).map((id) => [`score.${id}`, scoreOf(pack, id, stated)] as const);
  const measures = pack.measures.flatMap((measure) => {
    const value = measureOf(measure, stated);
    return value === undefined ? [] : [[`measure.${measure.of}`, value] as const];
  });
  return { ...stated, ...Object.fromEntries(scores), ...Object.fromEntries(measures) };
}
