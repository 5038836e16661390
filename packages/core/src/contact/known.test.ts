import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picked, picks } from '../../test/picks.js';
import { gardening } from '../../test/sample-pack.js';
import { memoryDirectory } from '../directory/memory.js';
import type { Pack } from '../pack/pack.js';
import type { Occasion } from '../pack/reader.js';
import { aService, choicesOf } from '../testing.js';
import { createSession } from './session.js';
import type { SessionOptions } from './talk.js';

const at = '2026-11-22T09:30:00.000Z';

function options(pack: Pack, over: Partial<SessionOptions> = {}): SessionOptions {
  let ids = 0;
  return {
    pack,
    script: 'gardening.brief',
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    directory: memoryDirectory([], at),
    preview: true,
    now: () => at,
    newId: () => `id-${++ids}`,
    ...over,
  };
}

/** All that a face and a host see of a contact that takes these choices. */
function seen(pack: Pack, picks: readonly number[], over?: Partial<SessionOptions>) {
  const session = createSession(options(pack, over));
  const views = [session.view];
  for (const pick of picks) {
    const choice = picked(session.view, pick);
    if (choice) session.send(choice.intent);
    views.push(session.view);
  }
  return JSON.stringify([views, session.state, session.log]);
}

describe('ways that were gone before', () => {
  it('show, know and log the same as the first time', () => {
    const anyContact = fc.record({
      picks: picks(16),
      context: fc.record({ 'context.age': fc.integer({ min: 15, max: 20 }) }, { requiredKeys: [] }),
      preview: fc.constantFrom(true),
      occasion: fc.record({ setting: fc.constantFrom('patient', 'public'), mayRefer: fc.boolean() }),
    });
    fc.assert(
      fc.property(anyContact, ({ picks: numbers, ...over }) => {
        expect(seen(gardening, numbers, over as Partial<SessionOptions>)).toBe(
          seen(structuredClone(gardening), numbers, over as Partial<SessionOptions>),
        );
      }),
    );
  });

  it('are not changed by a host that changes its own later', () => {
    const occasion: { -readonly [Name in keyof Occasion]: Occasion[Name] } = { setting: 'patient' };
    const pack = structuredClone(gardening);
    createSession(options(pack, { occasion }));
    occasion.setting = 'staff';
    const second = createSession(options(pack));
    expect([second.state.occasion.setting, createSession(options(pack, { occasion })).state.occasion.setting]).toEqual([
      'patient',
      'staff',
    ]);
  });

  it('cannot be written on by a face', () => {
    const { view, state } = createSession(options(gardening));
    expect([view, view.common, view.common.stop.intent, state].map(Object.isFrozen)).toEqual([true, true, true, true]);
  });

  it('hold no service that another contact found, nor where a person was', async () => {
    const pack = structuredClone(gardening);
    const directory = memoryDirectory([aService({ id: 'club', needs: [{ need: 'club', how: 'main' }] })], at);
    const near = { latitude: 51.5, longitude: -1.25 };
    const first = createSession(options(pack, { directory, occasion: { setting: 'patient', near } }));
    const second = createSession(options(pack, { directory }));
    const answered = new Promise<void>((resolve) => {
      second.subscribe(() => {
        const { view } = second;
        if (view.kind === 'signposts' && typeof view.groups[0]?.services === 'object') resolve();
      });
    });
    const goOn = (session: typeof first) => {
      while (session.view.kind !== 'signposts') {
        const [choice] = choicesOf(session.view);
        if (!choice) throw new Error(`no way on from ${session.view.kind}`);
        session.send(choice.intent);
      }
    };
    goOn(first);
    goOn(second);
    await answered;
    const third = createSession(options(pack, { directory }));
    goOn(third);
    expect(third.view).toMatchObject({ groups: [{ services: 'looking' }] });
    const there = () => createSession(options(pack, { occasion: { setting: 'patient', near } })).view;
    const anywhere = () => createSession(options(pack)).view;
    expect([anywhere() === anywhere(), there() === there()]).toEqual([true, false]);
  });
});
