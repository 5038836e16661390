import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outings } from '../../test/outings.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Behaviour, Pack, Script } from '../pack/pack.js';
import { decide } from './decide.js';
import { emptyHistory, type Happened } from './history.js';
import type { Policy } from './policy.js';

const policy = JSON.parse(
  readFileSync(new URL('../../../content/policies/default.json', import.meta.url), 'utf8'),
) as Policy;
const behaviours: Readonly<Record<string, Behaviour>> = {
  smoking: { name: 'behaviour.walking', adultsOnly: true },
  alcohol: { name: 'behaviour.walking', adultsOnly: true, sensitive: true },
  diet: { name: 'behaviour.walking', adultsOnly: true },
  weight: { name: 'behaviour.walking', adultsOnly: true, sensitive: true },
  'physical-activity': { name: 'behaviour.walking' },
};
const script = outings.scripts['walking.vba'] as Script;
const pack: Pack = {
  ...outings,
  behaviours,
  scripts: Object.fromEntries(
    Object.keys(behaviours).map((behaviour) => [`${behaviour}.vba`, { ...script, behaviour }]),
  ),
};
const all = Object.keys(behaviours);
const now = '2026-11-22T09:30:00.000Z';
const shown = (facts: ContextFacts, entries: [daysAgo: number, happened: Happened][] = []) => {
  const history = {
    ...emptyHistory,
    entries: entries.map(([days, happened]) => ({
      at: new Date(Date.parse(now) - days * 86_400_000).toISOString(),
      contactId: `contact-${days}`,
      script: 'smoking.vba',
      happened,
    })),
  };
  return decide(pack, policy, history, facts, now)
    .filter(({ show }) => show)
    .map(({ behaviour }) => behaviour);
};
const adult = { 'context.age': 41, 'context.pregnant': false };

describe('the policy that is shipped', () => {
  it('lets everything be shown to an adult of whom nothing speaks against it', () => {
    expect(shown(adult)).toEqual(all);
  });

  it('prompts for nothing at the end of life, with somebody acutely ill or very drunk', () => {
    expect(shown({ ...adult, 'context.endOfLife': true })).toEqual([]);
    expect(shown({ ...adult, 'context.acutelyIll': true })).toEqual([]);
    expect(shown({ ...adult, 'context.veryDrunk': true })).toEqual([]);
  });

  it('prompts for nothing about somebody who has died', () => {
    expect(shown({ ...adult, 'context.deceased': true })).toEqual([]);
  });

  it('does not ask somebody about smoking whose record says never, and asks whoever smokes or did', () => {
    expect(shown({ ...adult, 'context.smokingStatus': 'never' })).toEqual(all.filter((one) => one !== 'smoking'));
    for (const status of ['yes', 'used-to']) expect(shown({ ...adult, 'context.smokingStatus': status })).toEqual(all);
  });

  it('still talks about smoking with somebody who brings it up, whatever an old record says', () => {
    const facts = { ...adult, 'context.smokingStatus': 'never' };
    const smoking = decide(pack, policy, emptyHistory, facts, now).find(({ behaviour }) => behaviour === 'smoking');
    expect(smoking).toMatchObject({ show: false, mayOpen: true });
  });

  it('prompts for no topic for adults where somebody is under 18, or the age is not known', () => {
    for (const facts of [{}, { 'context.age': 17 }, { 'context.ageBand': '0-17' }, { 'context.under18': true }])
      expect(shown({ 'context.pregnant': false, ...facts } as ContextFacts)).toEqual(['physical-activity']);
    for (const facts of [{ 'context.age': 18 }, { 'context.ageBand': '18-24' }, { 'context.under18': false }])
      expect(shown({ 'context.pregnant': false, ...facts } as ContextFacts)).toEqual(all);
  });

  it('prompts for neither diet nor weight with an eating disorder, and for weight not in a possible pregnancy', () => {
    expect(shown({ ...adult, 'context.eatingDisorder': true })).toEqual(['smoking', 'alcohol', 'physical-activity']);
    for (const facts of [{ 'context.age': 41 }, { ...adult, 'context.pregnant': true }])
      expect(shown(facts)).toEqual(all.filter((one) => one !== 'weight'));
  });

  it('prompts for nothing sensitive while family interprets, and for nothing that somebody already has support with', () => {
    expect(shown({ ...adult, 'context.interpreter': 'family' })).toEqual(['smoking', 'diet', 'physical-activity']);
    for (const [behaviour, fact] of [
      ['smoking', 'smokingSupport'],
      ['physical-activity', 'activitySupport'],
    ])
      expect(shown({ ...adult, [`context.${fact}`]: true })).toEqual(all.filter((one) => one !== behaviour));
  });

  it('is quiet for twelve months after a topic was done or declined, and for six after "not now"', () => {
    const others = all.filter((one) => one !== 'smoking');
    for (const happened of ['declined', 'told', 'already-supported'] as const)
      expect([shown(adult, [[364, happened]]), shown(adult, [[365, happened]])]).toEqual([others, all]);
    expect([shown(adult, [[182, 'not-now']]), shown(adult, [[183, 'not-now']])]).toEqual([others, all]);
  });

  it('takes three prompts without an answer for a no of ninety days', () => {
    const three = (daysAgo: number): [number, Happened][] => [2, 1, 0].map((times) => [daysAgo + times * 30, 'shown']);
    const others = all.filter((one) => one !== 'smoking');
    expect([shown(adult, three(89)), shown(adult, three(90))]).toEqual([others, all]);
  });

  it('shows two prompts in four weeks and no third', () => {
    expect(shown(adult, [[10, 'dismissed']])).toEqual(all);
    expect(
      shown(adult, [
        [10, 'dismissed'],
        [27, 'dismissed'],
      ]),
    ).toEqual([]);
  });
});
