import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { violationsOf } from './axe.js';
import { label, opener, untilServices } from './contact.js';
import { type Ears, useRecipes } from './recipes.js';

const open = useRecipes();

const outcome = (page: Page) => page.locator('#outcome').textContent();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** Marks a page, and says later whether it is the same: one that was loaded anew has no mark. */
async function mark(page: Page) {
  await page.evaluate(() => Object.assign(window, { marked: true }));
  return () => page.evaluate(() => 'marked' in window);
}

it('is clean for axe, before a contact and in it', async () => {
  const page = await open('next.example/cases/17');
  await opener(page).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await opener(page).click();
  await untilServices(page);
  expect(await violationsOf(page)).toEqual([]);
});

it('has the line inside the element from the server, where it stays if no script comes', async () => {
  const page = await open('next.example/cases/17', {
    expected: /ERR_/,
    prepare: (one) => one.route('**/_next/static/**', (route) => route.abort()),
  });
  await page.locator('advice-prompt').getByRole('link', { name: '999' }).waitFor();
  expect(await opener(page).count()).toBe(0);
});

it('gives every page a nonce of its own, and runs nothing that is written into it without one', async () => {
  const page = await open('next.example/cases/17', { expected: /script-src/ });
  const nonce = async () => {
    const { 'content-security-policy': policy } = (await page.reload())!.headers();
    return /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy!)![1];
  };
  expect(await nonce()).not.toBe(await nonce());
  await opener(page).waitFor();
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.ranInline = true');
    button.click();
  });
  const refused = () => page.evaluate(() => (window as unknown as Ears).violations);
  await expect.poll(refused).toEqual(['script-src-attr inline']);
  expect(await page.evaluate(() => 'ranInline' in window)).toBe(false);
});

it('begins anew with each person while the browser stays on one page, and tells nothing of what was not ended', async () => {
  const page = await open('next.example');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  const stayed = await mark(page);
  await follow(page, 'Case 17');
  await opener(page).click();
  await untilServices(page);
  for (const go of [
    () => follow(page, 'Next case'),
    () => follow(page, 'All cases').then(() => follow(page, 'Case 17')),
    () => page.goBack().then(() => page.goBack()),
  ]) {
    await go();
    await opener(page).click();
    await page.getByRole('radio').first().waitFor();
    expect(await outcome(page)).toBe('none yet');
  }
  expect(sent).not.toContain('POST');
  expect(await stayed()).toBe(true);
});

it('keeps a contact that has ended when the person is left within the seconds it could be undone in', async () => {
  const page = await open('next.example/cases/17');
  await opener(page).click();
  await untilServices(page);
  await page
    .getByRole('button', { name: label('ui.told'), exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: label('ui.continue'), exact: true }).click();
  const sent = page.waitForResponse((response) => response.request().method() === 'POST');
  await follow(page, 'Next case');
  expect(await (await sent).text()).toBe('told');
  await page.getByRole('heading', { name: 'Case 18' }).waitFor();
  expect(await outcome(page)).toBe('none yet');
});
