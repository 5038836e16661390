import type { ContactRecord } from '@everycontact/core';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Visit } from './demo.js';
import type { Words } from './words.js';

/** How a person at the screen does things: by pointing, or by keys alone. */
export interface Hand {
  readonly name: 'mouse' | 'keyboard';
  /** Opens the panel if it is closed, and has the focus in it. */
  open(visit: Visit, words: Words): Promise<void>;
  answer(visit: Visit, words: Words, option: 'yes' | 'used-to' | 'never'): Promise<void>;
  next(visit: Visit, label: string): Promise<void>;
  decline(visit: Visit, words: Words): Promise<void>;
  notNow(visit: Visit, words: Words): Promise<void>;
  /** Marks the first service as told. */
  told(visit: Visit, words: Words): Promise<void>;
}

export const mouse: Hand = {
  name: 'mouse',
  async open({ prompt }, { label }) {
    await prompt.locator('button').first().waitFor();
    const launcher = prompt.locator('.launcher');
    if (await launcher.count()) await prompt.getByRole('button', { name: label('ui.open'), exact: true }).click();
  },
  answer: ({ prompt }, { line }, option) =>
    prompt.getByRole('radio', { name: line(`smoking.vba.smokes.${option}`), exact: true }).click(),
  next: ({ prompt }, label) => prompt.getByRole('button', { name: label, exact: true }).click(),
  decline({ prompt }, { label }) {
    const called = (name: string) => prompt.getByRole('button', { name, exact: true });
    // Where permission is asked for, the no beside the yes is how it is declined.
    return called(label('ui.decline'))
      .or(called(label('ui.no')))
      .click();
  },
  notNow: ({ prompt }, { label }) => prompt.getByRole('button', { name: label('ui.not-now'), exact: true }).click(),
  told: ({ prompt }, { label }) =>
    prompt
      .getByRole('button', { name: label('ui.told'), exact: true })
      .first()
      .click(),
};

export const keyboard: Hand = {
  name: 'keyboard',
  async open({ page, prompt }, { label }) {
    await prompt.locator('button').first().waitFor();
    if (await prompt.locator('.launcher').count()) {
      await tabTo(page, label('ui.open'));
      await page.keyboard.press('Enter');
    } else await tabTo(page, label('ui.help'));
  },
  async answer({ page }, _, option) {
    await page.keyboard.press({ yes: '1', 'used-to': '2', never: '3' }[option]);
  },
  next: ({ page }) => page.keyboard.press('Enter'),
  decline: ({ page }) => page.keyboard.press('d'),
  notNow: ({ page }) => page.keyboard.press('n'),
  told: ({ page }) => page.keyboard.press('1'),
};

/** Ticks what only the worker can see: unfolds the list, as it begins folded on every step. */
export async function tick({ prompt }: Visit, { label, line }: Words, flag: string): Promise<void> {
  await prompt
    .locator('[part~="observe"] > summary')
    .filter({ hasText: label('ui.observe') })
    .click();
  await prompt.getByRole('checkbox', { name: line(`flag.${flag}.label`), exact: true }).click();
}

/** Presses Tab until the focus is on the button with this text, however deep it stands. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.textContent?.trim() ?? '';
    });
    if (focused === text) return;
  }
  throw new Error(`No button "${text}" was reached with Tab.`);
}

/** The heading of the step, once it is the one that is waited for. */
export async function see({ prompt }: Visit, heading: string): Promise<void> {
  await prompt.getByRole('heading', { name: heading, exact: true }).waitFor();
}

/** Yes, advice, a service told, and the end: a whole contact, up to the record. */
export async function wholeContact(visit: Visit, words: Words, hand: Hand): Promise<ContactRecord> {
  const { prompt } = visit;
  const { label, line } = words;
  await hand.open(visit, words);
  await see(visit, line('smoking.vba.smokes.say'));
  await hand.answer(visit, words, 'yes');
  await see(visit, line('smoking.vba.advise.say'));
  await hand.next(visit, label('ui.next'));
  await see(visit, line('smoking.vba.act.say'));
  await prompt.locator('.service').first().waitFor();
  await hand.told(visit, words);
  const mark = prompt.getByRole('button', { name: label('ui.told'), exact: true }).first();
  await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true');
  await hand.next(visit, label('ui.continue'));
  await see(visit, line('smoking.vba.close.say'));
  expect(await visit.outcomes()).toEqual([]);
  await hand.next(visit, label('ui.done'));
  return lastOutcome(visit);
}

/** The record, once it has been emitted; there is only ever one for a contact. */
export async function lastOutcome(visit: Visit, count = 1): Promise<ContactRecord> {
  await expect.poll(async () => (await visit.outcomes()).length).toBe(count);
  const record = (await visit.outcomes()).at(-1);
  if (!record) throw new Error('No record was emitted.');
  return record;
}
