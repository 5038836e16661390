import type { ContextFacts, FactName, Facts, Found } from '../pack/fact.js';
import type { FlagId, Pack } from '../pack/pack.js';
import { measureOf } from './measure.js';
import { impliedAnswers, openScores, scoreOf } from './score.js';

/** One table of all that is known: what the host told, what was ticked, answered, implied, summed and measured. */
export function knownFacts(pack: Pack, context: ContextFacts, ticks: readonly FlagId[], answers: Facts): Facts {
  const stated: Partial<Record<FactName, Found>> = Object.assign({}, context);
  for (const flag of ticks) {
    const states = pack.flags[flag]?.observable?.states;
    if (states) stated[states] = true;
  }
  const noItems = !Object.keys(answers).some((name) => name.startsWith('item.'));
  if (!noItems) Object.assign(stated, impliedAnswers(pack, answers));
  Object.assign(stated, answers);
  const known: typeof stated = Object.assign({}, stated, openScores(pack));
  if (!noItems) for (const id of Object.keys(pack.instruments)) known[`score.${id}`] = scoreOf(pack, id, stated);
  for (const measure of pack.measures) {
    const value = measureOf(measure, stated);
    if (value !== undefined) known[`measure.${measure.of}`] = value;
  }
  return known;
}
