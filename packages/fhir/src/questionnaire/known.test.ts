import type { FactName } from '@everycontact/core';
import { expect, test } from 'vitest';
import { never, oneOf, type Place } from './formula.js';
import { known, type Sources } from './known.js';
import { type Source, skipped } from './places.js';

const smokes: Place = { link: 'smokes', values: ['yes', 'used-to', 'never', skipped] };
const tired: Place = { link: 'tired' };
const units: Place = { link: 'units' };
const when = { at: tired, is: true } as const;
const sources: Sources = new Map<FactName, Source>([
  ['answer.a.smokes', { kind: 'choice', place: smokes }],
  ['answer.a.implied', { kind: 'choice', place: smokes, implied: new Map([['never', when]]) }],
  ['context.tired', { kind: 'yes-no', place: tired }],
  ['context.ill', { kind: 'ticked', when }],
  ['answer.a.units', { kind: 'number', place: units, by: 1 }],
]);
const smoker = { fact: 'answer.a.smokes', is: 'yes' } as const;

test('a choice is known false by each of its other answers, and never by a skip', () => {
  expect(known(smoker, sources)).toEqual({ yes: oneOf(smokes, ['yes']), no: oneOf(smokes, ['used-to', 'never']) });
  expect(known({ fact: 'answer.a.smokes', is: ['yes', 'used-to'] }, sources)).toEqual({
    yes: oneOf(smokes, ['yes', 'used-to']),
    no: oneOf(smokes, ['never']),
  });
});

test('"not" is known true where what it denies is known false, and unknown stays unknown', () => {
  const { yes, no } = known(smoker, sources);
  expect(known({ not: smoker }, sources)).toEqual({ yes: no, no: yes });
  const elsewhere = { fact: 'answer.b.drinks', is: 'yes' } as const;
  expect(known({ not: elsewhere }, sources)).toEqual({ yes: never, no: never });
  expect(known(smoker, sources, () => false)).toEqual({ yes: never, no: never });
});

test('what an answer implies counts as if it had been given', () => {
  const { yes, no } = known({ fact: 'answer.a.implied', is: 'never' }, sources);
  expect(yes).toEqual({ any: [oneOf(smokes, ['never']), when] });
  expect(no).toEqual(oneOf(smokes, ['yes', 'used-to']));
});

test('a yes or no is known either way by its answer, and a tick says only that it was made', () => {
  const no = { at: tired, is: false };
  expect(known({ fact: 'context.tired', is: true }, sources)).toEqual({ yes: when, no });
  expect(known({ fact: 'context.tired', is: false }, sources)).toEqual({ yes: no, no: when });
  expect(known({ fact: 'context.ill', is: true }, sources)).toEqual({ yes: when, no: never });
  expect(known({ fact: 'context.ill', is: false }, sources)).toEqual({ yes: never, no: when });
});

test('a number is known to reach a bound, and known to stay below it', () => {
  const [yes, no] = [
    { at: units, atLeast: 14 },
    { at: units, below: 14 },
  ];
  expect(known({ fact: 'answer.a.units', atLeast: 14 }, sources)).toEqual({ yes, no });
  expect(known({ fact: 'answer.a.units', below: 14 }, sources)).toEqual({ yes: no, no: yes });
});
