import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Facts } from '../pack/fact.js';
import type { BandSet } from '../pack/pack.js';
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

  it('falls in the highest band that it reaches, in whatever order they are written', () => {
    const low = { from: 0, text: 'band.low', source: 'handbook' };
    const high = { from: 2, text: 'band.high', source: 'handbook' };
    for (const bands of [
      [low, high],
      [high, low],
    ]) {
      expect([1, 2, 3].map((value) => bandAt([{ bands }], value, {}))).toEqual(['band.low', 'band.high', 'band.high']);
    }
    expect(bandAt([{ bands: [high] }], 1, {})).toBeUndefined();
  });

  it('falls in the bands for some only where it is known that they are for this person', () => {
    const band = (text: string) => [{ from: 0, text, source: 'handbook' }];
    const sets = [
      { when: { fact: 'context.pregnant', is: true }, bands: band('band.high') } as const,
      { bands: band('band.low') },
    ];
    expect(bandAt(sets, 1, { 'context.pregnant': true })).toBe('band.high');
    expect(bandAt(sets, 1, { 'context.pregnant': false })).toBe('band.low');
    expect(bandAt(sets, 1, {})).toBe('band.low');
  });
});

const bandAt = (bands: readonly BandSet[], value: number, facts: Facts) => {
  const instruments = { digging: { ...gardening.instruments.digging!, bands } };
  const known = { ...facts, 'score.digging': { from: value, to: value } };
  return results({ ...gardening, instruments, measures: [] }, known)[0]?.band.text;
};

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

  const minutes = {
    of: 'activityMinutes',
    moderate: 'context.moderate',
    vigorous: 'context.vigorous',
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
    expect(measureOf(bmi, { 'context.weight': 90 })).toBeUndefined();
    expect(measureOf(ratio, { 'context.height': 180 })).toBeUndefined();
    expect(measureOf(ratio, { 'context.waist': 90 })).toBeUndefined();
    expect(measureOf(minutes, { 'context.moderate': 60 })).toBeUndefined();
    expect(measureOf(minutes, { 'context.vigorous': 60 })).toBeUndefined();
  });

  it('counts a vigorous minute as two, and none as none', () => {
    expect(measureOf(minutes, { 'context.moderate': 60, 'context.vigorous': 45 })).toBe(150);
    expect(measureOf(minutes, { 'context.moderate': 0, 'context.vigorous': 0 })).toBe(0);
  });
});
