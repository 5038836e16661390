import type { HostContext } from '@everycontact/core/host-context';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, drawn, heading, opened } from '../../test/stage.js';
import { listenForHostContext, listenToPrompt, sendHostContext, type PromptMessage } from '../host.js';

// Two origins meet in `apps/hub/e2e/embedded.e2e.test.ts`; here each side is told what a browser would tell it.

const host = 'https://records.example';
const around = { postMessage: vi.fn<(message: PromptMessage, origin: string) => void>() };
let stop: (() => void) | undefined;

beforeEach(() => {
  document.body.replaceChildren();
  vi.spyOn(window.parent, 'postMessage').mockImplementation(((message: PromptMessage, origin: string) =>
    around.postMessage(message, origin)) as never);
});
afterEach(() => {
  stop?.();
  stop = undefined;
  vi.restoreAllMocks();
  around.postMessage.mockClear();
});

const context = (key: string, more: Partial<HostContext> = {}): HostContext => ({
  schema: 'everycontact/host-context@1',
  subject: { key },
  ...more,
});
const arrive = (data: unknown, origin = host, source: Window | null = window.parent) =>
  window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
const say = (key: string, link = key, more?: Partial<HostContext>) =>
  arrive({ everycontact: 'context', link, context: context(key, more) });
const told = () => around.postMessage.mock.calls.map(([message]) => message);
const kinds = () => told().map(({ everycontact }) => everycontact);

test('takes a context from the parent alone, and only where that shows a listed origin', async () => {
  const prompt = await opened();
  stop = listenForHostContext(prompt, { origins: [host] });
  const message = { everycontact: 'context', link: 'a', context: context('a') };
  arrive(message, 'https://records.example.evil.example');
  arrive(message, 'http://records.example');
  arrive(message, 'null');
  arrive(message, host, window);
  arrive(message, host, null);
  for (const odd of [null, 'context', 7, { everycontact: 'context', context: context('a') }]) arrive(odd);
  expect(prompt.subjectKey).toBeUndefined();
  arrive(message);
  expect(prompt.subjectKey).toBe('a');
});

test('tells what comes of a context to the origin that sent it, by the name of that context', async () => {
  const prompt = await opened();
  stop = listenForHostContext(prompt, { origins: ['https://other.example', host] });
  say('a');
  await drawn(prompt);
  await click(prompt, 'No thanks');
  const origins = around.postMessage.mock.calls.filter(([message]) => message.everycontact !== 'ready');
  expect(new Set(origins.map(([, origin]) => origin))).toEqual(new Set([host]));
  expect(told().find(({ everycontact }) => everycontact === 'outcome')).toMatchObject({
    link: 'a',
    record: { outcome: 'declined' },
  });
  expect(around.postMessage.mock.calls.map(([, origin]) => origin)).not.toContain('*');
});

test('wipes one person for the next, and tells nothing of the first any more', async () => {
  const prompt = await opened({ undoSeconds: 10 });
  stop = listenForHostContext(prompt, { origins: [host] });
  say('a', 'first', { facts: { 'context.age': 41 } });
  await drawn(prompt);
  await click(prompt, 'No thanks');
  say('b', 'second');
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(prompt.context).toBeUndefined();
  expect(kinds()).not.toContain('outcome');
  prompt.undoSeconds = 0;
  await click(prompt, 'No thanks');
  expect(told().filter(({ everycontact }) => everycontact === 'outcome')).toMatchObject([{ link: 'second' }]);
});

test('says that a context was refused and why, and leaves nobody', async () => {
  const prompt = await opened();
  stop = listenForHostContext(prompt, { origins: [host] });
  say('a');
  arrive({ everycontact: 'context', link: 'b', context: { schema: 'everycontact/host-context@1', subject: {} } });
  expect(told().at(-1)).toMatchObject({ everycontact: 'refused', link: 'b', code: 'host-context-shape' });
  expect(prompt.subjectKey).toBeUndefined();
  arrive({ everycontact: 'context', link: 'c', context: null });
  expect(told().at(-1)).toMatchObject({ everycontact: 'accepted', link: 'c' });
});

test('lets nothing out in the setting staff but that the panel was closed', async () => {
  const prompt = await opened();
  stop = listenForHostContext(prompt, { origins: [host] });
  say('a', 'staff', { setting: 'staff' });
  await drawn(prompt);
  await click(prompt, 'No thanks');
  prompt.open = false;
  await drawn(prompt);
  expect(kinds().filter((kind) => !['ready', 'accepted'].includes(kind))).toEqual(['closed']);
});

test('forgets the person when it stops listening', async () => {
  const prompt = await opened();
  listenForHostContext(prompt, { origins: [host] })();
  const end = listenForHostContext(prompt, { origins: [host] });
  say('a');
  end();
  expect(prompt.subjectKey).toBeUndefined();
  say('b');
  expect(prompt.subjectKey).toBeUndefined();
});

test.each(['*', 'null', 'https://records.example/', 'records.example', ''])(
  'refuses "%s" as an origin',
  async (origin) => {
    const prompt = await opened();
    const frame = document.createElement('iframe');
    expect(() => listenForHostContext(prompt, { origins: [origin] })).toThrow('[everycontact/origin-invalid]');
    expect(() => sendHostContext(frame, context('a'), { origin, onMessage() {} })).toThrow(
      '[everycontact/origin-invalid]',
    );
    expect(() => listenToPrompt(frame, 'a', { origin, onMessage() {} })).toThrow('[everycontact/origin-invalid]');
  },
);

/** A frame as the page around sees it, with what is posted into it. */
function framed() {
  const posted: [unknown, string][] = [];
  const frame = document.createElement('iframe');
  document.body.append(frame);
  vi.spyOn(frame.contentWindow!, 'postMessage').mockImplementation(((message: unknown, origin: string) =>
    posted.push([message, origin])) as never);
  const from = (message: unknown, origin = host) => arrive(message, origin, frame.contentWindow);
  return { frame, posted, from };
}

test('sends a context to its one origin, when the page in the frame is ready and again when that is loaded anew', () => {
  const { frame, posted, from } = framed();
  stop = sendHostContext(frame, context('a'), { origin: host, link: 'a', onMessage() {} });
  expect(posted).toEqual([]);
  from({ everycontact: 'ready' }, 'https://elsewhere.example');
  expect(posted).toEqual([]);
  from({ everycontact: 'ready' });
  from({ everycontact: 'ready' });
  const message = { everycontact: 'context', link: 'a', context: context('a') };
  expect(posted).toEqual([
    [message, host],
    [message, host],
  ]);
});

test('hears only its frame, and drops what comes late of the person before', () => {
  const { frame, posted, from } = framed();
  const heard: PromptMessage[] = [];
  const onMessage = (message: PromptMessage) => heard.push(message);
  sendHostContext(frame, context('a'), { origin: host, link: 'a', onMessage });
  stop = sendHostContext(frame, context('b'), { origin: host, link: 'b', onMessage });
  from({ everycontact: 'outcome', link: 'a', record: {} });
  from({ everycontact: 'outcome', link: 'b', record: {} }, 'https://elsewhere.example');
  arrive({ everycontact: 'outcome', link: 'b', record: {} }, host, window);
  expect(heard).toEqual([]);
  from({ everycontact: 'outcome', link: 'b', record: {} });
  expect(heard).toMatchObject([{ link: 'b' }]);
  from({ everycontact: 'ready' });
  expect(posted.map(([message]) => message)).toMatchObject([{ link: 'b' }]);
});

test('sends nothing that could not be read on the other side', () => {
  const { frame } = framed();
  const named = { ...context('a'), name: 'Ann' } as HostContext;
  expect(() => sendHostContext(frame, named, { origin: host, onMessage() {} })).toThrow(
    '[everycontact/host-context-shape]',
  );
});
