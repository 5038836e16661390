import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHostContext } from '../host-context.js';

const given = JSON.parse(
  readFileSync(new URL('../../test/schemas/host-context@1.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const least = { schema: 'everycontact/host-context@1', subject: { key: 'a' } };
const where = (context: unknown) => readHostContext(context).problems?.map((problem) => problem.where);
const codes = (context: unknown) => readHostContext(context).problems?.map(({ code }) => code);

describe('reading what a host says', () => {
  it('takes a context that says everything, and one that says only who is there', () => {
    expect(readHostContext(given)).toEqual({ context: given });
    expect(readHostContext(least)).toEqual({ context: least });
  });

  it('gives back a copy: what the host changes afterwards is not taken over', () => {
    const facts = { 'context.age': 41 };
    const { context } = readHostContext({ ...least, facts });
    facts['context.age'] = 17;
    expect(context?.facts).toEqual({ 'context.age': 41 });
  });

  it('takes null, which systems write for what they do not know, as left out', () => {
    const notKnown = { near: null, user: { role: null }, facts: { 'context.age': null } };
    expect(readHostContext({ ...least, ...notKnown })).toEqual({ context: { ...least, user: {}, facts: {} } });
    expect(where({ ...least, subject: { key: null }, name: null })).toEqual(['name', 'subject.key']);
  });

  it('refuses a newer one, naming both numbers', () => {
    const { problems } = readHostContext({ ...least, schema: 'everycontact/host-context@2' });
    expect(problems?.[0]?.message).toMatch(/host-context@1.*host-context@2/);
  });

  it('has no place for a name, a free text or anything else it does not know', () => {
    expect(where({ ...least, name: 'Ann', subject: { key: 'a', name: 'Ann' }, note: '' })).toEqual([
      'name',
      'note',
      'subject.name',
    ]);
  });

  it('names every problem at once, where it stands', () => {
    const wrong = {
      ...least,
      subject: { key: ' ', identifier: { value: 'x\n' } },
      user: { mayRefer: 'false' },
      setting: 'ward',
      locale: 'english!',
      near: { latitude: 91, longitude: 0 },
      facts: { 'context.age': [41], age: 41, ['__proto__']: 1 },
      history: { schema: 'everycontact/history@1', entries: [{}] },
    };
    expect(where(wrong)).toEqual([
      'subject.key',
      'subject.identifier.system',
      'subject.identifier.value',
      'user.mayRefer',
      'locale',
      'setting',
      'near.latitude',
      'facts.context.age',
      'facts',
      'facts',
      'history.entries.0.at',
      'history.entries.0.contactId',
      'history.entries.0.script',
      'history.entries.0.happened',
    ]);
  });

  it('says that nothing is known of a place only where a place is told', () => {
    expect(where({ ...least, near: { area: 'WX1' } })).toBeUndefined();
    expect(where({ ...least, near: {} })).toEqual(['near.area']);
  });
});

describe('reading what somebody else says', () => {
  it('looks at no more than a bounded part of it', () => {
    const circle: Record<string, unknown> = { ...least };
    circle.facts = circle;
    expect(codes(circle)).toEqual(['host-context-too-large']);
    expect(codes({ ...least, facts: new Array(4_294_967_295) })).toEqual(['host-context-too-large']);
    expect(codes({ ...least, subject: { key: 'a'.repeat(501) } })).toEqual(['host-context-too-large']);
    let read = 0;
    const facts = {};
    for (let at = 0; at < 20_001; at++) Object.defineProperty(facts, `f${at}`, { enumerable: true, get: () => ++read });
    expect(codes({ ...least, facts })).toEqual(['host-context-too-large']);
    expect(read).toBe(0);
    const entries = new Array(20_000).fill({});
    expect(codes({ ...least, history: { entries } })).toEqual(['host-context-too-large']);
  });

  it('is not led to another prototype', () => {
    const polluting = JSON.parse(
      '{"schema":"everycontact/host-context@1","subject":{"key":"a","__proto__":{"reference":"Patient/1"}},"__proto__":{"locale":"en"}}',
    ) as unknown;
    expect(where(polluting)).toEqual(['__proto__', 'subject.__proto__']);
    expect(({} as { locale?: string }).locale).toBeUndefined();
  });

  it('survives what throws when it is read, and what JSON cannot hold', () => {
    const thrower = {
      get schema(): string {
        throw new Error('no');
      },
    };
    expect(codes(thrower)).toEqual(['host-context-shape']);
    for (const odd of [undefined, null, 1n, Symbol('a'), () => 1, new Date(), new Map(), NaN, [], 'text'])
      expect(codes(odd)).toEqual(['host-context-schema']);
    expect(where({ ...least, subject: { key: 1n }, facts: { 'context.age': NaN } })).toEqual([
      'subject.key',
      'facts.context.age',
    ]);
  });

  it('never throws, and lets through nothing but what it knows, whatever is handed in', () => {
    const known = Object.keys(given);
    const parts = fc.record(
      Object.fromEntries(known.map((key) => [key, fc.oneof(fc.constant(given[key]), fc.anything())])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), parts), (anything) => {
        const { context, problems } = readHostContext(anything);
        expect(Boolean(context) !== Boolean(problems)).toBe(true);
        if (context) expect(Object.keys(context).filter((key) => !known.includes(key))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
