import { england } from '@everycontact/content/england';
import { speaker } from '@everycontact/core';
import type { FrameLocator, Locator, Page } from 'playwright';

/** The words on the screen, out of the pack: a test breaks when a rule does, not when a sentence is mended. */
const words = speaker(england, { locale: 'en-GB', audience: 'worker' }, '2026-11-22');
export const { line, label } = words;

/** The quiet button that a prompt begins as. */
export const opener = (page: Page | FrameLocator) => page.getByRole('button', { name: label('ui.open'), exact: true });

/**
 * A whole contact with a person who smokes: advice, a service told, and the end.
 *
 * @param service the local service to wait for; else the national line is told
 */
export async function wholeContact(page: Page | FrameLocator, service?: string): Promise<void> {
  await opener(page).click();
  await talk(page, service);
}

/** The same, from the first question on. */
export async function talk(page: Page | FrameLocator, service?: string): Promise<void> {
  await untilServices(page);
  if (service) await page.getByText(service).first().waitFor();
  await fromServices(page);
}

/** The first service told, and the end. */
export async function fromServices(page: Page | FrameLocator): Promise<void> {
  await page
    .getByRole('button', { name: label('ui.told'), exact: true })
    .first()
    .click();
  await press(page, label('ui.continue'));
  await press(page, label('ui.done'));
}

/** The first question answered and the advice given: the prompt looks for services. */
export async function untilServices(page: Page | FrameLocator | Locator): Promise<void> {
  await page.getByRole('radio', { name: line('smoking.vba.smokes.yes').text, exact: true }).click();
  await press(page, label('ui.next'));
}

const press = (page: Page | FrameLocator | Locator, name: string) =>
  page.getByRole('button', { name, exact: true }).click();
