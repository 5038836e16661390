import { recordAt, textAt, type Raw } from './elements.js';
import { newest } from './observation.js';
import type { Person } from './person.js';
import type { Stated } from './told.js';

interface Measured {
  readonly fact: string;
  readonly concept: string;
  /** The unit codes it may be written in. An empty one: a count has none. */
  readonly units: readonly string[];
  readonly fits: (value: number) => boolean;
  readonly expected: string;
}

/** Told, never reckoned with: no advice follows from a number that somebody else once found. */
const all: readonly Measured[] = [
  {
    fact: 'context.lastAuditC',
    concept: 'score.audit-c',
    units: ['', '1', '{score}'],
    fits: (value) => Number.isInteger(value) && value >= 0 && value <= 12,
    expected: 'a whole number from 0 to 12',
  },
  {
    fact: 'context.lastBmi',
    concept: 'measure.bmi',
    units: ['kg/m2'],
    fits: (value) => value > 0 && value < 200,
    expected: 'a number of kg/m2 below 200',
  },
];

/** The last AUDIT-C total and the last body mass index, as they were recorded. */
export const measured = (person: Person): readonly Stated[] => all.map((one) => lastOf(person, one));

function lastOf(person: Person, { fact, concept, units, fits, expected }: Measured): Stated {
  const found = newest(person, fact, [concept], 'valueQuantity');
  if ('why' in found) return found;
  const said = found.map(({ resource: { raw }, from }) => ({ from, value: numberIn(raw, units) }));
  const [first] = said;
  if (!first) return { fact, why: 'unknown' };
  const { from, value } = first;
  if (value === undefined || !fits(value)) return { fact, why: 'unreadable', from, message: `expected ${expected}` };
  if (said.some((one) => one.value !== value)) {
    return { fact, why: 'unreadable', from, message: 'several values are recorded for the same time' };
  }
  return { fact, value, from };
}

function numberIn(raw: Raw, units: readonly string[]): number | undefined {
  if (typeof raw.valueInteger === 'number' && units.includes('')) return raw.valueInteger;
  const quantity = recordAt(raw, 'valueQuantity');
  if (!quantity || textAt(quantity, 'comparator') !== undefined) return undefined;
  const code = textAt(quantity, 'system') === 'http://unitsofmeasure.org' ? textAt(quantity, 'code') : undefined;
  const unit = code ?? textAt(quantity, 'unit')?.replace('²', '2') ?? '';
  return typeof quantity.value === 'number' && units.includes(unit) ? quantity.value : undefined;
}
