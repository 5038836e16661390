import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { FactName, Facts } from '../pack/fact.js';
import type { Domain, Measure, Pack, Script } from '../pack/pack.js';
import { measureOf } from '../rules/measure.js';
import { gridOf } from './grid.js';

const height = 'answer.garden.height' as const;
const weight = 'answer.garden.weight' as const;
const domains: Readonly<Partial<Record<FactName, Domain & { type: 'number' }>>> = {
  [height]: { type: 'number', min: 100, max: 220, by: 1 },
  [weight]: { type: 'number', min: 20, max: 300, by: 0.1 },
};
const bmi: Measure = { of: 'bmi', heightCm: height, weightKg: weight, bands: [], source: 'handbook' };
const pack: Pack = {
  ...gardening,
  measures: [bmi],
  signposting: [
    { ...gardening.signposting[0]!, when: { fact: 'measure.bmi', atLeast: 25 } },
    { ...gardening.signposting[0]!, when: { fact: 'measure.bmi', below: 18.5 } },
    { ...gardening.signposting[0]!, when: { fact: height, atLeast: 150 } },
  ],
};
const grid = gridOf(pack, (name) => domains[name]);
const tried = (name: FactName, known: Facts = {}) => grid.numbers(name, domains[name]!, known);
const values = (name: FactName, known?: Facts) => tried(name, known).map(({ value }) => Number(value));
const bmiOf = (cm: number, kg: number) => measureOf(bmi, { [height]: cm, [weight]: kg })!;
const classOf = (cm: number, kg: number) => [bmiOf(cm, kg) >= 25, bmiOf(cm, kg) < 18.5].join();

describe('the numbers that are tried', () => {
  it('are both ends, and both sides of every constant', () => {
    expect(values(height)).toEqual(expect.arrayContaining([100, 149, 150, 220]));
  });

  const when = { fact: height, atLeast: 150 } as const;
  const { permission, ...others } = gardening.scripts['gardening.brief']!.steps;
  const branch = { when: [{ if: when, to: 'gardens' }], otherwise: 'minutes' };
  const steps = { ...others, permission: { ...permission!, next: branch } } as Script['steps'];
  const rule = gardening.signposting[0]!;
  it.each<[string, Partial<Pack>]>([
    ['a branch', { scripts: { 'gardening.brief': { ...gardening.scripts['gardening.brief']!, steps } } }],
    ['a flag', { flags: { tall: { ...gardening.flags.child!, when } } }],
    ['a rule', { signposting: [{ ...rule, when }] }],
    ['a rule of several parts', { signposting: [{ ...rule, when: { not: { any: [{ all: [when] }] } } }] }],
    ['a rule of several values', { signposting: [{ ...rule, when: { fact: height, is: [200, 150] } }] }],
    [
      'bands of an instrument',
      { instruments: { dig: { ...gardening.instruments.digging!, bands: [{ when, bands: [] }] } } },
    ],
    ['bands of a measure', { measures: [{ ...bmi, bands: [{ when, bands: [] }] }] }],
  ])('stand on both sides of what %s compares with', (_, part) => {
    const bare = { ...gardening, measures: [], signposting: [], flags: {}, instruments: {} };
    const tall = domains[height]!;
    const found = (pack: Pack) => gridOf(pack, () => tall).numbers(height, tall, {});
    expect(found(bare).map(({ value }) => value)).not.toContain(150);
    expect(found({ ...bare, ...part }).map(({ value }) => value)).toEqual(expect.arrayContaining([149, 150]));
  });

  it('reach every class of a measure, from each height that is tried', () => {
    for (const cm of values(height)) {
      const all = new Set(Array.from({ length: 2801 }, (_, index) => classOf(cm, 20 + index / 10)));
      expect(new Set(values(weight, { [height]: cm }).map((kg) => classOf(cm, kg)))).toEqual(all);
    }
  });

  it('stand on both sides of a limit, to the tenth of a kilogram', () => {
    const kilograms = values(weight, { [height]: 170 });
    const least = kilograms.find((kg) => bmiOf(170, kg) >= 25)!;
    expect(kilograms).toContain(Number((least - 0.1).toFixed(1)));
    expect(bmiOf(170, Number((least - 0.1).toFixed(1)))).toBeLessThan(25);
  });

  it('stand for the whole grid together, and are few', () => {
    expect(tried(height).reduce((sum, { of }) => sum + of, 0)).toBe(121);
    expect(tried(weight, { [height]: 170 }).reduce((sum, { of }) => sum + of, 0)).toBe(2801);
    expect(values(height).length * values(weight, { [height]: 170 }).length).toBeLessThan(500);
  });
});

describe('a measure', () => {
  const number = (min: number, max: number) => fc.integer({ min, max });
  it('only rises with weight and only falls with height', () => {
    fc.assert(
      fc.property(number(100, 219), number(200, 2999), (cm, tenths) => {
        expect(bmiOf(cm, (tenths + 1) / 10)).toBeGreaterThanOrEqual(bmiOf(cm, tenths / 10));
        expect(bmiOf(cm + 1, tenths / 10)).toBeLessThanOrEqual(bmiOf(cm, tenths / 10));
      }),
    );
  });

  it('of waist and height, and of minutes, does the same', () => {
    const ratio: Measure = { of: 'waistToHeight', waistCm: weight, heightCm: height, bands: [], source: 'handbook' };
    const minutes: Measure = {
      of: 'activityMinutes',
      moderate: height,
      vigorous: weight,
      bands: [],
      source: 'handbook',
    };
    const of = (measure: Measure, first: number, second: number) =>
      measureOf(measure, { [height]: first, [weight]: second })!;
    fc.assert(
      fc.property(number(100, 219), number(40, 200), (a, b) => {
        expect(of(ratio, a, b + 1)).toBeGreaterThanOrEqual(of(ratio, a, b));
        expect(of(ratio, a + 1, b)).toBeLessThanOrEqual(of(ratio, a, b));
        expect(of(minutes, a + 1, b)).toBeGreaterThanOrEqual(of(minutes, a, b));
        expect(of(minutes, a, b + 1)).toBeGreaterThanOrEqual(of(minutes, a, b));
      }),
    );
  });
});

describe('what the host may tell', () => {
  it('is tried once for each kind that a condition tells apart', () => {
    const age = { type: 'number', min: 0, max: 120, by: 1 } as const;
    expect(gridOf(gardening, () => undefined).classes('context.age', age)).toEqual([0, 18, 19]);
    expect(gridOf(gardening, () => undefined).classes('context.tired', { type: 'yes-no' })).toEqual([true, false]);
  });
});
