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

  it('says each reason once, and more than one as a list in the language of the reader', () => {
    const answer = '[ui.because-answer] Do you garden at all? Yes';
    const told = '[ui.because-context] Tired [ui.value-yes]';
    expect(because({ all: [gardens, gardens] })).toBe(`[ui.because] ${answer}`);
    expect(because({ all: [gardens, tired] })).toBe(`[ui.because] ${answer} and ${told}`);
    const arabic = explain(gardening, evaluate({ all: [gardens, tired] }, facts), { ...reader, locale: 'ar-XB' });
    expect(arabic).not.toContain(' and ');
  });

  it('says yes, no and numbers as they were told', () => {
    const known: Facts = { 'context.tired': false, 'context.age': 41, 'answer.gardening.brief.minutes': 60 };
    const said = (condition: Condition) => explain(gardening, evaluate(condition, known), reader);
    expect(said(rested)).toBe('[ui.because] [ui.because-context] Tired [ui.value-no]');
    expect(said({ fact: 'context.age', atLeast: 18 })).toBe('[ui.because] [ui.because-context] Age 41');
    expect(said({ fact: 'answer.gardening.brief.minutes', atLeast: 30 })).toBe(
      '[ui.because] [ui.because-answer] How many minutes a week? 60',
    );
  });

  it('says nothing of what nobody was asked or told: a sum', () => {
    const sum: Condition = { fact: 'score.digging', below: 3 };
    expect(explain(gardening, evaluate(sum, { 'score.digging': { from: 0, to: 2 } }), reader)).toBe('');
  });

  it('is silent where the whole does not hold', () => {
    expect(because({ all: [gardens, rested] })).toBe('');
  });
});
