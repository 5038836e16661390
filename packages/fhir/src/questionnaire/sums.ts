import type { FactName, Measure } from '@everycontact/core';
import { answersAt, expressionExtension } from './enable.js';
import type { Place } from './formula.js';
import type { AskedItem, ScorePlaces } from './places.js';

// What a form works out from its answers, in FHIRPath. An open question may still add anything from its least to its most.

const calculated = (expression: string) => expressionExtension('sdc-questionnaire-calculatedExpression', expression);

export const leastOf = ({ items }: ScorePlaces) => calculated(bound(items, 'least'));
export const mostOf = ({ items }: ScorePlaces) => calculated(bound(items, 'most'));
/** The sum once it is certain; nothing before. */
export const sumOf = ({ items }: ScorePlaces) =>
  calculated(`iif((${bound(items, 'least')}) = (${bound(items, 'most')}), ${bound(items, 'least')}, {})`);

/** What the sum is at least, or at most: that of no answers, and what each answer changes in it. */
function bound(items: readonly AskedItem[], end: 'least' | 'most'): string {
  const pick = end === 'least' ? Math.min : Math.max;
  const open = ({ item }: AskedItem) => pick(...item.options.map(({ points }) => points));
  const none = items.reduce((sum, item) => sum + open(item), 0);
  const changes = items.flatMap((asked) =>
    asked.item.options.map(({ value, points, implies = {} }) => {
      const follows = items.flatMap((other) => {
        const implied = implies[other.name];
        const option = other.item.options.find((one) => one.value === implied);
        return option ? [option.points - open(other)] : [];
      });
      return { asked, value, by: [points - open(asked), ...follows].reduce((sum, one) => sum + one, 0) };
    }),
  );
  const terms = changes
    .filter(({ by }) => by !== 0)
    .map(({ asked, value, by }) => {
      const times = Math.abs(by) === 1 ? '' : `${Math.abs(by)} * `;
      return `${by < 0 ? '-' : '+'} ${times}${answersAt(asked.place)}.where(code = '${value}').count()`;
    });
  return [String(none), ...terms].join(' ');
}

/**
 * A measure as core works it out: rounded half up in whole numbers.
 *
 * @param at the item in which one of its numbers stands
 */
export function measured(measure: Measure, at: (fact: FactName) => Place) {
  const answer = (fact: FactName) => answersAt(at(fact));
  const whenBoth = (one: FactName, other: FactName, value: string) =>
    calculated(`iif(${answer(one)}.exists() and ${answer(other)}.exists(), ${value}, {})`);
  switch (measure.of) {
    case 'bmi': {
      const [height, weight] = [answer(measure.heightCm), answer(measure.weightKg)];
      const halfUp = `(2 * (${weight} * 10).round(0) * 10000 + ${height} * ${height}) div (2 * ${height} * ${height})`;
      return whenBoth(measure.heightCm, measure.weightKg, `(${halfUp}) / 10`);
    }
    case 'waistToHeight': {
      const [waist, height] = [answer(measure.waistCm), answer(measure.heightCm)];
      const halfUp = `(2 * (${waist} * 10).round(0) * 10 + ${height}) div (2 * ${height})`;
      return whenBoth(measure.waistCm, measure.heightCm, `(${halfUp}) / 100`);
    }
    case 'activityMinutes': {
      const [moderate, vigorous] = [answer(measure.moderate), answer(measure.vigorous)];
      return whenBoth(measure.moderate, measure.vigorous, `${moderate} + 2 * ${vigorous}`);
    }
  }
}
