import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import type { Pack, SignpostRule } from '../pack/pack.js';
import { needsNow, signpost } from './signpost.js';

const rule = (id: string, need: string, when: SignpostRule['when']): SignpostRule => ({
  id,
  need,
  when,
  why: 'why.club',
  source: 'handbook',
});
const tired = { fact: 'context.tired', is: true } as const;
const pack: Pack = {
  ...gardening,
  signposting: [
    rule('tired', 'young', tired),
    rule('rested', 'club', { not: tired }),
    rule('rested-too', 'club', { not: tired }),
    rule('cook', 'young', { fact: 'answer.cooking.brief.cooks', is: 'yes' }),
  ],
};
const needs = (isTired?: boolean) =>
  needsNow(pack, 'gardening.brief', isTired === undefined ? {} : { 'context.tired': isTired });

describe('signposting', () => {
  it('is for what is known true: neither for what is not known nor for what is known to be false', () => {
    expect(needs()).toEqual([]);
    expect(needs(true).map(({ rule: id }) => id)).toEqual(['tired']);
  });

  it('names each need once, by the first rule of the pack that holds', () => {
    expect(needs(false).map(({ rule: id, need }) => [id, need])).toEqual([['rested', 'club']]);
  });

  it('tells of every rule why, and why not', () => {
    const told = signpost(pack, { 'context.tired': true });
    expect(told.map(({ rule: id, need, trace }) => [id, need, trace.truth])).toEqual([
      ['tired', 'young', true],
      ['rested', 'club', false],
      ['rested-too', 'club', false],
      ['cook', 'young', 'unknown'],
    ]);
  });
});
