import { england } from '@everycontact/content/england';
import type { Directory, DirectoryAnswer } from '@everycontact/core';
import { emptyHistory, type HistoryEntry } from '@everycontact/core/prompting';
import type { HostContext } from '@everycontact/core/host-context';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { all, click, drawn, heading, listen, opened, place, services, text, types } from '../../test/stage.js';
import { setHostContext } from '../host.js';
// At hand from the start, so that no test waits for the network when the element asks for it.
import '../parts/prompting.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const declined: HistoryEntry = {
  at: '2026-11-20T09:00:00.000Z',
  contactId: 'earlier',
  script: 'smoking.vba',
  happened: 'do-not-ask',
};
const ann: HostContext = {
  schema: 'everycontact/host-context@1',
  subject: { key: 'ann' },
  user: { role: 'clinical', mayRefer: true, registered: true },
  locale: 'en-GB',
  variant: 'men',
  interpreter: 'professional',
  interpreterLanguage: 'ar',
  near: { area: 'WX1' },
  facts: { 'context.age': 41 },
  policyFacts: { 'context.endOfLife': true },
  history: { ...emptyHistory, entries: [declined] },
};
const bo: HostContext = { schema: 'everycontact/host-context@1', subject: { key: 'bo' } };

test('says all that a context holds to the element', async () => {
  const prompt = await place({ pack: england, preview: true });
  setHostContext(prompt, ann);
  expect(prompt).toMatchObject({
    subjectKey: 'ann',
    context: { 'context.age': 41 },
    facts: { 'context.endOfLife': true },
    history: ann.history,
    occasion: { near: { area: 'WX1' } },
    interpreter: 'professional',
    interpreterLanguage: 'ar',
    variant: 'men',
    locale: 'en-GB',
    workerRole: 'clinical',
    mayRefer: true,
    registered: true,
  });
});

test('leaves nothing of one person to the next: no answer, fact, place, history or way of wording', async () => {
  const heard = listen();
  const asked: string[] = [];
  const answers: ((answer: DirectoryAnswer) => void)[] = [];
  const slow: Directory = {
    name: 'slow',
    find: (query) => {
      asked.push(JSON.stringify(query));
      return new Promise((resolve) => answers.push(resolve));
    },
  };
  const prompt = await opened({ directoryPort: slow, undoSeconds: 10, contactId: 'meeting-of-ann' });
  const { variant: _, ...plain } = ann;
  setHostContext(prompt, plain);
  await drawn(prompt);
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('WX1');

  setHostContext(prompt, bo);
  expect(prompt).toMatchObject({ subjectKey: 'bo', interpreter: 'none', mayRefer: false, registered: false });
  for (const name of [
    'context',
    'facts',
    'history',
    'occasion',
    'interpreterLanguage',
    'variant',
    'contactId',
  ] as const)
    expect(prompt[name]).toBeUndefined();
  expect(prompt.workerRole).toBeUndefined();
  // What was asked for Ann comes back only now.
  answers[0]?.({ matches: [], excluded: [], asOf: '2026-11-22T09:00:00.000Z' });
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(all(prompt, 'input:checked')).toEqual([]);

  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  expect(asked.slice(1).join()).not.toContain('WX1');
  expect(types(heard)).not.toContain('advice-outcome');
});

test('drops what only waits for its undo, and tells no record of the person before', async () => {
  const heard = listen();
  const prompt = await opened({ services, undoSeconds: 10 });
  setHostContext(prompt, ann);
  await drawn(prompt);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await click(prompt, 'No thanks');
  expect(text(prompt)).toContain('Undo');
  setHostContext(prompt, bo);
  await vi.advanceTimersByTimeAsync(20_000);
  await drawn(prompt);
  expect(types(heard)).not.toContain('advice-outcome');
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('keeps the contact where more becomes known of the same person', async () => {
  const prompt = await opened();
  setHostContext(prompt, ann);
  await drawn(prompt);
  await click(prompt, 'Yes');
  const before = heading(prompt);
  setHostContext(prompt, { ...ann, facts: { 'context.age': 42 } });
  await drawn(prompt);
  expect(heading(prompt)).toBe(before);
});

test('leaves what is a matter of the workplace to the page, where a context is silent', async () => {
  const prompt = await place({ pack: england, preview: true }, 'may-refer worker-role="office" setting="public"');
  setHostContext(prompt, bo);
  expect(prompt).toMatchObject({ mayRefer: true, workerRole: 'office', setting: 'public' });
  setHostContext(prompt, { ...ann, setting: 'patient', user: { mayRefer: false } });
  expect(prompt).toMatchObject({ mayRefer: false, workerRole: 'office', setting: 'patient' });
  setHostContext(prompt, bo);
  expect(prompt).toMatchObject({ mayRefer: true, workerRole: 'office', setting: 'public' });
});

test('rather shows nobody than the person before, where the next context cannot be read', async () => {
  const prompt = await opened();
  setHostContext(prompt, ann);
  await drawn(prompt);
  await click(prompt, 'Yes');
  const unreadable = { ...bo, subject: { key: 'bo', name: 'Bo' } } as HostContext;
  expect(() => setHostContext(prompt, unreadable)).toThrow(
    '[everycontact/host-context-shape] At "context.subject.name"',
  );
  expect(prompt.subjectKey).toBeUndefined();
  expect(prompt.context).toBeUndefined();
  await drawn(prompt);
  expect(all(prompt, 'input:checked')).toEqual([]);
});

test('refuses a second source, which would outlive the person', async () => {
  const block = '<script type="application/json">{ "context": { "context.age": 17 } }</script>';
  const prompt = await place({ pack: england, preview: true }, '', block);
  expect(() => setHostContext(prompt, bo)).toThrow('[everycontact/host-context-doubled]');
  const harmless = '<script type="application/json">{ "organisation": { "name": "North" } }</script>';
  const other = await place({ pack: england, preview: true }, '', harmless);
  setHostContext(other, bo);
  expect(other.subjectKey).toBe('bo');
});
