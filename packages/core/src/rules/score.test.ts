import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { knownFacts } from './facts.js';
import { measureOf } from './measure.js';
import { results } from './result.js';
import { scoreOf } from './score.js';

describe('a score', () => {
  it('is the whole range before the first item and one number after the last', () => {
    expect(scoreOf(gardening, 'digging', {})).toEqual({ from: 0, to: 4 });
    expect(scoreOf(gardening, 'digging', { 'item.digging.weeds': 'often' })).toEqual({ from: 2, to: 4 });
    expect(scoreOf(gardening, 'digging', { 'item.digging.weeds': 'often', 'item.digging.digs': 'never' })).toEqual({
      from: 2,
      to: 2,
    });
  });

  it('counts the points of the instrument it continues', () => {
    expect(scoreOf(gardening, 'digging-long', { 'item.digging.weeds': 'often' })).toEqual({ from: 2, to: 8 });
  });

  it('takes an implied answer for given', () => {
    const facts = knownFacts(gardening, {}, [], { 'item.digging.weeds': 'never' });
    expect(facts['item.digging.digs']).toBe('never');
    expect(facts['score.digging']).toEqual({ from: 0, to: 0 });
  });

  it('shows no result while it is an interval', () => {
    const open = knownFacts(gardening, {}, [], { 'item.digging.weeds': 'often' });
    expect(results(gardening, open)).toEqual([]);
    const closed = knownFacts(gardening, {}, [], { 'item.digging.weeds': 'never' });
    expect(results(gardening, closed).map(({ of, value }) => [of, value])).toEqual([['score.digging', 0]]);
  });
});

describe('a measure', () => {
  const bmi = {
    of: 'bmi',
    heightCm: 'context.height',
    weightKg: 'context.weight',
    bands: [],
    source: 'handbook',
  } as const;
  const ratio = {
    of: 'waistToHeight',
    waistCm: 'context.waist',
    heightCm: 'context.height',
    bands: [],
    source: 'handbook',
  } as const;

  it('rounds BMI half up to one decimal in integers: 24.95 is 25.0', () => {
    // 99.8 kg at 200 cm is exactly 24.95.
    expect(measureOf(bmi, { 'context.height': 200, 'context.weight': 99.8 })).toBe(25);
    expect(measureOf(bmi, { 'context.height': 200, 'context.weight': 99.7 })).toBe(24.9);
  });

  it('gives waist to height with two decimals', () => {
    expect(measureOf(ratio, { 'context.height': 180, 'context.waist': 89.9 })).toBe(0.5);
    expect(measureOf(ratio, { 'context.height': 180, 'context.waist': 89 })).toBe(0.49);
  });

  it('is unknown while a number is missing', () => {
    expect(measureOf(bmi, { 'context.height': 200 })).toBeUndefined();
  });
});
