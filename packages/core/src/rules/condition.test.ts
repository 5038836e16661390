import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../pack/condition.js';
import type { Facts } from '../pack/fact.js';
import type { Trace } from '../pack/trace.js';
import { canBeKnown, evaluate, factsRead, holds } from './condition.js';

const adult: Condition = { fact: 'context.age', atLeast: 18 };
const truth = (condition: Condition, facts: Facts) => evaluate(condition, facts).truth;

describe('a condition', () => {
  it('keeps an absent fact unknown, never false', () => {
    expect(truth(adult, {})).toBe('unknown');
    expect(truth({ not: adult }, {})).toBe('unknown');
    expect(truth({ fact: 'context.pregnant', is: true }, {})).toBe('unknown');
  });

  it('takes null, which hosts write for what they do not know, for unknown and never for a no', () => {
    const facts = { 'context.pregnant': null } as unknown as Facts;
    expect(evaluate({ fact: 'context.pregnant', is: true }, facts)).toEqual({
      condition: { fact: 'context.pregnant', is: true },
      truth: 'unknown',
    });
  });

  it('compares at the edge: at least includes it, below does not', () => {
    expect(truth(adult, { 'context.age': 18 })).toBe(true);
    expect(truth({ fact: 'context.age', below: 18 }, { 'context.age': 18 })).toBe(false);
    expect(truth({ fact: 'context.age', below: 18 }, { 'context.age': 17 })).toBe(true);
  });

  it('knows a score only when the whole interval decides', () => {
    const high: Condition = { fact: 'score.audit-c', atLeast: 5 };
    expect(truth(high, { 'score.audit-c': { from: 5, to: 12 } })).toBe(true);
    expect(truth(high, { 'score.audit-c': { from: 0, to: 4 } })).toBe(false);
    expect(truth(high, { 'score.audit-c': { from: 4, to: 5 } })).toBe('unknown');
    expect(truth({ fact: 'score.audit-c', is: 3 }, { 'score.audit-c': { from: 0, to: 4 } })).toBe('unknown');
    expect(truth({ fact: 'score.audit-c', is: 7 }, { 'score.audit-c': { from: 0, to: 4 } })).toBe(false);
  });

  it('takes both ends of a score that is still open for possible, and one of a list for enough', () => {
    const is = (value: number | number[], from: number, to: number) =>
      truth({ fact: 'score.audit-c', is: value }, { 'score.audit-c': { from, to } });
    expect([is(0, 0, 4), is(4, 0, 4), is([4, 9], 0, 4)]).toEqual(['unknown', 'unknown', 'unknown']);
    expect([is(3, 3, 3), is([3, 9], 3, 3), is([8, 9], 3, 3)]).toEqual([true, true, false]);
  });

  it('lets a known part decide for the whole, and only then', () => {
    const pregnant: Condition = { fact: 'context.pregnant', is: true };
    expect(truth({ all: [adult, pregnant] }, { 'context.age': 17 })).toBe(false);
    expect(truth({ any: [adult, pregnant] }, { 'context.age': 18 })).toBe(true);
    expect(truth({ all: [adult, pregnant] }, { 'context.age': 18 })).toBe('unknown');
    expect(truth({ any: [adult, pregnant] }, { 'context.age': 17 })).toBe('unknown');
  });

  it('gives reasons in its own shape, with what was found', () => {
    const trace = evaluate({ all: [adult] }, { 'context.age': 41 });
    expect(trace.because).toEqual([{ condition: adult, truth: true, found: 41 }]);
  });

  it('names every fact it reads, once', () => {
    expect(factsRead({ any: [adult, { not: { all: [adult, { fact: 'score.x', below: 2 }] } }] })).toEqual([
      'context.age',
      'score.x',
    ]);
  });
});

const leaf = fc.constantFrom<Condition>(
  { fact: 'context.a', is: true },
  { fact: 'context.b', is: ['x', 'y'] },
  { fact: 'context.c', atLeast: 3 },
  { fact: 'context.c', below: 7 },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const facts = fc.record(
  {
    'context.a': fc.boolean(),
    'context.b': fc.constantFrom('x', 'y', 'z'),
    'context.c': fc.integer({ min: 0, max: 10 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Facts>;

describe('any condition', () => {
  it('never changes its mind when more becomes known: true and false stay', () => {
    fc.assert(
      fc.property(condition, facts, facts, (tested, known, more) => {
        const before = truth(tested, known);
        if (before !== 'unknown') expect(truth(tested, { ...more, ...known })).toBe(before);
      }),
    );
  });

  it('obeys De Morgan with three values', () => {
    fc.assert(
      fc.property(condition, condition, facts, (a, b, known) => {
        expect(truth({ not: { all: [a, b] } }, known)).toBe(truth({ any: [{ not: a }, { not: b }] }, known));
      }),
    );
  });

  it('can be known in a script unless all it reads are answers to another one', () => {
    const here: Condition = { fact: 'answer.smoking.vba.smokes', is: 'yes' };
    const elsewhere: Condition = { fact: 'answer.alcohol.brief.drinks', is: 'yes' };
    expect(canBeKnown(here, 'smoking.vba')).toBe(true);
    expect(canBeKnown(elsewhere, 'smoking.vba')).toBe(false);
    expect(canBeKnown({ not: elsewhere }, 'smoking.vba')).toBe(false);
    expect(canBeKnown({ any: [elsewhere, here] }, 'smoking.vba')).toBe(true);
    expect(canBeKnown({ all: [elsewhere, adult] }, 'smoking.vba')).toBe(true);
    expect(canBeKnown({ all: [] }, 'smoking.vba')).toBe(true);
  });

  it('gives its reason when asked for, whether or not it holds', () => {
    const because: Trace[] = [];
    expect(holds(adult, { 'context.age': 17 }, because)).toBe(false);
    expect(holds(adult, { 'context.age': 18 }, because)).toBe(true);
    expect(holds(adult, { 'context.age': 18 })).toBe(true);
    expect(because.map((trace) => trace.truth)).toEqual([false, true]);
  });
});
