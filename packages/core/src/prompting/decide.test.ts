import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outings } from '../../test/outings.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import { decide, type Decision } from './decide.js';
import { emptyHistory, type Happened, type History, type HistoryEntry } from './history.js';
import type { Policy, PolicyRule } from './policy.js';

const now = '2026-11-22T09:30:00.000Z';
const dayAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const open: Policy = { schema: 'everycontact/policy@1', rules: [], longestSnoozeDays: 365 };
const ruled = (...rules: PolicyRule[]): Policy => ({ ...open, rules });
const past = (...entries: [days: number, happened: Happened, more?: Partial<HistoryEntry>][]): History => ({
  ...emptyHistory,
  entries: entries.map(([days, happened, more]) => ({
    at: dayAgo(days),
    contactId: `contact-${days}`,
    script: 'walking.vba',
    happened,
    ...more,
  })),
});

interface Given {
  readonly policy?: Policy;
  readonly history?: History;
  readonly facts?: ContextFacts;
  readonly contactId?: string;
  readonly pack?: Pack;
}
const decided = ({ policy = open, history = emptyHistory, facts = {}, contactId, pack = outings }: Given) =>
  decide(pack, policy, history, facts, now, contactId);
const shown = (given: Given) =>
  decided(given)
    .filter(({ show }) => show)
    .map(({ script }) => script);
const about = (given: Given, script = 'walking.vba'): Decision =>
  decided(given).find((decision) => decision.script === script)!;
const against = (decision: Decision) => decision.because.filter(({ allows }) => allows === false);

const contactCap: PolicyRule = { id: 'one', of: 'any', atMost: 1, per: 'contact', source: 'proposal' };
const monthCap: PolicyRule = { id: 'two', of: 'any', atMost: 2, per: { days: 28 }, source: 'proposal' };
const year: PolicyRule = {
  id: 'year',
  of: 'behaviour',
  after: ['declined', 'told'],
  quietDays: 365,
  source: 'proposal',
};
const unanswered: PolicyRule = {
  id: 'unanswered',
  of: 'behaviour',
  after: ['ignored', 'dismissed'],
  times: 3,
  quietDays: 90,
  source: 'proposal',
};

describe('what may be shown', () => {
  it('is every script of the pack where nothing stands against it, with each rule and its verdict', () => {
    expect(shown({})).toEqual(Object.keys(outings.scripts));
    expect(about({ policy: ruled(contactCap) }).because.map(({ rule, allows }) => [rule, allows])).toEqual([
      ['switched-off', true],
      ['content', true],
      ['do-not-ask', true],
      ['one', true],
      ['snooze', true],
    ]);
  });

  it('comes in the order of the policy, what may be shown first, then what may be opened', () => {
    const policy: Policy = { ...ruled(year), order: ['climbing.vba', 'gone.vba', 'walking.brief'], off: ['climbing'] };
    const order = decided({ policy, history: past([3, 'declined']) }).map(({ script }) => script);
    expect(order).toEqual(['sailing.vba', 'walking.brief', 'walking.vba', 'climbing.vba']);
  });
});

describe('a cap', () => {
  it('holds for the contact that is going on, and a new contact begins anew', () => {
    const history = past([0, 'shown']);
    expect(shown({ policy: ruled(contactCap), history, contactId: 'contact-0' })).toEqual([]);
    expect(shown({ policy: ruled(contactCap), history, contactId: 'other' })).toHaveLength(4);
  });

  it('counts the prompts of a period, and names the day on which the oldest leaves it', () => {
    const decision = about({ policy: ruled(monthCap), history: past([27, 'shown'], [3, 'shown']) });
    expect([decision.show, against(decision)]).toEqual([
      false,
      [{ rule: 'two', limits: 'prompt', allows: false, until: '2026-11-23' }],
    ]);
    expect(about({ policy: ruled(monthCap), history: past([28, 'shown'], [3, 'shown']) }).show).toBe(true);
  });

  it('counts a prompt once, whatever came of it, and one of which only the outcome was kept', () => {
    const history = past([3, 'shown'], [3, 'declined'], [3, 'do-not-ask', { script: 'sailing.vba' }]);
    expect(about({ policy: ruled(monthCap), history }).because.find(({ rule }) => rule === 'two')?.allows).toBe(true);
    const outcomes = past([3, 'told'], [2, 'told', { script: 'sailing.vba' }]);
    expect(about({ policy: ruled(monthCap), history: outcomes }, 'climbing.vba').show).toBe(false);
  });

  it('may count each behaviour by itself', () => {
    const policy = ruled({ ...monthCap, of: 'behaviour', atMost: 1 });
    expect(shown({ policy, history: past([3, 'shown']) })).toEqual(['sailing.vba', 'climbing.vba']);
  });
});

describe('a cool-down', () => {
  it('keeps a behaviour quiet in all its methods for so many civil days after it was declined or done', () => {
    expect(shown({ policy: ruled(year), history: past([364, 'declined']) })).toEqual(['sailing.vba', 'climbing.vba']);
    expect(shown({ policy: ruled(year), history: past([365, 'declined']) })).toHaveLength(4);
    const [verdict] = against(about({ policy: ruled(year), history: past([1, 'told']) }, 'walking.brief'));
    expect(verdict?.until).toBe('2027-11-21');
  });

  it('is not lifted by what came later', () => {
    expect(about({ policy: ruled(year), history: past([300, 'declined'], [10, 'dismissed']) }).show).toBe(false);
  });

  it('takes three prompts that nobody answered for a no', () => {
    const two = past([40, 'shown'], [30, 'shown'], [30, 'dismissed']);
    expect(about({ policy: ruled(unanswered), history: two }).show).toBe(true);
    const three = { ...two, entries: [...two.entries, ...past([20, 'shown']).entries] };
    const decision = about({ policy: ruled(unanswered), history: three });
    expect(against(decision)).toEqual([{ rule: 'unanswered', limits: 'prompt', allows: false, until: '2027-01-31' }]);
  });

  it('counts only prompts with no answer between, and none that may still be answered', () => {
    const answered = past([40, 'shown'], [35, 'not-relevant'], [30, 'shown'], [20, 'shown']);
    expect(about({ policy: ruled(unanswered), history: answered }).show).toBe(true);
    const running = past([40, 'shown'], [30, 'shown'], [0, 'shown']);
    expect(about({ policy: ruled(unanswered), history: running, contactId: 'contact-0' }).show).toBe(true);
    expect(about({ policy: ruled(unanswered), history: running }).show).toBe(false);
  });

  it('knows the behaviour of a script that the pack no longer has', () => {
    const history = past([3, 'declined', { script: 'walking.mi-ruler' }]);
    expect(about({ policy: ruled(year), history }).show).toBe(false);
  });

  it('reads a history in any order', () => {
    const history = past([20, 'shown'], [40, 'shown'], [35, 'not-relevant'], [30, 'shown']);
    expect(about({ policy: ruled(unanswered), history }).show).toBe(true);
  });
});

describe('a snooze', () => {
  it('ends on the day that was asked for', () => {
    expect(about({ history: past([3, 'snoozed', { until: '2026-11-23' }]) }).show).toBe(false);
    expect(about({ history: past([3, 'snoozed', { until: '2026-11-22' }]) }).show).toBe(true);
  });

  it('never lasts longer than the policy lets it, also where no day was given', () => {
    const policy = { ...open, longestSnoozeDays: 30 };
    for (const more of [{ until: '2030-01-01' }, {}]) {
      const decision = about({ policy, history: past([3, 'snoozed', more]) });
      expect(against(decision).map(({ until }) => until)).toEqual(['2026-12-19']);
      expect(about({ policy, history: past([30, 'snoozed', more]) }).show).toBe(true);
    }
  });
});

describe('what is never prompted for', () => {
  it('is what the person does not want to be asked about, whatever the policy says', () => {
    const decision = about({ history: past([4000, 'do-not-ask']) }, 'walking.brief');
    expect([decision.show, decision.mayOpen, against(decision).map(({ rule }) => rule)]).toEqual([
      false,
      false,
      ['do-not-ask'],
    ]);
    expect(shown({ history: past([4000, 'do-not-ask']) })).toEqual(['sailing.vba', 'climbing.vba']);
  });

  it('is what is switched off, as a whole, by behaviour or by script', () => {
    expect(shown({ policy: { ...open, enabled: false } })).toEqual([]);
    const { show, mayOpen } = about({ policy: { ...open, off: ['walking'] } });
    expect([show, mayOpen]).toEqual([false, false]);
    expect(shown({ policy: { ...open, off: ['walking', 'sailing.vba'] } })).toEqual(['climbing.vba']);
  });

  it('is what a rule forbids, with the reason; who may only be prompted less often may still bring it up', () => {
    const policy = ruled(
      { id: 'role', never: { not: { fact: 'context.role', is: 'care' } }, source: 'proposal' },
      year,
    );
    const decision = about({ policy, facts: { 'context.role': 'office' } });
    expect([decision.show, decision.mayOpen]).toEqual([false, false]);
    expect(against(decision)[0]?.trace).toMatchObject({ truth: true, because: [{ truth: false, found: 'office' }] });
    const declined = about({ policy, facts: { 'context.role': 'care' }, history: past([3, 'declined']) });
    expect([declined.show, declined.mayOpen]).toEqual([false, true]);
  });

  it('is a topic for adults where the age is not known, until one of its facts says so', () => {
    const adults: PolicyRule = {
      id: 'adults',
      adultsOnly: true,
      never: {
        any: [
          { fact: 'context.age', below: 18 },
          { fact: 'context.under18', is: true },
        ],
      },
      unless: {
        any: [
          { fact: 'context.age', atLeast: 18 },
          { fact: 'context.under18', is: false },
        ],
      },
      source: 'proposal',
    };
    const climbing = (facts: ContextFacts) => about({ policy: ruled(adults), facts }, 'climbing.vba');
    expect(against(climbing({}))).toMatchObject([{ rule: 'adults', confirm: ['context.age', 'context.under18'] }]);
    const notKnown = { 'context.age': null, 'context.under18': null } as unknown as ContextFacts;
    expect(climbing(notKnown)).toEqual(climbing({}));
    expect(climbing({ 'context.age': 17 }).show).toBe(false);
    expect(climbing({ 'context.age': 18 }).show).toBe(true);
    expect(climbing({ 'context.under18': false }).show).toBe(true);
    expect(shown({ policy: ruled(adults) })).toEqual(['walking.vba', 'walking.brief', 'sailing.vba']);
  });

  it('may be shown where what is unknown is neither age nor pregnancy', () => {
    const policy = ruled({ id: 'ill', never: { fact: 'context.tired', is: true }, source: 'proposal' });
    const verdict = about({ policy }).because.find(({ rule }) => rule === 'ill');
    expect([about({ policy }).show, verdict?.allows]).toEqual([true, 'unknown']);
  });

  it('is a draft without preview, and a text long past its review; neither is opened for whoever brings it up', () => {
    const text = outings.texts['en-GB']!['advise']!;
    const withText = (change: object): Pack => ({
      ...outings,
      texts: { ...outings.texts, 'en-GB': { ...outings.texts['en-GB'], advise: { ...text, ...change } } },
    });
    const drafts = withText({ standing: 'draft' });
    expect(against(about({ pack: drafts }))).toMatchObject([{ rule: 'content-draft', where: 'texts.en-GB.advise' }]);
    expect(about({ pack: drafts, policy: { ...open, preview: true } }).show).toBe(true);
    const expired = withText({ reviewBy: '2026-08-01' });
    expect(against(about({ pack: expired }))).toMatchObject([{ rule: 'content-expired' }]);
    expect([drafts, expired].map((pack) => about({ pack }).mayOpen)).toEqual([false, false]);
  });
});

describe('forty contacts a day for ninety days', () => {
  /** Each contact: which of the scripts that may be shown is, how often one is looked for, and what becomes of it. */
  const contact = fc.record({
    pick: fc.nat(3),
    times: fc.integer({ min: 1, max: 2 }),
    happened: fc.constantFrom<Happened>('ignored', 'dismissed', 'not-now', 'not-relevant', 'stopped', 'snoozed'),
  });
  const own: PolicyRule = { ...monthCap, id: 'own', of: 'behaviour', atMost: 1, per: { days: 30 } };
  const policy = { ...ruled(contactCap, monthCap, own), longestSnoozeDays: 40 };

  function prompted(contacts: readonly { pick: number; times: number; happened: Happened }[]): HistoryEntry[] {
    let history = emptyHistory;
    for (let index = 0; index < 90 * 40; index++) {
      const { pick, times, happened } = contacts[index % contacts.length]!;
      const at = new Date(Date.UTC(2026, 2, 1 + Math.floor(index / 40), 8, index % 40)).toISOString();
      for (let time = 0; time < times; time++) {
        const may = decide(outings, policy, history, {}, at, `${index}`).filter(({ show }) => show);
        const script = may[(pick + index) % (may.length || 1)]?.script;
        if (script === undefined) continue;
        const entry = { at, contactId: `${index}`, script };
        history = {
          ...history,
          entries: [...history.entries, { ...entry, happened: 'shown' }, { ...entry, happened }],
        };
      }
    }
    return history.entries.filter(({ happened }) => happened === 'shown');
  }
  const day = ({ at }: HistoryEntry) => Date.parse(at.slice(0, 10)) / 86_400_000;
  const behaviour = ({ script }: HistoryEntry) => script.split('.')[0];

  it('never break a cap, in a contact, in any period, or for a behaviour', () => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 3, maxLength: 50 }), (contacts) => {
        const prompts = prompted(contacts);
        expect(prompts.length).toBeGreaterThan(2);
        expect(new Set(prompts.map(({ contactId }) => contactId)).size).toBe(prompts.length);
        prompts
          .slice(2)
          .forEach((third, index) => expect(day(third) - day(prompts[index]!)).toBeGreaterThanOrEqual(28));
        for (const [index, prompt] of prompts.entries()) {
          const next = prompts.slice(index + 1).find((one) => behaviour(one) === behaviour(prompt));
          if (next) expect(day(next) - day(prompt)).toBeGreaterThanOrEqual(30);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 60_000);
});
