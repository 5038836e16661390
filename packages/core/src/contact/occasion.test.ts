import { describe, expect, it } from 'vitest';
import { gardening } from '../../test/sample-pack.js';
import { memoryDirectory } from '../directory/memory.js';
import type { ContextFacts } from '../pack/fact.js';
import type { Pack } from '../pack/pack.js';
import type { Occasion } from '../pack/reader.js';
import { toContactRecord } from '../record/contact-record.js';
import { replay } from './replay.js';
import { createSession } from './session.js';

const asking: Pack = {
  ...gardening,
  context: {
    ...gardening.context,
    'context.setting': { type: 'choice', values: ['patient', 'public', 'staff'], label: 'context.age' },
    'context.mayRefer': { type: 'yes-no', label: 'context.age' },
    'context.registered': { type: 'yes-no', label: 'context.age' },
    'context.interpreter': { type: 'choice', values: ['professional', 'family'], label: 'context.age' },
  },
};
const sensitive: Pack = {
  ...gardening,
  behaviours: { gardening: { name: 'behaviour.gardening', sensitive: true } },
};

const begin = (pack: Pack, occasion: Occasion, context: ContextFacts = {}) =>
  createSession({
    pack,
    script: 'gardening.brief',
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion,
    context,
    directory: memoryDirectory([], '2026-11-21T06:00:00.000Z'),
    now: () => '2026-11-22T09:30:00.000Z',
  });

describe('what the host says of the occasion', () => {
  it('is known to the scripts of a pack that asks for it, and what was not said of the worker is no', () => {
    expect(begin(asking, { setting: 'public' }).state.context).toEqual({
      'context.setting': 'public',
      'context.mayRefer': false,
      'context.registered': false,
    });
    const { context } = begin(asking, { setting: 'patient', mayRefer: true, interpreter: 'professional' }).state;
    expect([context['context.mayRefer'], context['context.interpreter']]).toEqual([true, 'professional']);
  });

  it('leaves a fact as the host told it, and adds none that the pack does not declare so', () => {
    const told = begin(asking, { setting: 'patient' }, { 'context.registered': true });
    expect(told.state.context['context.registered']).toBe(true);
    expect(begin(gardening, { setting: 'patient' }).state.context).toEqual({});
    const other: Pack = { ...asking, context: { 'context.mayRefer': { ...asking.context['context.setting']! } } };
    expect(begin(other, { setting: 'patient' }).state.context).toEqual({});
  });
});

describe('a family member who interprets', () => {
  const occasion = { setting: 'patient', interpreter: 'family' } as const;

  it('closes a sensitive topic before its first word, as "not now", and nothing opens it again', () => {
    const session = begin(sensitive, occasion);
    const { view, log } = session;
    expect([view.kind, view.kind === 'closed' && view.outcome, view.common.back]).toEqual([
      'closed',
      'not-now',
      undefined,
    ]);
    const record = toContactRecord(log);
    expect([record.outcome, record.reached.asked, record.permission]).toEqual(['not-now', false, 'not-asked']);
    expect(replay(sensitive, log)).toEqual(session.state);
  });

  it('closes no topic that is not sensitive, and a professional one closes none', () => {
    expect(begin(gardening, occasion).view.kind).toBe('permission');
    expect(begin(sensitive, { setting: 'patient', interpreter: 'professional' }).view.kind).toBe('permission');
  });
});
