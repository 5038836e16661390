import type { FactName, Facts, MeasureName, Value } from '../pack/fact.js';
import type { Domain, Measure, Pack } from '../pack/pack.js';
import { inputsOf, measureOf } from '../rules/measure.js';
import { constantsIn } from './conditions.js';

/** A value to try, and how many values of the domain it stands for. */
interface Tried {
  readonly value: Value;
  readonly of: number;
}
type Numbers = Domain & { type: 'number' };
/** Neighbours on a grid that no condition tells apart. */
interface Run {
  readonly sign: string;
  readonly first: number;
  last: number;
  length: number;
}

/** The values of a fact that some condition of the pack can tell apart. */
export interface Grid {
  /** Both ends of every run of numbers that no condition tells apart. */
  numbers(name: FactName, domain: Numbers, known: Facts): readonly Tried[];
  /** One of each kind that a condition tells apart: enough for what is told, where nothing is asked. */
  classes(name: FactName, domain: Domain): readonly Value[];
}

/** @param domainOf what a number that is asked or told can be */
export function gridOf(pack: Pack, domainOf: (name: FactName) => Domain | undefined): Grid {
  const constants = constantsIn(pack);
  const seen = new Map<string, readonly Run[]>();

  const side = (name: FactName, value: number) => (constants.get(name) ?? []).map((one) => sideOf(value, one)).join('');

  /** What a number tells about a measure: its class, or all it still can be while the other number is open. */
  function reach(measure: Measure, facts: Facts): string {
    const name: MeasureName = `measure.${measure.of}`;
    const open = inputsOf(measure).find((input) => facts[input] === undefined);
    if (open === undefined) return side(name, measureOf(measure, facts) ?? 0);
    const domain = domainOf(open);
    if (domain?.type !== 'number') return '';
    return along(domain, (value) => side(name, measureOf(measure, { ...facts, [open]: value }) ?? 0)).join(',');
  }

  function runs(name: FactName, domain: Numbers, known: Facts): readonly Run[] {
    const fed = pack.measures.filter((measure) => inputsOf(measure).includes(name));
    const others = fed.flatMap(inputsOf).filter((input) => input !== name && known[input] !== undefined);
    const facts = Object.fromEntries(others.map((input) => [input, known[input]])) as Facts;
    const key = `${name} ${JSON.stringify(facts)}`;
    const before = seen.get(key);
    if (before) return before;
    const sign = (value: number) =>
      [side(name, value), ...fed.map((measure) => reach(measure, { ...facts, [name]: value }))].join(' ');
    const found = runsOf(domain, sign);
    seen.set(key, found);
    return found;
  }

  return {
    numbers: (name, domain, known) =>
      runs(name, domain, known).flatMap(({ first, last, length }) =>
        length === 1
          ? { value: first, of: 1 }
          : [
              { value: first, of: length - 1 },
              { value: last, of: 1 },
            ],
      ),
    classes(name, domain) {
      if (domain.type === 'yes-no') return [true, false];
      if (domain.type === 'number') return runs(name, domain, {}).map(({ first }) => first);
      const compared = (constants.get(name) ?? []).map(String);
      if (domain.type === 'language') return [...compared, 'mis'];
      const rest = domain.values.find((value) => !compared.includes(value));
      return [...domain.values.filter((value) => compared.includes(value)), ...(rest === undefined ? [] : [rest])];
    },
  };
}

const sideOf = (value: number, constant: Value) =>
  value < Number(constant) ? '<' : value > Number(constant) ? '>' : '=';

const size = ({ min, max, by }: Numbers) => Math.floor((max - min) / by + 1e-9) + 1;
const valueAt = ({ min, by }: Numbers, index: number) => Number((min + index * by).toFixed(6));

/** Every number of a grid. */
export const valuesOf = (domain: Numbers): readonly number[] =>
  Array.from({ length: size(domain) }, (_, index) => valueAt(domain, index));

/** Follows a grid from end to end: neighbours with the same sign are one run. */
function runsOf(domain: Numbers, sign: (value: number) => string): readonly Run[] {
  const runs: Run[] = [];
  for (const value of valuesOf(domain)) {
    const here = sign(value);
    const run = runs.at(-1);
    if (run?.sign === here) {
      run.last = value;
      run.length++;
    } else runs.push({ sign: here, first: value, last: value, length: 1 });
  }
  return runs;
}

/** The classes along a grid, by halving: a measure only rises or only falls, so equal ends mean equal all between. */
export function along(domain: Numbers, classOf: (value: number) => string): readonly string[] {
  const between = (from: number, to: number, first: string, last: string): string[] => {
    if (first === last || to - from < 2) return [];
    const middle = Math.floor((from + to) / 2);
    const here = classOf(valueAt(domain, middle));
    return [...between(from, middle, first, here), here, ...between(middle, to, here, last)];
  };
  const last = size(domain) - 1;
  const [low, high] = [classOf(valueAt(domain, 0)), classOf(valueAt(domain, last))];
  return [...new Set([low, ...between(0, last, low, high), high])];
}
