import type { Directory, DirectoryAnswer } from '@everycontact/core';
import { beforeEach, expect, test } from 'vitest';
import { all, click, directory, drawn, find, opened, text } from '../../test/stage.js';
import type { AdvicePrompt } from '../prompt.js';

beforeEach(() => {
  document.body.replaceChildren();
});

/** A prompt that looks for services until they are let come, and what lets them. */
async function looking(): Promise<[AdvicePrompt, () => Promise<void>]> {
  let come: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    come = resolve;
  });
  const find = (...asked: Parameters<Directory['find']>): Promise<DirectoryAnswer> =>
    until.then(() => directory().find(...asked));
  const prompt = await opened({ services: undefined, directoryPort: { name: 'slow', find } });
  await click(prompt, 'Yes');
  await click(prompt, 'Next');
  expect(text(prompt)).toContain('Looking for services');
  return [
    prompt,
    async () => {
      come();
      await drawn(prompt);
    },
  ];
}

const mark = (prompt: AdvicePrompt) => find(prompt, '.marks button') as HTMLElement;
const pointer = (type: string, at: EventTarget) =>
  at.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
const isThere = (prompt: AdvicePrompt) => all(prompt, '.service').length > 0;

test.each(['pointerup', 'pointercancel'])('lets no service slide under a finger before its %s', async (end) => {
  const [prompt, come] = await looking();
  pointer('pointerdown', mark(prompt));
  await come();
  expect(isThere(prompt)).toBe(false);
  pointer(end, mark(prompt));
  await expect.poll(() => isThere(prompt)).toBe(true);
});

test('takes what the finger did for the line it was on, and shows the services with it', async () => {
  const [prompt, come] = await looking();
  pointer('pointerdown', mark(prompt));
  await come();
  const touched = mark(prompt);
  pointer('pointerup', touched);
  touched.click();
  await drawn(prompt);
  expect(isThere(prompt)).toBe(true);
  expect(all(prompt, '[aria-pressed=true]')).toEqual([touched]);
  expect(touched.closest('.service')).toBe(null);
});

test('waits a second at most where the page keeps the end of a press to itself', async () => {
  const [prompt, come] = await looking();
  pointer('pointerdown', mark(prompt));
  await come();
  expect(isThere(prompt)).toBe(false);
  await expect.poll(() => isThere(prompt)).toBe(true);
});

test('draws at once what the finger did, before it is found to be lifted', async () => {
  const [prompt] = await looking();
  pointer('pointerdown', mark(prompt));
  mark(prompt).click();
  await prompt.updateComplete;
  expect(all(prompt, '[aria-pressed=true]')).toEqual([mark(prompt)]);
});

test('blanks the screen at once while a finger is down', async () => {
  const [prompt] = await looking();
  pointer('pointerdown', mark(prompt));
  await click(prompt, 'Hide');
  expect(find(prompt, '[part=hidden]')).not.toBe(null);
  expect(text(prompt)).not.toContain('Looking for services');
});
