import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { opener, wholeContact } from './contact.js';
import { useRecipes } from './recipes.js';

const folder = mkdtempSync(join(tmpdir(), 'everycontact-wordpress-'));
afterAll(() => rmSync(folder, { recursive: true }));
const open = useRecipes({ 'wordpress.example': folder });
const file = (name: string) => readFileSync(new URL(`../wordpress/${name}`, import.meta.url), 'utf8');

const typed = '[everycontact behaviour="smoking"]';
/** What the plugin returns for the shortcode: the one line of markup in its source. */
const [, printed = ''] = /'(<advice-prompt .*<\/advice-prompt>)'/.exec(file('everycontact-prompt.php')) ?? [];
const made = printed.replace('%s', 'smoking');
const { tags } = JSON.parse(file('kses-post.json')) as { tags: Readonly<Record<string, readonly string[]>> };

/** What the filter leaves of a typed tag and a typed script. */
const left = '<p>The prompt could not be shown. In an emergency call <a href="tel:999">999</a>.</p>';

beforeAll(() => {
  cpSync(fileURLToPath(new URL('../dist/wordpress/page', import.meta.url)), folder, { recursive: true });
  const page = file('page/index.html');
  writeFileSync(join(folder, 'by-the-plugin.html'), page.replace(typed, made));
  writeFileSync(join(folder, 'by-an-author.html'), page.replace(typed, left));
});

/** What the filter for authors leaves of some markup: what is not on its list goes, and what stands in it stays. */
const filtered = (page: Page, markup: string) =>
  page.evaluate(
    ({ markup: text, tags: allowed }) => {
      const { body } = new DOMParser().parseFromString(text, 'text/html');
      for (const element of [...body.querySelectorAll('*')]) {
        const attributes = allowed[element.localName];
        if (!attributes) element.replaceWith(...element.childNodes);
        for (const name of element.getAttributeNames()) if (!attributes?.includes(name)) element.removeAttribute(name);
      }
      return body.innerHTML;
    },
    { markup, tags },
  );

it('holds a whole contact on a page that the plugin has made, and goes without a trace', async () => {
  const page = await open('wordpress.example/by-the-plugin.html');
  await wholeContact(page);
  await expect.poll(() => page.locator('#outcome').textContent()).toBe('told');
  await page.locator('#close').click();
  expect(await page.locator('advice-prompt').count()).toBe(0);
});

it('leaves the emergency number, and no prompt, of a tag that an author typed', async () => {
  const page = await open('wordpress.example/by-an-author.html');
  // The filter is tried on a page that allows a parser.
  const anywhere = await open('sharepoint.example');
  expect(await filtered(anywhere, `${made}<script src="https://elsewhere.example/a.js"></script>`)).toBe(left);
  await page.getByRole('link', { name: '999' }).waitFor();
  expect(await opener(page).count()).toBe(0);
});

it('leaves a shortcode as it was typed', async () => {
  expect(await filtered(await open('sharepoint.example'), `<p>${typed}</p>`)).toBe(`<p>${typed}</p>`);
});
