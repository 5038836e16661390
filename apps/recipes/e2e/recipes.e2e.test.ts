import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { opener, wholeContact } from './contact.js';
import { useRecipes } from './recipes.js';

const open = useRecipes();

const outcome = (page: Page) => page.locator('#outcome').textContent();

/** What a page has that a guest could leave behind. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll('*').length - document.querySelectorAll('advice-prompt *').length,
    sheets: document.adoptedStyleSheets.length,
    attributes: [document.documentElement, document.body].flatMap((one) => one.getAttributeNames()),
    kept: [document.cookie, localStorage.length, sessionStorage.length],
  }));

const pages = [
  'plain.example',
  'sharepoint.example',
  'angular.example',
  'vue.example',
  'svelte.example',
  'react-18.example',
  'react-19.example',
  'next.example/cases/17',
];

it.each(pages)(
  'goes through a whole contact on %s, tells its outcome once in the way of the host, and leaves nothing',
  async (origin) => {
    const page = await open(origin);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('advice-outcome', ({ type }) => heard.push(type));
    });
    await opener(page).waitFor();
    const before = await traces(page);
    await wholeContact(page);
    await expect.poll(() => outcome(page)).toBe('told');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['advice-outcome']);

    await page.locator('#close').click();
    await page.locator('advice-prompt').waitFor({ state: 'detached' });
    expect(await traces(page)).toEqual({ ...before, elements: before.elements - 1 });
  },
);

it.each(pages)('can be taken away in mid-contact on %s, and nothing is told then', async (origin) => {
  const page = await open(origin);
  await opener(page).click();
  await page.getByRole('radio').first().waitFor();
  await page.locator('#close').click();
  await page.locator('advice-prompt').waitFor({ state: 'detached' });
  expect(await outcome(page)).toBe('none yet');
});

it.each(['18', '19'])('runs on the React it says, %s', async (version) => {
  const page = await open(`react-${version}.example`);
  await page.getByRole('heading', { name: `React ${version}.` }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(`React ${version}.`);
});
