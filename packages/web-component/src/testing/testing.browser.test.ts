import { england } from '@everycontact/content/england';
import type { Directory } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { choose, enter, findPrompt, finish, openPrompt, outcomesOf, press, screenOf } from '../testing.js';
import { now, place } from '../../test/stage.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const given = {
  pack: england,
  behaviour: 'smoking',
  preview: true,
  services: [aService({ id: 'clinic', name: 'Quit clinic' })],
};

test('finds the prompt, also in shadow roots of the page', async () => {
  const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const prompt = await place(given);
  inner.append(prompt);
  expect(findPrompt()).toBe(prompt);
  expect(findPrompt(inner)).toBe(prompt);
});

test('says that no prompt is there', () => {
  expect(() => findPrompt()).toThrow('[everycontact/prompt-not-found]');
});

test('walks a contact by labels, and gives the record without waiting for the undo', async () => {
  const prompt = await place(given);
  const heard = outcomesOf(document);
  expect(screenOf(prompt)).toEqual({
    kind: 'launcher',
    heading: '',
    choices: ['Start a short conversation'],
    services: [],
  });
  const question = await openPrompt(prompt);
  expect([question.kind, question.heading]).toEqual(['question', 'Do you smoke at all?']);
  expect(question.choices).toContain('Yes');
  expect((await choose(prompt, 'Yes')).kind).toBe('statement');
  expect((await choose(prompt, 'Next')).services).toEqual(['Quit clinic']);
  await choose(prompt, 'I gave the details');
  expect((await press(prompt, 'Enter')).kind).toBe('closed');
  const record = await finish(prompt);
  expect(record?.outcome).toBe('told');
  expect(heard).toEqual([record]);
});

test('works in an imitated page too, which has no channel for messages and scrolls nothing', async () => {
  const { scrollTo } = Element.prototype;
  Object.assign(Element.prototype, { scrollTo: undefined });
  vi.stubGlobal('MessageChannel', undefined);
  const prompt = await place(given);
  await openPrompt(prompt);
  await choose(prompt, 'Yes');
  expect((await choose(prompt, 'Next')).services).toEqual(['Quit clinic']);
  vi.unstubAllGlobals();
  Object.assign(Element.prototype, { scrollTo });
});

test('waits for a directory that takes its time, also where the timers are not real', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let answer = (_: Awaited<ReturnType<Directory['find']>>) => {};
  const directoryPort: Directory = { name: 'slow', find: () => new Promise((resolve) => (answer = resolve)) };
  const prompt = await place({ ...given, services: undefined, directoryPort });
  await openPrompt(prompt);
  await choose(prompt, 'Yes');
  const screen = choose(prompt, 'Next');
  await vi.waitUntil(() => screenOf(prompt).kind === 'signposts');
  answer({ matches: [], excluded: [], asOf: now() });
  expect((await screen).kind).toBe('signposts');
});

test('names what is on the screen where something else was wanted', async () => {
  const prompt = await place(given);
  await openPrompt(prompt);
  await expect(choose(prompt, 'Perhaps')).rejects.toThrow(/not-on-screen.*"Perhaps".*"question".*"Yes"/);
  await expect(enter(prompt, 12)).rejects.toThrow(/not-on-screen.*a field for a number/);
  await expect(finish(prompt)).rejects.toThrow(/not-on-screen.*the end of a contact/);
});

test('enters a number where one is asked for', async () => {
  const prompt = await place({ ...given, behaviour: 'physical-activity', method: 'brief' });
  let screen = await openPrompt(prompt);
  for (const key of ['1', '1', '1', '1']) if (screen.kind !== 'number') screen = await press(prompt, key);
  expect(screen.kind).toBe('number');
  const after = await enter(prompt, 100000);
  expect(after.kind).toBe('number');
  expect((await enter(prompt, 30)).heading).not.toBe(screen.heading);
});

test('tells the fallback and a prompt that is switched off from a step', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = await place({ ...given, pack: 'england' });
  expect((await openPrompt(broken)).kind).toBe('fallback');
  const off = await place(given, 'disabled');
  expect((await openPrompt(off)).kind).toBe('nothing');
});

test('says what it waited for in vain', async () => {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 1000));
  const prompt = await place({ behaviour: 'smoking', open: true });
  await expect(openPrompt(prompt)).rejects.toThrow(/screen-not-drawn.*within 5 seconds/);
});
