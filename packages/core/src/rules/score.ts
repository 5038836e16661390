import type { AnswerName, Facts, Interval } from '../pack/fact.js';
import type { InstrumentId, Item, Pack } from '../pack/pack.js';

/** An item with the instrument that owns it: its answer is `item.<owner>.<item>`. */
export interface OwnedItem extends Item {
  readonly name: AnswerName;
}

/** The items in the order they are asked: those of the instrument it continues come first. */
export function itemsOf(pack: Pack, id: InstrumentId): readonly OwnedItem[] {
  const instrument = pack.instruments[id];
  if (!instrument) return [];
  const before = instrument.continues ? itemsOf(pack, instrument.continues) : [];
  return [...before, ...instrument.items.map((item) => ({ ...item, name: `item.${id}.${item.id}` as const }))];
}

/** Answers that follow from others: AUDIT 1 "Never" answers 2 and 3. What was answered outright stays. */
export function impliedAnswers(pack: Pack, facts: Facts): Facts {
  let implied: Facts = {};
  for (const id of Object.keys(pack.instruments))
    for (const item of itemsOf(pack, id))
      for (const option of item.options)
        if (option.implies && facts[item.name] === option.value) implied = { ...implied, ...option.implies };
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
