import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { fromServices, line, opener, untilServices } from './contact.js';
import { useRecipes } from './recipes.js';

const open = useRecipes();

interface Person {
  readonly subjectKey: string;
}

const frameOf = (page: Page) => page.frameLocator('iframe');
/** A frame that still grows moves what is in it: a person would see that, a click of a test does not. */
const fits = (page: Page) => page.frames()[1]!.evaluate(() => innerHeight >= document.documentElement.offsetHeight);
const outcome = (page: Page) => page.locator('#outcome').textContent();

it('tells the page around it the outcome of a whole contact, grows with what it shows, and goes with its frame', async () => {
  const page = await open('desk.example');
  await opener(frameOf(page)).waitFor();
  const height = async () => Number(await page.locator('iframe').getAttribute('height'));
  const closed = await height();
  await opener(frameOf(page)).click();
  await expect.poll(height).toBeGreaterThan(closed + 100);
  await untilServices(frameOf(page));
  await expect.poll(() => fits(page)).toBe(true);
  await fromServices(frameOf(page));
  await expect.poll(() => outcome(page), { timeout: 10_000 }).toBe('told');
  await page.locator('#close').click();
  await page.locator('iframe').waitFor({ state: 'detached' });
});

it('wipes what was answered when the page names another person', async () => {
  const page = await open('desk.example');
  const question = frameOf(page).getByRole('heading', { name: line('smoking.vba.smokes.say').text });
  await opener(frameOf(page)).click();
  await frameOf(page).getByRole('radio').first().click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Next person' }).click();
  await question.waitFor();
  expect(await frameOf(page).getByRole('radio', { checked: true }).count()).toBe(0);
});

it('believes no message but those of the other side', async () => {
  const page = await open('desk.example');
  await opener(frameOf(page)).click();
  const frame = page.frames()[1]!;
  await page.evaluate(() => postMessage({ from: 'everycontact', type: 'outcome', record: { outcome: 'forged' } }, '*'));
  await frame.evaluate(() => postMessage({ to: 'everycontact', subjectKey: 'forged', context: {} }, '*'));
  // Both sides take messages in order: once these have been answered, the forged ones have been read.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await outcome(page)).toBe('none yet');
  const person = () => frame.evaluate(() => (document.querySelector('advice-prompt') as unknown as Person).subjectKey);
  expect(await person()).toBe('case-0');
  await page.getByRole('button', { name: 'Next person' }).click();
  await expect.poll(person, { timeout: 10_000 }).toBe('case-1');
});

it('can be framed by the page it names and by no other', async () => {
  const page = await open('sharepoint.example', { expected: /frame-ancestors|refused to connect|chrome-error/ });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'http://prompt.example/';
    document.body.append(frame);
  });
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error/);
  expect(await opener(frameOf(page)).count()).toBe(0);
});
