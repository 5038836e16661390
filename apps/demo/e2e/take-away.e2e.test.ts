import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useDemo, type Visit } from './demo.js';

const demo = useDemo();
const dist = (name: string) => fileURLToPath(new URL(name, import.meta.resolve('@everycontact/web-component')));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const organisation = { name: 'Wexmarsh Health Centre (invented)', phone: '01632 960 100' };
const markup = `<!doctype html><html lang="en"><title>Case 7</title><main>
<advice-prompt behaviour="smoking" open preview><script type="application/json">${JSON.stringify({ organisation })}</script></advice-prompt>
</main><script src="advice-prompt.england.en-GB.js"></script></html>`;

/** A folder of an intranet, under the strictest policy there is. */
const served = (page: Page) =>
  page.route('**/tools/*', async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/tools/'.length);
    const isPage = name === 'index.html';
    const body = isPage ? markup : await readFile(dist(name), 'utf8').catch(() => '');
    const contentType = isPage ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8';
    await route.fulfill(body ? { body, contentType, headers: { 'content-security-policy': policy } } : { status: 404 });
  });

/** Runs in every frame: what would go to the printer is kept. */
function keepPrinted(): void {
  window.print = () => {
    const { fontSize } = getComputedStyle(document.querySelector('h1') ?? document.body);
    const codes = document.querySelectorAll('svg path').length;
    const own = { title: document.title, text: document.body.innerText, fontSize, codes };
    (window.top as unknown as { printed: unknown[] }).printed.push(own);
    window.dispatchEvent(new Event('afterprint'));
  };
}

const opened = (): Promise<Visit> =>
  demo.open('/tools/index.html', {
    prepare: async (page) => {
      await served(page);
      await page.addInitScript(() => Object.assign(window, { printed: [] }));
      await page.addInitScript(keepPrinted);
    },
  });

/** A contact in which the national line was told, up to the ways of taking something home. */
async function atTheWays(): Promise<Visit> {
  const visit = await opened();
  const { prompt } = visit;
  await prompt.getByRole('radio', { name: 'Yes', exact: true }).click();
  await prompt.getByRole('button', { name: /^Next|^Continue/ }).click();
  await prompt.getByRole('button', { name: 'I gave the details' }).first().click();
  await prompt.getByRole('button', { name: /^Next|^Continue/ }).click();
  await prompt.getByRole('button', { name: 'Something to take home' }).click();
  await prompt.getByRole('button', { name: 'Yes', exact: true }).click();
  return visit;
}

describe('a step turned towards the person, under the strictest policy', () => {
  it('fills the window by one key, answers to no key of the step, and gives the focus back after Escape', async () => {
    const { page, prompt } = await opened();
    await prompt.getByRole('button', { name: 'Show to the person' }).focus();
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Show to the person' });
    await dialog.getByRole('heading', { name: 'Do you smoke at all?' }).waitFor();
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
    expect(await dialog.locator('h1').evaluate((heading) => getComputedStyle(heading).fontSize)).toBe('33.75px');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await prompt.getByRole('heading', { name: 'Do you smoke at all?' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('d');
    await prompt.getByRole('button', { name: 'Done' }).waitFor();
  });
});

describe('taking something home, under the strictest policy', () => {
  it('prints a styled sheet with its codes, and leaves title, address and page as they were', async () => {
    const { page, prompt, requests } = await atTheWays();
    await prompt.getByRole('button', { name: 'Print', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { printed: unknown[] }).printed))
      .toEqual([
        {
          title: 'Useful contacts',
          text: expect.stringMatching(/Wexmarsh Health Centre \(invented\)[^]*0300 123 1044[^]*call 999/) as unknown,
          fontSize: '24px',
          codes: 2,
        },
      ]);
    expect(await page.title()).toBe('Case 7');
    expect(await page.locator('iframe').count()).toBe(0);
    expect(requests.map((url) => new URL(url).pathname.split('/').at(-1))).toEqual([
      'index.html',
      'advice-prompt.england.en-GB.js',
      'advice-prompt.take-away.js',
    ]);
  });

  it('shows it over the whole window, and gives the calendar a file', async () => {
    const { page, prompt } = await atTheWays();
    await prompt.getByRole('button', { name: 'Show on the screen' }).click();
    await page.getByRole('dialog', { name: 'Useful contacts' }).waitFor();
    expect(await page.getByRole('dialog').boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
    await page.keyboard.press('Escape');
    await prompt.getByRole('button', { name: 'Appointment' }).click();
    await prompt.getByLabel('Appointment').fill('2026-12-03T09:30');
    const download = page.waitForEvent('download');
    await prompt.getByRole('button', { name: 'Save to calendar' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('appointment.ics');
    expect(await readFile(await file.path(), 'utf8')).toContain('DTSTART:20261203T093000Z');
  });
});
