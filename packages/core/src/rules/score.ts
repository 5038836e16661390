import type { AnswerName, Facts, Interval } from '../pack/fact.js';
import { oncePer, oncePerName } from '../pack/once-per.js';
import type { InstrumentId, Item, Pack } from '../pack/pack.js';

/** What every score can be while no item is answered. */
export const openScores = oncePer(
  (pack: Pack): Facts =>
    Object.fromEntries(Object.keys(pack.instruments).map((id) => [`score.${id}`, scoreOf(pack, id, {})])),
);

/** An item with the instrument that owns it: its answer is `item.<owner>.<item>`. */
export interface OwnedItem extends Item {
  readonly name: AnswerName;
}

/** The items in the order they are asked: those of the instrument it continues come first. */
export const itemsOf = oncePerName((pack: Pack, id: InstrumentId): readonly OwnedItem[] => {
  const { continues, items = [] } = pack.instruments[id] ?? {};
  const own = items.map((item) => ({ name: `item.${id}.${item.id}` as const, ...item }));
  return continues === undefined ? own : [...itemsOf(pack, continues), ...own];
});

/** Answers that follow from others: AUDIT 1 "Never" answers 2 and 3. What was answered outright stays. */
export function impliedAnswers(pack: Pack, facts: Facts): Facts {
  const implied: Facts = {};
  for (const id of Object.keys(pack.instruments))
    for (const item of itemsOf(pack, id))
      for (const option of item.options)
        if (option.implies && facts[item.name] === option.value) Object.assign(implied, option.implies);
  return implied;
}

/** What the sum of points still can be: an open item may add anything from its least to its most. */
export function scoreOf(pack: Pack, id: InstrumentId, facts: Facts): Interval {
  let from = 0;
  let to = 0;
  for (const item of itemsOf(pack, id)) {
    const answered = item.options.filter((option) => option.value === facts[item.name]);
    const points = (answered.length ? answered : item.options).map((option) => option.points);
    from += Math.min(...points);
    to += Math.max(...points);
  }
  return { from, to };
}
