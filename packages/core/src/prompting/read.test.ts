import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory, readPolicy } from './read.js';

const policy: object = JSON.parse(
  readFileSync(new URL('../../../content/policies/default.json', import.meta.url), 'utf8'),
) as object;
const history = {
  schema: 'everycontact/history@1',
  entries: [
    { at: '2026-11-22T09:30:00.000Z', contactId: 'a', script: 'walking.vba', happened: 'shown' },
    {
      at: '2026-11-22T10:30:00+01:00',
      contactId: 'a',
      script: 'walking.vba',
      happened: 'snoozed',
      until: '2026-12-01',
    },
  ],
};
const where = (read: { problems?: readonly { where: string }[] | undefined }) =>
  read.problems?.map((problem) => problem.where);
const withRule = (rule: object) => readPolicy({ ...policy, rules: [rule] });

describe('reading a policy', () => {
  it('takes the one that is shipped', () => {
    expect(readPolicy(policy)).toEqual({ policy });
  });

  it('refuses a newer one, naming both numbers', () => {
    const { problems } = readPolicy({ ...policy, schema: 'everycontact/policy@2' });
    expect(problems).toMatchObject([{ code: 'policy-schema', where: 'schema' }]);
    expect(problems?.[0]?.message).toMatch(/policy@1.*policy@2/);
  });

  it('names every problem at once, where it stands and what was expected', () => {
    const rule = { id: 'cap', of: 'any', atMost: 1.5, per: { days: 0 }, source: 'nobody' };
    const read = readPolicy({ ...policy, rules: [rule, rule, {}], of: 'any', longestSnoozeDays: '1' });
    expect(where(read)).toEqual([
      'of',
      'rules.0.atMost',
      'rules.0.per.days',
      'rules.1.atMost',
      'rules.1.per.days',
      'rules.2',
      'longestSnoozeDays',
      'rules.0.source',
      'rules.1.id',
      'rules.1.source',
    ]);
    expect(read.problems?.at(-4)?.message).toBe('expected a whole number from 1, found "1": correct it');
  });

  it('reads conditions on context facts only, of one comparison each', () => {
    const never = (condition: unknown) => where(withRule({ id: 'a', source: 'proposal', never: condition }));
    expect(never({ fact: 'context.age', atLeast: 18 })).toBe(undefined);
    expect(never({ fact: 'answer.walking.vba.likes', is: 'yes' })).toEqual(['rules.0.never.fact']);
    expect(never({ fact: 'context.age', atLeast: 18, below: 65 })).toEqual(['rules.0.never.below']);
    expect(never({ any: [{ not: 1 }] })).toEqual(['rules.0.never.any.0.not']);
  });

  it('takes conditions of every form, and every part that a policy may have', () => {
    const age = { fact: 'context.age', atLeast: 18 };
    const never = {
      all: [age, { any: [{ fact: 'context.age', below: 65 }, { not: { fact: 'context.role', is: ['a', 1, true] } }] }],
    };
    const whole = {
      ...policy,
      enabled: true,
      off: ['walking'],
      order: ['walking.vba'],
      preview: false,
      rules: [
        {
          id: 'a',
          source: 'proposal',
          never,
          unless: age,
          limits: 'prompt',
          behaviours: ['walking'],
          adultsOnly: true,
        },
      ],
    };
    expect(readPolicy(whole)).toEqual({ policy: whole });
  });

  it('refuses what is no list, no object, and a text of nothing', () => {
    expect(where(readPolicy({ ...policy, off: 'walking', order: {}, rules: 'none', sources: [] }))).toEqual([
      'rules',
      'sources',
      'off',
      'order',
    ]);
    expect(where(readPolicy({ ...policy, rules: [[]] }))).toEqual(['rules.0']);
    expect(where(readPolicy({ ...policy, off: [''] }))).toEqual(['off.0']);
  });

  it('refuses a condition that is nested without end', () => {
    const never: { not?: unknown } = {};
    never.not = never;
    expect(withRule({ id: 'a', source: 'proposal', never }).problems).toHaveLength(1);
  });
});

describe('reading a history', () => {
  it('takes entries with what happened, and a day for a snooze', () => {
    expect(readHistory(history)).toEqual({ history });
  });

  it('refuses a newer one, what is no instant, and what cannot happen', () => {
    expect(where(readHistory({ ...history, schema: 'everycontact/history@2' }))).toEqual(['schema']);
    const entries = [{ ...history.entries[0], at: 'yesterday', happened: 'smiled', name: 'Ann' }];
    expect(where(readHistory({ ...history, entries }))).toEqual([
      'entries.0.name',
      'entries.0.at',
      'entries.0.happened',
    ]);
  });

  it('refuses entries that are no list, or no objects', () => {
    expect(where(readHistory({ ...history, entries: {} }))).toEqual(['entries']);
    expect(where(readHistory({ ...history, entries: ['shown'] }))).toEqual(['entries.0']);
  });

  it('knows which days there are', () => {
    const until = (day: string) => where(readHistory({ ...history, entries: [{ ...history.entries[1], until: day }] }));
    expect([until('2028-02-29'), until('2026-02-30')]).toEqual([undefined, ['entries.0.until']]);
  });

  it('stops at fifty problems', () => {
    expect(readHistory({ ...history, entries: Array.from({ length: 10_000 }, () => 1) }).problems).toHaveLength(50);
  });
});

describe('anything at all', () => {
  it('is read or refused in words, and nothing is thrown', () => {
    const tampered = fc.tuple(fc.constantFrom(policy, history), fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          tampered.map(([file, key, value]) => ({ ...file, [key]: value })),
        ),
        (json) => {
          for (const { problems = [] } of [readPolicy(json), readHistory(json)])
            for (const problem of problems) expect(problem.message).toMatch(/^expected .*, found .*: .+$/s);
        },
      ),
      { numRuns: 300 },
    );
  });
});
