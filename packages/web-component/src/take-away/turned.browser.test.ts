import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { pseudoPack } from '@everycontact/core/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AdvicePrompt } from '../prompt.js';
import { all, click, drawn, find, focused, key, make, opened, staged, text } from '../../test/stage.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const dialogIn = (prompt: AdvicePrompt) =>
  find(prompt, '[part=turn] > div')?.shadowRoot?.querySelector('dialog') ?? undefined;
const button = (prompt: AdvicePrompt) => find(prompt, '[part=turn] > button');

async function turned(prompt: AdvicePrompt): Promise<HTMLDialogElement> {
  key(prompt, 'v');
  await expect.poll(() => dialogIn(prompt)?.matches(':modal')).toBe(true);
  return dialogIn(prompt)!;
}

/** At the services of a person who wants help. */
async function atServices(): Promise<AdvicePrompt> {
  const example = examples.england.find(({ id }) => id === 'smoker-told')!;
  const [prompt, session] = await staged(example, {});
  for (const move of example.moves) {
    if (session.view.kind === 'signposts') break;
    await make(prompt, session, move);
  }
  await expect.poll(() => find(prompt, '.service')).not.toBeNull();
  return prompt;
}

it('turns the question and its answers towards the person, and nothing that is for the worker', async () => {
  const prompt = await opened();
  expect(text(prompt)).toContain('Before you start, tick below');
  const dialog = await turned(prompt);
  expect(dialog.querySelector('h1')?.textContent).toBe('Do you smoke at all?');
  const choices = [...dialog.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(choices).toEqual([
    'Yes',
    'I used to',
    'No, never',
    'No, but I vape or use snus or pouches',
    'I would rather not say',
  ]);
  expect(dialog.textContent).not.toMatch(/tick|For you|Urgent/i);
});

it('is no smaller than what the reader has set, and large for whoever looks from the other side of the table', async () => {
  for (const [letters, controls, sheet] of [
    ['12px', 12, 27],
    ['32px', 32, 54],
  ] as const) {
    const prompt = await opened();
    prompt.style.setProperty('--advice-font-size', letters);
    const dialog = await turned(prompt);
    const size = (one: string) => Number.parseFloat(getComputedStyle(dialog.querySelector(one)!).fontSize);
    expect([size('.controls'), size('.sheet')]).toEqual([controls, sheet]);
    dialog.close();
  }
});

it('says that drafts are shown', async () => {
  expect((await turned(await opened({ preview: true }))).textContent).toContain('drafts that nobody has approved');
});

it('shows where there is help, as a person needs it, and not why', async () => {
  const prompt = await atServices();
  const names = [...(prompt.shadowRoot?.querySelectorAll('.service h5') ?? [])].map(({ textContent }) => textContent);
  const dialog = await turned(prompt);
  for (const name of names) expect(dialog.textContent).toContain(name);
  expect(dialog.textContent).not.toMatch(/Why this|I gave the details|because/i);
});

it('lays a code under the words of a service where both have no room beside each other', async () => {
  const dialog = await turned(await atServices());
  for (const [width, isBeside] of [
    [900, true],
    [380, false],
  ] as const) {
    dialog.style.inlineSize = `${width}px`;
    const [entry] = [...dialog.querySelectorAll('.entry')].filter((one) => one.querySelector('.code'));
    const code = entry?.querySelector('.code')?.getBoundingClientRect();
    const words = entry?.querySelector('.who')?.getBoundingClientRect();
    expect(words!.top).toBeLessThan(code!.top + 1);
    expect(words!.bottom > code!.top).toBe(isBeside);
  }
});

it('keeps the name of the choice of languages whole in a narrow window, however long theirs are', async () => {
  const dialog = await turned(await opened({ pack: pseudoPack(england, 'ar-XB') }));
  dialog.style.inlineSize = '320px';
  const label = dialog.querySelector('label')!;
  const name = document.createRange();
  name.selectNode(label.firstChild!);
  expect(name.getClientRects()).toHaveLength(1);
  expect(dialog.scrollWidth).toBeLessThanOrEqual(320);
});

it('gives the focus back where it was when it is closed, and leaves nothing behind', async () => {
  const prompt = await opened();
  button(prompt)?.focus();
  const dialog = await turned(prompt);
  dialog.querySelector('button')?.click();
  await expect.poll(() => dialogIn(prompt)).toBeUndefined();
  expect(focused(prompt)).toBe(button(prompt));
});

it('lets no key through to the step under it', async () => {
  const prompt = await opened();
  const dialog = await turned(prompt);
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true, composed: true }));
  await drawn(prompt);
  expect(prompt.shadowRoot?.querySelector('.heading')?.textContent).toBe('Do you smoke at all?');
});

it('goes with the step, the contact and the panel', async () => {
  for (const end of [
    (prompt: AdvicePrompt) => prompt.hide(),
    (prompt: AdvicePrompt) => (prompt.subjectKey = 'another'),
    (prompt: AdvicePrompt) => prompt.remove(),
  ]) {
    const prompt = await opened({ subjectKey: 'one' });
    const dialog = await turned(prompt);
    end(prompt);
    await drawn(prompt);
    expect(dialog.isConnected && dialog.checkVisibility()).toBe(false);
    prompt.remove();
  }
});

it('stays away where the step has gone before it was loaded', async () => {
  const errors = vi.spyOn(console, 'error');
  const prompt = await opened();
  key(prompt, 'v');
  key(prompt, 'n');
  await drawn(prompt);
  expect(dialogIn(prompt)).toBeUndefined();
  expect(errors).not.toHaveBeenCalled();
});

it('fills the window once, however often it is asked for before it is loaded', async () => {
  const prompt = await opened();
  key(prompt, 'v');
  await turned(prompt);
  expect(find(prompt, '[part=turn]')?.querySelectorAll('div')).toHaveLength(1);
});

it('is gone where the page moves the prompt, and can be asked for again', async () => {
  const prompt = await opened();
  const dialog = await turned(prompt);
  document.body.append(Object.assign(document.createElement('main'), { id: 'elsewhere' }));
  document.querySelector('#elsewhere')?.append(prompt);
  await drawn(prompt);
  expect(dialog.checkVisibility()).toBe(false);
  expect((await turned(prompt)).matches(':modal')).toBe(true);
  expect(all(prompt, '[part=turn] > div')).toHaveLength(1);
});

it('speaks another language of the pack than the worker’s', async () => {
  const prompt = await opened({ pack: denmark, locale: 'da-DK' });
  const dialog = await turned(prompt);
  const before = dialog.querySelector('h1')?.textContent;
  const languages = dialog.querySelector('select')!;
  languages.value = 'en';
  languages.dispatchEvent(new Event('change'));
  await expect.poll(() => dialog.querySelector<HTMLElement>('.sheet')?.lang).toBe('en');
  expect(dialog.querySelector('h1')?.textContent).not.toBe(before);
  expect(dialog.querySelector<HTMLElement>('.controls')?.lang).toBe('da-DK');
});

it('begins in the language of the interpreter', async () => {
  const prompt = await opened({
    pack: denmark,
    locale: 'da-DK',
    interpreter: 'professional',
    interpreterLanguage: 'en-GB',
  });
  const dialog = await turned(prompt);
  expect(dialog.querySelector<HTMLElement>('.sheet')?.lang).toBe('en');
});

it('has no fault that axe knows of', async () => {
  const prompt = await atServices();
  await turned(prompt);
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it.each([
  ['the person reads the screen', { audience: 'person' as const }],
  ['it is about the worker', { setting: 'staff' as const }],
])('is not offered where %s', async (_, given) => {
  expect(button(await opened({ pack: england, ...given }))).toBeNull();
});

it('is not offered on urgent help, a blank screen or the end', async () => {
  const prompt = await opened();
  for (const pressed of ['u', 'h', 'n']) {
    const at = await opened();
    expect(button(at)).not.toBeNull();
    key(at, pressed);
    await drawn(at);
    expect(button(at), pressed).toBeNull();
  }
  await click(prompt, 'Yes');
});
