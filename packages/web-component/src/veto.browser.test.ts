import type { ContactRecord } from '@everycontact/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, drawn, find, heading, key, listen, opened, text, types } from '../test/stage.js';
import type { AdvicePrompt } from './prompt.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Says no to this event until it is told otherwise, and keeps what it was told. */
function veto(prompt: AdvicePrompt, name: 'advice-dismiss' | 'advice-before-finish') {
  const guard = { allows: false, asked: [] as unknown[] };
  prompt.addEventListener(name, (event) => {
    guard.asked.push(event.detail);
    if (!guard.allows) event.preventDefault();
  });
  return guard;
}

test('asks the page before the reader closes the panel, and leaves it open where the page says no', async () => {
  const heard = listen();
  const prompt = await opened();
  const guard = veto(prompt, 'advice-dismiss');
  key(prompt, 'd');
  await drawn(prompt);
  await click(prompt, 'Close');
  expect([prompt.open, text(prompt)]).toEqual([true, expect.stringContaining('This conversation is closed')]);
  expect(types(heard)).not.toContain('advice-closed');
  guard.allows = true;
  await click(prompt, 'Close');
  expect(prompt.open).toBe(false);
  const asked = { schemaVersion: 1, finished: true };
  expect(guard.asked).toEqual([asked, asked]);
});

test('does not ask the page about what it closes itself', async () => {
  const prompt = await opened();
  const guard = veto(prompt, 'advice-dismiss');
  prompt.hide();
  await drawn(prompt);
  expect([prompt.open, guard.asked]).toEqual([false, []]);
});

test('keeps a record back while the page says no, and can still be undone', async () => {
  const heard = listen();
  const prompt = await opened({ undoSeconds: 10 });
  const guard = veto(prompt, 'advice-before-finish');
  key(prompt, 'd');
  await drawn(prompt);
  expect(guard.asked).toEqual([]);
  key(prompt, 'Enter');
  await drawn(prompt);
  expect(guard.asked).toEqual([{ schemaVersion: 1, outcome: 'declined' }]);
  expect(types(heard)).not.toContain('advice-outcome');
  await click(prompt, 'Undo');
  expect(heading(prompt)).toBe('Do you smoke at all?');
  guard.allows = true;
  key(prompt, 'n');
  await drawn(prompt);
  key(prompt, 'Enter');
  await drawn(prompt);
  const outcomes = heard.filter(({ type }) => type === 'advice-outcome');
  expect(outcomes.map(({ detail }) => (detail.record as ContactRecord).outcome)).toEqual(['not-now']);
});

test('asks once when the time for an undo has run out, and not again every second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const prompt = await opened({ undoSeconds: 3 });
  const guard = veto(prompt, 'advice-before-finish');
  key(prompt, 'd');
  await drawn(prompt);
  for (let second = 0; second < 20; second++) vi.advanceTimersByTime(1000);
  expect(guard.asked).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('forgets no contact whose record is kept back when the panel is closed', async () => {
  const heard = listen();
  const prompt = await opened({ undoSeconds: 10 });
  const guard = veto(prompt, 'advice-before-finish');
  key(prompt, 'd');
  await drawn(prompt);
  prompt.hide();
  await drawn(prompt);
  prompt.show();
  await drawn(prompt);
  expect(find(prompt, '.outcome')?.textContent).toBe('Declined');
  guard.allows = true;
  prompt.hide();
  await drawn(prompt);
  expect(types(heard)).toContain('advice-outcome');
});

test('asks nobody in the setting staff, where nothing but the closing is told', async () => {
  const prompt = await opened({ setting: 'staff', audience: 'person' });
  const guards = [veto(prompt, 'advice-before-finish'), veto(prompt, 'advice-dismiss')];
  key(prompt, 'd');
  await drawn(prompt);
  await click(prompt, 'Close');
  expect(prompt.open).toBe(false);
  expect(guards.flatMap(({ asked }) => asked)).toEqual([]);
});

test.each(['advice-outcome', 'advice-before-finish', 'advice-change', 'advice-dismiss'])(
  'goes on where a listener of the page for %s throws',
  async (name) => {
    const thrown = vi.fn((event: ErrorEvent) => {
      event.preventDefault();
    });
    window.addEventListener('error', thrown);
    const heard = listen();
    const prompt = await opened();
    const breaks = () => {
      throw new Error('the page broke');
    };
    prompt.addEventListener(name, breaks);
    key(prompt, '1');
    await drawn(prompt);
    key(prompt, 'd');
    await drawn(prompt);
    await click(prompt, 'Close');
    window.removeEventListener('error', thrown);
    expect(thrown).toHaveBeenCalled();
    expect(prompt.open).toBe(false);
    expect(types(heard)).toEqual([
      'advice-change',
      'advice-change',
      'advice-change',
      'advice-outcome',
      'advice-closed',
    ]);
  },
);
