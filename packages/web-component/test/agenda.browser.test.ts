import { england } from '@everycontact/content/england';
import { minimisePack } from '@everycontact/core/adapt';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ContactRecord } from '@everycontact/core';
import { createContact, type Contact, type ContactOptions } from '@everycontact/core/agenda';
import { outings } from '../../core/test/outings.js';
import type { AdvicePrompt } from '../src/prompt.js';
import {
  all,
  click,
  directory,
  drawn,
  find,
  focused,
  heading,
  key,
  listen,
  now,
  opened,
  text,
  types,
} from './stage.js';

beforeEach(() => {
  document.body.replaceChildren();
});

const labels = (prompt: AdvicePrompt) => all(prompt, '.options button').map((one) => one.textContent);

async function agenda(over: Partial<ContactOptions> = {}, given: object = {}): Promise<[AdvicePrompt, Contact]> {
  const contact = createContact({
    pack: outings,
    reader: { locale: 'en-GB', audience: 'worker' },
    occasion: { setting: 'patient' },
    directory: directory([]),
    now,
    ...over,
  });
  return [await opened({ pack: outings, preview: false, session: contact, locale: 'en-GB', ...given }), contact];
}

test('shows the topics as buttons with their number keys, and what ends it as a quiet one', async () => {
  const [prompt] = await agenda();
  expect(heading(prompt)).toBe('[ui.agenda]');
  expect(labels(prompt)).toEqual(['walking', 'sailing', 'climbing']);
  expect(all(prompt, '.options button').map((one) => one.getAttribute('aria-keyshortcuts'))).toEqual(['1', '2', '3']);
  expect(all(prompt, '[aria-pressed]')).toEqual([]);
});

test('is where an element begins that names no behaviour, with the shortest talk on each', async () => {
  const heard = listen();
  const prompt = await opened({ behaviour: undefined });
  expect(labels(prompt)).toHaveLength(Object.keys(england.behaviours).length);
  await click(prompt, 'Smoking');
  for (const name of ['d', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  const [told] = heard.filter(({ type }) => type === 'advice-outcome');
  expect(told?.detail).toMatchObject({ record: { script: 'smoking.vba', outcome: 'declined' } });
  expect(labels(prompt)).not.toContain('Smoking');
});

test('is passed over where the pack has one behaviour, and where the element names one', async () => {
  const smoking = minimisePack(england, { behaviours: ['smoking'] });
  expect(heading(await opened({ pack: smoking, behaviour: undefined }))).toBe('Do you smoke at all?');
  const prompt = await opened({ behaviour: 'alcohol' });
  expect(labels(prompt)).toEqual([]);
  expect(find(prompt, '.heading')).not.toBe(null);
});

test('opens a topic by its number, and comes back to the agenda when it is settled', async () => {
  const [prompt] = await agenda();
  key(prompt, '2');
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you garden at all?');
  key(prompt, 'd');
  await drawn(prompt);
  expect(labels(prompt)).toEqual(['walking', 'climbing']);
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
});

test('tells the record of each topic once, under one contact, and keeps a line for each in the note', async () => {
  const heard = listen();
  const [prompt, contact] = await agenda();
  for (const name of ['1', 'd', '1', 'n', '1', 'd']) {
    key(prompt, name);
    await drawn(prompt);
  }
  const records = heard
    .filter(({ type }) => type === 'advice-outcome')
    .map(({ detail }) => detail.record as ContactRecord);
  expect(records.map(({ behaviour, outcome }) => [behaviour, outcome])).toEqual([
    ['walking', 'declined'],
    ['sailing', 'not-now'],
    ['climbing', 'declined'],
  ]);
  expect(records.every(({ contactId }) => contactId === contact.contactId)).toBe(true);
  expect((find(prompt, 'textarea') as HTMLTextAreaElement).value.split('\n')).toHaveLength(3);
});

test('is not ended by Enter alone, but by its own button, and that can be undone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const [prompt] = await agenda({}, { undoSeconds: 10 });
  expect(key(prompt, 'Enter')).toBe(false);
  await click(prompt, '[ui.agenda-done]');
  expect(text(prompt)).toContain('[outcome.not-asked]');
  await click(prompt, '[ui.undo]');
  expect(labels(prompt)).toHaveLength(3);
  vi.useRealTimers();
});

test('shows urgent help and hides everything from the agenda too', async () => {
  const [prompt] = await agenda();
  key(prompt, 'u');
  await drawn(prompt);
  expect(find(prompt, '.urgent')).not.toBe(null);
  key(prompt, 'b');
  await drawn(prompt);
  key(prompt, 'h');
  await drawn(prompt);
  expect(text(prompt)).not.toMatch(/walking|sailing|climbing/);
  expect(key(prompt, '1')).toBe(false);
});

test('lets nothing out of a contact in the setting staff', async () => {
  const heard = listen();
  const [prompt] = await agenda({ occasion: { setting: 'staff' }, reader: { locale: 'en-GB', audience: 'person' } });
  for (const name of ['1', 'd']) {
    key(prompt, name);
    await drawn(prompt);
  }
  prompt.hide();
  await drawn(prompt);
  expect(types(heard)).toEqual(['advice-closed']);
});
