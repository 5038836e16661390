import { describe, expect, it } from 'vitest';
import { fitsDomain } from './domain.js';
import type { Value } from './fact.js';
import type { ContextFact } from './pack.js';

const label = 'context.age';
const fits = (fact: ContextFact, ...values: (Value | undefined)[]) => values.map((value) => fitsDomain(fact, value));

describe('a fact about a person', () => {
  it('that is a number lies between its ends, which are both inside, and is no text', () => {
    const age: ContextFact = { type: 'number', min: 16, max: 120, by: 1, label };
    expect(fits(age, 16, 40, 120)).toEqual([true, true, true]);
    expect(fits(age, 15, 121, NaN, '40', true, undefined)).toEqual([false, false, false, false, false, false]);
  });

  it('that is yes or no is neither a word nor a number', () => {
    expect(fits({ type: 'yes-no', label }, true, false, 'yes', 1)).toEqual([true, true, false, false]);
  });

  it('that is one of some is none but these', () => {
    expect(fits({ type: 'choice', values: ['man', 'woman'], label }, 'man', 'men', undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('that is a language is a tag, and not the name of one', () => {
    expect(fits({ type: 'language', label }, 'ar', 'pt-BR', 'Arabic!', 'a', 7)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
