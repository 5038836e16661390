import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aService } from '@everycontact/core/testing';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opener, untilServices, wholeContact } from './contact.js';
import { useRecipes } from './recipes.js';

const scripts = fileURLToPath(new URL('../../../packages/web-component/dist/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'everycontact-orders-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Where there is a service, what ranks services is needed: a part, which `import()` loads. */
const choir = aService({ id: 'choir', name: 'Smokefree choir', needs: [{ need: 'stop-smoking', how: 'side' }] });

const file = 'advice-prompt.england.en-GB.js';
const element = '<advice-prompt behaviour="smoking" directory="services.json" preview><p>Call 999.</p></advice-prompt>';
/** A tag the policy lets in: by its nonce, wherever it comes from. */
const tag = (src: string, more = '') => `<script nonce="r4nd0m" src="${src}"${more}></script>`;

const orders: Readonly<Record<string, string>> = {
  'the element before the script': element + tag(file),
  'the script before the element': tag(file) + element,
  'the script deferred': tag(file, ' defer') + element,
  'the script as a module': tag(file, ' type="module"') + element,
  'the script loaded twice': tag(file) + element + tag(file),
  'the scripts of two packs': tag(file) + element + tag('advice-prompt.england.en-GB.smoking.js'),
  'the script in one file with others': tag('all-in-one.js') + element,
  'the part by a tag of its own, before': tag('advice-prompt.directory.js') + tag(file) + element,
  'the part by a tag of its own, after': tag(file) + element + tag('advice-prompt.directory.js'),
};

const addressOf = (order: string) => `nonce.localhost/${order.replaceAll(/[ ,]+/g, '-')}.html`;

beforeAll(() => {
  for (const name of readdirSync(scripts).filter((one) => one.endsWith('.js')))
    cpSync(join(scripts, name), join(folder, name));
  const both = ['window.before = true;', readFileSync(join(scripts, file), 'utf8'), 'window.after = true;'];
  writeFileSync(join(folder, 'all-in-one.js'), both.join('\n'));
  const policy = `default-src 'none'; script-src 'nonce-r4nd0m'; style-src 'none'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`;
  writeFileSync(join(folder, 'headers.json'), JSON.stringify({ 'Content-Security-Policy': policy }));
  writeFileSync(join(folder, 'services.json'), JSON.stringify({ asOf: '2026-11-22T06:00:00Z', services: [choir] }));
  for (const [order, body] of Object.entries(orders))
    writeFileSync(
      join(folder, addressOf(order).split('/')[1]!),
      `<!doctype html><html lang="en-GB"><title>Order</title><link rel="icon" href="data:,"><main>${body}</main>`,
    );
});

const listen = (page: Page) =>
  page.evaluate(() => {
    const outcomes: unknown[] = [];
    Object.assign(window, { outcomes });
    document.addEventListener('advice-outcome', ({ detail }) => outcomes.push(detail.record.outcome));
  });
const outcomes = (page: Page) => page.evaluate(() => (window as unknown as { outcomes: unknown[] }).outcomes);

const engines = ['chromium', ...(process.env.EVERYCONTACT_FIREFOX ? ['firefox' as const] : [])] as const;

describe.each(engines)('under a policy that lets scripts in by a nonce alone, in %s', (engine) => {
  const open = useRecipes({ 'nonce.localhost': folder }, engine);

  it.each(Object.keys(orders))('has a whole contact with %s', async (order) => {
    const page = await open(addressOf(order), { expected: /tag-taken/ });
    await listen(page);
    await wholeContact(page, choir.name);
    await expect.poll(() => outcomes(page)).toEqual(['told']);
    const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1));
    expect(await page.evaluate(loaded)).toContain('advice-prompt.directory.js');
  });

  it('refuses a part of another release, and goes on with the national line', async () => {
    const part = readFileSync(join(folder, 'advice-prompt.directory.js'), 'utf8');
    const told: string[] = [];
    const page = await open(addressOf('the element before the script'), {
      expected: /part-version/,
      prepare: (one) => {
        one.on('console', (message) => told.push(message.text()));
        const body = part.replace(/"\d+\.\d+\.\d+",part/, '"9.9.9",part');
        return one.route('**/advice-prompt.directory.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body }),
        );
      },
    });
    await listen(page);
    await wholeContact(page);
    await expect.poll(() => outcomes(page)).toEqual(['told']);
    expect(told.join()).toContain('[everycontact/part-version]');
  });

  it('shows services in each of two prompts that look for them at the same time', async () => {
    let arrive = () => {};
    const bothLook = new Promise<void>((resolve) => (arrive = resolve));
    const page = await open(addressOf('the script before the element'), {
      prepare: (one) => one.route('**/advice-prompt.directory.js', (route) => bothLook.then(() => route.continue())),
    });
    await page.evaluate(() => {
      const [first] = document.getElementsByTagName('advice-prompt');
      first?.after(first.cloneNode(true));
      for (const prompt of document.getElementsByTagName('advice-prompt')) prompt.setAttribute('open', '');
    });
    for (const prompt of await page.locator('advice-prompt').all()) await untilServices(prompt);
    arrive();
    for (const prompt of await page.locator('advice-prompt').all()) await prompt.getByText(choir.name).waitFor();
  });

  it('has a whole contact in an element that was made later, moved, and taken out and put back', async () => {
    const page = await open(addressOf('the script before the element'));
    await listen(page);
    await page.evaluate(() => {
      const [first] = document.getElementsByTagName('advice-prompt');
      const made = document.createElement('advice-prompt');
      made.setAttribute('behaviour', 'smoking');
      made.setAttribute('directory', 'services.json');
      made.toggleAttribute('preview', true);
      document.body.append(made);
      first?.remove();
      document.querySelector('main')?.append(made);
      made.remove();
      document.querySelector('main')?.append(made);
    });
    expect(await opener(page).count()).toBe(1);
    await wholeContact(page, choir.name);
    await expect.poll(() => outcomes(page)).toEqual(['told']);
  });
});
