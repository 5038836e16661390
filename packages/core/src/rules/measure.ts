import type { FactName, Facts } from '../pack/fact.js';
import type { Measure } from '../pack/pack.js';

/**
 * The value of a measure, or nothing while a number is missing.
 *
 * BMI to one decimal, waist-to-height to two, both rounded half up in integer arithmetic before they are banded, so
 * that the shown and the classed value are the same; activity in minutes a week, vigorous minutes doubled.
 */
export function measureOf(measure: Measure, facts: Facts): number | undefined {
  const read = (name: FactName) => (typeof facts[name] === 'number' ? facts[name] : undefined);
  switch (measure.of) {
    case 'bmi': {
      const [height, weight] = [read(measure.heightCm), read(measure.weightKg)];
      return height && weight ? halfUp(Math.round(weight * 10) * 10_000, height * height) / 10 : undefined;
    }
    case 'waistToHeight': {
      const [waist, height] = [read(measure.waistCm), read(measure.heightCm)];
      return waist && height ? halfUp(Math.round(waist * 10) * 10, height) / 100 : undefined;
    }
    case 'activityMinutes': {
      const [moderate, vigorous] = [read(measure.moderate), read(measure.vigorous)];
      return moderate === undefined || vigorous === undefined ? undefined : moderate + 2 * vigorous;
    }
  }
}

const halfUp = (dividend: number, divisor: number) => Math.floor((2 * dividend + divisor) / (2 * divisor));

/** The numbers a measure is made of. */
export function inputsOf(measure: Measure): readonly FactName[] {
  if (measure.of === 'bmi') return [measure.heightCm, measure.weightKg];
  return measure.of === 'waistToHeight' ? [measure.waistCm, measure.heightCm] : [measure.moderate, measure.vigorous];
}
