import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { pseudoPack } from '@everycontact/core/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AdvicePrompt } from '../prompt.js';
import { click, drawn, find, focused, key, listen, make, opened, staged, text, types } from '../../test/stage.js';

const organisation = { name: 'Wexmarsh Health Centre (invented)' };

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A contact at its end, while it can still be undone. */
async function ended(id: string, given: Partial<AdvicePrompt> = {}): Promise<AdvicePrompt> {
  const example = examples.england.find((one) => one.id === id)!;
  const [prompt, session] = await staged(example, { organisation, ...given });
  for (const move of example.moves.filter((one) => one !== 'done')) await make(prompt, session, move);
  return prompt;
}

/** Presses the offer, and waits for the part. */
async function offered(prompt: AdvicePrompt): Promise<void> {
  await click(prompt, 'Something to take home');
  await expect.poll(() => find(prompt, '.take')).not.toBeNull();
}
const sheet = (prompt: AdvicePrompt) => find(prompt, '.take > div:last-child')?.shadowRoot?.querySelector('dialog');

it('offers something to take home as soon as services were chosen, before the undo has run out', async () => {
  const prompt = await ended('smoker-told');
  expect(text(prompt)).toMatch(/You can undo this.*Something to take home/);
  await offered(prompt);
  expect(focused(prompt)?.textContent).toBe('Is it safe for you to take this home, or to get a text?');
});

it('shows the sheet of this contact, from this organisation', async () => {
  const prompt = await ended('smoker-told');
  await offered(prompt);
  await click(prompt, 'Yes');
  await click(prompt, 'Show on the screen');
  expect(sheet(prompt)?.textContent).toContain('Wexmarsh Health Centre (invented)');
  expect(sheet(prompt)?.textContent).toContain('In an emergency, call 999.');
});

it('fits the choice of a language into a narrow panel, however long its name', async () => {
  const prompt = await ended('smoker-told', { pack: pseudoPack(england, 'en-XA') });
  prompt.style.inlineSize = '240px';
  await offered(prompt);
  await click(prompt, 'Yes');
  const languages = find(prompt, 'select')!;
  expect(languages.getBoundingClientRect().right).toBeLessThanOrEqual(
    find(prompt, '.take')!.getBoundingClientRect().right,
  );
  expect(languages.scrollWidth).toBeLessThanOrEqual(240);
});

it.each(['declines-ask', 'not-now-act', 'stopped', 'help-under-way', 'never'])(
  'offers nothing after "%s"',
  async (id) => {
    expect(text(await ended(id))).not.toContain('Something to take home');
  },
);

it('offers nothing where the page has it so', async () => {
  expect(text(await ended('smoker-told', { takeAway: 'off' }))).not.toContain('Something to take home');
});

it('refuses a value that it does not know', async () => {
  const heard = listen();
  vi.spyOn(console, 'error').mockReturnValue();
  await opened({ takeAway: 'sometimes' as never });
  expect(heard.find(({ type }) => type === 'advice-error')?.detail).toMatchObject({
    code: 'attribute-unknown',
    at: 'take-away',
  });
});

it('keeps what was begun when the contact is settled in the midst of it', async () => {
  const prompt = await ended('smoker-told');
  await offered(prompt);
  await click(prompt, 'Yes');
  await click(prompt, 'Done');
  expect(text(prompt)).toMatch(/Print.*This conversation is closed/);
});

it('blanks what is offered with the quick hide, and forgets it', async () => {
  const prompt = await ended('smoker-told');
  await offered(prompt);
  await click(prompt, 'Yes');
  key(prompt, 'h');
  await drawn(prompt);
  expect(find(prompt, '.take')).toBeNull();
  key(prompt, 'h');
  await drawn(prompt);
  expect(find(prompt, '.take')).toBeNull();
});

it('takes the sheet off the screen in the instant another person comes', async () => {
  const prompt = await ended('smoker-told', { subjectKey: 'first' });
  await offered(prompt);
  await click(prompt, 'No');
  await click(prompt, 'Show on the screen');
  const dialog = sheet(prompt)!;
  prompt.subjectKey = 'second';
  await drawn(prompt);
  expect(dialog.isConnected).toBe(false);
});

it('lets nothing out in the setting staff, and offers no text there', async () => {
  const heard = listen();
  const texts: Event[] = [];
  document.addEventListener('advice-text', (event) => texts.push(event));
  const prompt = await ended('staff-self', { setting: 'staff' });
  await offered(prompt);
  await click(prompt, 'Yes');
  expect(text(prompt)).not.toMatch(/Text message|Appointment|Save to calendar/);
  expect([types(heard), texts]).toEqual([[], []]);
});

it('asks the page to send the text, and shows none where it does', async () => {
  const prompt = await ended('smoker-told');
  const texts: string[] = [];
  prompt.addEventListener('advice-text', (event) => {
    texts.push(event.detail.text);
    event.preventDefault();
  });
  await offered(prompt);
  await click(prompt, 'Yes');
  await click(prompt, 'Text message');
  expect(texts).toHaveLength(1);
  expect(texts[0]).not.toMatch(/do you smoke|very brief/i);
  expect(find(prompt, 'textarea')).toBeNull();
});
