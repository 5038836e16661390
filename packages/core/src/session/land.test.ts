import { describe, expect, it, vi } from 'vitest';
import { begin, outcome, place, toSignposts, walk } from '../../test/a-talk.js';
import { gardening } from '../../test/sample-pack.js';
import { changed, leadOn, steps } from '../../test/talks.js';
import type { Flag, NoticeFlag, Pack } from '../pack/pack.js';
import { toContactRecord } from '../record/contact-record.js';
import type { Session } from '../contact/talk.js';

const withFlags = (flags: Record<string, Partial<Flag>>): Pack => ({
  ...gardening,
  flags: {
    ...gardening.flags,
    ...Object.fromEntries(Object.entries(flags).map(([id, flag]) => [id, { ...gardening.flags[id], ...flag } as Flag])),
  },
});
const rulesOf = ({ state }: Session) => state.signposts.map(({ rule }) => rule);
const groupsOf = ({ view }: Session) => ('groups' in view ? view.groups : []);

describe('a notice', () => {
  it('is shown once: what was read is not shown again with the next answer', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'tick:tired', 'read', 'next');
    expect(place(session)).toBe('act');
  });

  it('of a topic that stops leads to its own ending, where it names one', async () => {
    const pack = withFlags({ child: { goTo: { 'gardening.brief': 'close-no' } } });
    const session = await walk(begin({ pack, context: { 'context.age': 12 } }), 'told', 'read');
    expect(session.view.say?.text).toBe('Thank you for telling me.');
    // A service that was told makes "told" of advice, and of nothing else.
    expect(outcome(session)).toBe('not-relevant');
  });

  it('says because of what its services are named', async () => {
    const session = await walk(begin({ context: { 'context.age': 12 } }));
    expect(groupsOf(session)[0]?.because).toContain('Age');
  });

  it('of two flags at once shows only its own services, and the step behind them none of theirs', async () => {
    const goTo = { 'gardening.brief': 'act' };
    const { observable: _, needs: __, ...unseen } = gardening.flags.tired as NoticeFlag;
    const shy: Flag = { ...unseen, goTo };
    const pack = { ...withFlags({ tired: { needs: ['young'], goTo }, shy }), signposting: [] };
    const needs = (session: Session) => groupsOf(session).map(({ need }) => need);
    const session = await walk(begin({ pack, context: { 'context.tired': true } }), 'next', 'answer:yes');
    expect([session.view.kind, needs(session)]).toEqual(['notice', ['young']]);
    await walk(session, 'read');
    expect([session.view.kind, needs(session)]).toEqual(['notice', []]);
    await walk(session, 'read');
    expect([session.view.kind, needs(session)]).toEqual(['signposts', []]);
  });

  it('before a step of services gives way to its own, with their own reasons', async () => {
    const pack = withFlags({ tired: { needs: ['club'], goTo: { 'gardening.brief': 'act' } } });
    const session = await walk(begin({ pack, context: { 'context.tired': true } }), 'next', 'answer:yes');
    expect(groupsOf(session).map(({ why }) => why.text)).toEqual(['Garden club']);
    await walk(session, 'read');
    expect(groupsOf(session).map(({ why }) => why.text)).toEqual(['A club helps people keep going.']);
  });
});

describe('the signposts of a step', () => {
  it('are none where no rule holds and the behaviour has no need of its own', async () => {
    const session = await walk(begin({ pack: { ...gardening, signposting: [] } }), ...toSignposts);
    expect([session.view.kind, groupsOf(session)]).toEqual(['signposts', []]);
  });

  it('are looked for once, however often the talk comes to rest there', async () => {
    const find = vi.fn(() => Promise.resolve({ matches: [], excluded: [], asOf: '2026-11-21T06:00:00.000Z' }));
    const session = await walk(
      begin({ directory: { name: 'Wexmarsh', find } }),
      ...toSignposts,
      'help',
      'help-back',
      'decline',
      'undo',
    );
    await walk(session, 'tick:tired', 'untick:tired');
    expect(place(session)).toBe('act');
    expect(find.mock.calls.length).toBe(rulesOf(session).length);
  });

  it('are those of this step, not of one before it', async () => {
    const pack = changed(gardening, (open) => {
      leadOn(open, 'act', 'again');
      steps(open)['again'] = { kind: 'signpost', say: 'act', next: 'close' };
    });
    const session = await walk(begin({ pack }), ...toSignposts, 'next');
    expect(place(session)).toBe('again');
    expect(groupsOf(session).map(({ need }) => need)).toEqual(['club']);
  });
});

describe('going back', () => {
  it('goes place by place, to the very first', async () => {
    const session = await walk(begin(), 'next', 'answer:yes', 'answer:60', 'back');
    expect(place(session)).toBe('minutes');
    expect(place(await walk(session, 'back'))).toBe('gardens');
    expect(place(await walk(session, 'back'))).toBe('permission');
    expect(session.view.common.back).toBeUndefined();
  });

  it('forgets what was passed over at a step that is left', async () => {
    const session = await walk(begin(), ...toSignposts, 'pass', 'back', 'next');
    expect(session.state.passed).toEqual([]);
    expect(groupsOf(session)[0]?.another).toBeUndefined();
  });
});

describe('what is on offer', () => {
  const ways = ({ view: { common } }: Session) => ({
    ticks: common.observe.map(({ label }) => label),
    ends: [common.decline, common.notNow, common.alreadySupported, common.notAppropriate].filter(Boolean).length,
  });

  it('is every way to end and every tick while a topic runs', async () => {
    expect(ways(await walk(begin(), 'next'))).toEqual({ ticks: ['In danger now', 'Tired'], ends: 4 });
  });

  it('is none but stop and "not private" in urgent help and at the end, where only urgent ticks stay', async () => {
    expect(ways(await walk(begin(), 'next', 'tick:danger'))).toEqual({ ticks: [], ends: 0 });
    expect(ways(await walk(begin(), 'next', 'decline'))).toEqual({ ticks: ['In danger now'], ends: 0 });
    expect(ways(await walk(begin(), 'next', 'decline', 'done'))).toEqual({ ticks: [], ends: 0 });
    expect(ways(await walk(begin({ context: { 'context.age': 12 } })))).toMatchObject({ ticks: ['In danger now'] });
  });
});

it('a record names the pack that the pack of its contact was adapted from', async () => {
  const { log } = await walk(begin({ pack: { ...gardening, base: 'england@1.0.0' } }), 'decline', 'done');
  expect(toContactRecord(log).pack.base).toBe('england@1.0.0');
});
