import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Condition } from '../pack/condition.js';
import type { Facts } from '../pack/fact.js';
import { evaluate } from './condition.js';
import { explain } from './explain.js';

const reader = { locale: 'en-GB', audience: 'worker' } as const;
const facts: Facts = { 'answer.gardening.brief.gardens': 'yes', 'context.tired': true };
const gardens: Condition = { fact: 'answer.gardening.brief.gardens', is: 'yes' };
const rested: Condition = { fact: 'context.tired', is: false };
const tired: Condition = { fact: 'context.tired', is: true };
const because = (condition: Condition) => explain(gardening, evaluate(condition, facts), reader);

describe('a reason in words', () => {
  it('tells what holds, and under a "not" what does not', () => {
    expect(because({ all: [gardens, { not: rested }] })).toBe(because({ all: [gardens, tired] }));
  });

  it('tells nothing of a branch that did not hold, though a part of it did', () => {
    expect(because({ any: [{ all: [gardens, rested] }, tired] })).toBe(because(tired));
  });

  it('is silent where the whole does not hold', () => {
    expect(because({ all: [gardens, rested] })).toBe('');
  });
});
