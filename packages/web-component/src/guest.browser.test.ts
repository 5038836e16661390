import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { sweden } from '@everycontact/content/sweden';
import type { ContactRecord } from '@everycontact/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  all,
  click,
  drawn,
  find,
  focused,
  heading,
  key,
  listen,
  opened,
  place,
  services,
  text,
} from '../test/stage.js';
import { defineAdvicePrompt } from './define.js';
import { AdvicePrompt } from './prompt.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const quiet = { pack: england, services, preview: true, behaviour: 'smoking', undoSeconds: 0 };

async function wholeContact(prompt: AdvicePrompt): Promise<void> {
  for (const name of ['1', 'Enter', '1', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  await click(prompt, 'Close');
}

test('leaves nothing on the page: no name, no sheet, no node, no cookie, nothing kept', async () => {
  const page = () => ({
    // The library of the parser, which only a page with a pack of its own loads, keeps its settings there.
    names: Object.getOwnPropertyNames(window)
      .filter((name) => !name.startsWith('__zod'))
      .sort(),
    head: document.head.childElementCount,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    body: document.body.childElementCount,
    classes: document.documentElement.className + document.body.className,
    cookie: document.cookie,
    kept: localStorage.length + sessionStorage.length,
  });
  const before = page();
  const prompt = await opened();
  await wholeContact(prompt);
  prompt.parentElement?.remove();
  expect(page()).toEqual(before);
});

test('asks the network for nothing through a whole contact', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const beacon = vi.spyOn(navigator, 'sendBeacon');
  await wholeContact(await opened());
  expect(fetched).not.toHaveBeenCalled();
  expect(beacon).not.toHaveBeenCalled();
});

test('leaves no listener and no timer after two hundred mounts, open and closed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] });
  let listeners = 0;
  for (const target of [window, document, document.body]) {
    vi.spyOn(target, 'addEventListener').mockImplementation(() => {
      listeners++;
    });
  }
  const host = document.body.appendChild(document.createElement('div'));
  for (let i = 0; i < 200; i++) {
    const prompt = document.createElement('advice-prompt');
    Object.assign(prompt, quiet, { open: i % 2 === 0, undoSeconds: 10, idleReset: 60 });
    host.append(prompt);
    await prompt.updateComplete;
    if (i % 4 === 0) key(prompt, 'd');
    prompt.remove();
  }
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(listeners).toBe(0);
  expect(host.childNodes).toHaveLength(0);
});

test('takes no key from a page’s own shortcuts but those it uses itself, with the focus inside', async () => {
  const page = vi.fn();
  document.addEventListener('keydown', page);
  const prompt = await opened();
  find(prompt, '.heading')?.focus();
  await userEvent.keyboard('x{Escape}');
  expect(page).toHaveBeenCalledTimes(2);
  await userEvent.keyboard('1');
  await drawn(prompt);
  expect(page).toHaveBeenCalledTimes(2);
  expect(heading(prompt)).toContain('The best way to stop');
  document.removeEventListener('keydown', page);
});

test('tells a page that sets the property "behavior" what it is called', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await opened({ hotkeys: 'on', ...{ behavior: 'smoking' } });
  expect(String(warn.mock.calls)).toContain('Write "behaviour".');
});

test('leaves a key alone that the page has used first', async () => {
  const first = (event: KeyboardEvent) => {
    if (event.key === 'd') event.preventDefault();
  };
  document.addEventListener('keydown', first, true);
  const prompt = await opened();
  key(prompt, 'd');
  await drawn(prompt);
  document.removeEventListener('keydown', first, true);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('works in a dialog of the page that keeps the focus in, and leaves Escape to it', async () => {
  const dialog = document.body.appendChild(document.createElement('dialog'));
  const prompt = await opened();
  dialog.append(prompt);
  dialog.showModal();
  prompt.focus();
  await userEvent.keyboard('1');
  await drawn(prompt);
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  expect(document.activeElement).toBe(prompt);
  expect(key(prompt, 'Escape')).toBe(false);
  dialog.close();
});

test('keeps a contact through a change of route and a move to another shadow root', async () => {
  const prompt = await opened();
  await click(prompt, 'Yes');
  history.replaceState(null, '', '#another-route');
  const outlet = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  outlet.append(prompt);
  await drawn(prompt);
  history.replaceState(null, '', location.pathname + location.search);
  expect(heading(prompt)).toContain('The best way to stop');
  key(prompt, 'b');
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('keeps twenty prompts apart, each with its own answer', async () => {
  const heard = listen();
  const prompts = await Promise.all(Array.from({ length: 20 }, () => opened()));
  for (const [index, prompt] of prompts.entries()) key(prompt, index % 2 ? 'd' : 'n');
  await Promise.all(prompts.map(drawn));
  const records = heard
    .filter(({ type }) => type === 'advice-outcome')
    .map(({ detail }) => detail.record as ContactRecord);
  expect(records.map(({ outcome }) => outcome).sort()).toEqual([
    ...Array<string>(10).fill('declined'),
    ...Array<string>(10).fill('not-now'),
  ]);
  expect(new Set(records.map(({ contactId }) => contactId)).size).toBe(20);
});

test('keeps the first where the tag is taken by another version, and says so with both numbers', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const first = class extends AdvicePrompt {
    static override readonly version = '0.0.9';
  };
  const get = vi.spyOn(customElements, 'get').mockReturnValue(first);
  const define = vi.spyOn(customElements, 'define');
  defineAdvicePrompt();
  expect(define).not.toHaveBeenCalled();
  expect(warn).toHaveBeenCalledTimes(1);
  expect(String(warn.mock.calls[0]?.[0])).toContain('0.0.9');
  expect(String(warn.mock.calls[0]?.[0])).toContain(AdvicePrompt.version);
  get.mockRestore();
});

test('says nothing where the same version is loaded twice', () => {
  const warn = vi.spyOn(console, 'warn');
  defineAdvicePrompt();
  expect(warn).not.toHaveBeenCalled();
});

test.each([
  ['denmark', denmark, 'da-DK', 'en'],
  ['sweden', sweden, 'sv-SE', 'en'],
] as const)('changes the language in mid-contact and keeps the answers: %s', async (_place, pack, first, then) => {
  const heard = listen();
  const prompt = await opened({ pack, locale: first });
  const root = () => find(prompt, '.root')!;
  const question = heading(prompt);
  key(prompt, '1');
  await drawn(prompt);
  const advice = heading(prompt);
  prompt.locale = then;
  await drawn(prompt);
  expect(root().lang).toBe(then);
  expect(heading(prompt)).not.toBe(advice);
  key(prompt, 'b');
  await drawn(prompt);
  expect(heading(prompt)).not.toBe(question);
  expect((all(prompt, 'input[type=radio]')[0] as HTMLInputElement).checked).toBe(true);
  prompt.locale = first;
  await drawn(prompt);
  expect(heading(prompt)).toBe(question);
  key(prompt, 'Enter');
  await drawn(prompt);
  key(prompt, 'd');
  await drawn(prompt);
  const record = heard.find(({ type }) => type === 'advice-outcome')?.detail.record as ContactRecord;
  expect(record.advice.some((said) => said.text === advice)).toBe(true);
  expect(record.answers.some(({ value }) => value === 'yes')).toBe(true);
});

test('takes the nearest language around it, through the shadow roots it stands in', async () => {
  const outer = document.body.appendChild(document.createElement('div'));
  outer.lang = 'en';
  const inner = outer.attachShadow({ mode: 'open' });
  const prompt = document.createElement('advice-prompt');
  Object.assign(prompt, quiet, { pack: denmark });
  inner.append(prompt);
  await drawn(prompt);
  expect(find(prompt, '.root')?.lang).toBe('en');
});

test('draws nothing and starts nothing while it is switched off, and goes on after', async () => {
  const heard = listen();
  const prompt = await place({ ...quiet, open: true, disabled: true });
  expect([text(prompt), heard]).toEqual(['', []]);
  prompt.disabled = false;
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});
