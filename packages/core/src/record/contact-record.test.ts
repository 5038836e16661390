import { describe, expect, it } from 'vitest';
import { begin, toSignposts, walk } from '../../test/a-talk.js';
import { gardening } from '../../test/sample-pack.js';
import type { SessionOptions } from '../contact/talk.js';
import type { Flag } from '../pack/pack.js';
import { toContactRecord } from './contact-record.js';

const recordOf = async (over: Partial<SessionOptions>, ...moves: string[]) =>
  toContactRecord((await walk(begin(over), ...moves)).log);

describe('a record', () => {
  it('says how far the contact got: nothing reached, asked, advised, offered', async () => {
    const reached = async (...moves: string[]) => (await recordOf({}, ...moves, 'stop', 'done')).reached;
    const nothing = { asked: false, advised: false, offered: false };
    expect(await reached()).toEqual(nothing);
    expect(await reached('next')).toEqual({ ...nothing, asked: true });
    expect(await reached(...toSignposts.slice(0, -1))).toEqual({ ...nothing, asked: true, advised: true });
    expect(await reached(...toSignposts)).toEqual({ asked: true, advised: true, offered: true });
  });

  it('takes permission for given only where it was, and for declined only where it was', async () => {
    const permission = async (...moves: string[]) => (await recordOf({}, ...moves)).permission;
    expect(await permission()).toBe('not-asked');
    expect(await permission('decline', 'done')).toBe('declined');
    expect(await permission('not-now', 'done')).toBe('not-asked');
    expect(await permission('next')).toBe('given');
    expect(await permission('next', 'decline', 'done')).toBe('given');
  });

  it('has each answer with its question in words, a skip as a skip, and each item of an instrument by its own', async () => {
    const { answers } = await recordOf({}, ...toSignposts);
    expect(answers.map(({ step, item, value, question, answer }) => [item ?? step, value, question, answer])).toEqual([
      ['gardens', 'yes', 'Do you garden at all?', 'Yes'],
      ['minutes', 60, 'How many minutes a week?', '60'],
      ['matters', 'skipped', 'How much does it matter?', '[ui.skip]'],
      ['weeds', 'never', 'How often do you weed?', 'Never'],
      ['frightened', 'no', 'Has the garden ever frightened you?', 'No'],
    ]);
  });

  it('has the advice that was said, by its step and with its source', async () => {
    const { advice } = await recordOf({}, ...toSignposts);
    expect(advice.map(({ step, text, source }) => [step, text, source.title])).toEqual([
      ['advise', 'A garden is best tended together.', 'An invented handbook'],
    ]);
  });

  it('sets an answer aside that was taken back, and the answers after it', async () => {
    const { answers } = await recordOf({}, 'next', 'answer:yes', 'answer:60', 'back', 'back', 'answer:no', 'done');
    expect(answers.map(({ step, value, setAside }) => [step, value, setAside])).toEqual([
      ['minutes', 60, true],
      ['gardens', 'yes', true],
      ['gardens', 'no', undefined],
    ]);
  });

  it('names a notice that stood at the end and what it offered, and of a confidential one nothing at all', async () => {
    const child = gardening.flags.child!;
    const after = (flag: Flag) => ({
      pack: { ...gardening, flags: { child: flag } },
      context: { 'context.age': 12 },
    });
    const told = ['told', 'read', 'done'];
    const open = await recordOf(after(child), ...told);
    expect(open.notices).toEqual([{ flag: 'child', text: 'Gardening advice is for adults.' }]);
    expect(open.signposts.map(({ need }) => need)).toEqual(['young']);
    const secret = await recordOf(after({ ...child, confidential: true }), ...told);
    expect([secret.notices, secret.signposts]).toEqual([[], []]);
    expect(JSON.stringify(secret)).not.toContain('child');
  });

  it('has neither the answer that raised urgent help nor the tick, however the contact went on', async () => {
    const answered = await recordOf({}, ...toSignposts.slice(0, 5), 'answer:yes', 'help-back', 'answer:no');
    expect(JSON.stringify(answered)).not.toContain('"value":"yes","question":"Has the garden');
    const under = await recordOf({}, ...toSignposts.slice(0, 5), 'answer:yes', 'help-under-way', 'done');
    expect(under.outcome).toBe('urgent-help-shown');
    expect(JSON.stringify(under)).not.toContain('frightened');
  });
});
