import { expect, it } from 'vitest';
import { opener } from './contact.js';
import { useRecipes } from './recipes.js';

const open = useRecipes();

it('meets on the SharePoint-like page what a tenant refuses: scripts from elsewhere, and scripts in the page', async () => {
  const page = await open('sharepoint.example', { expected: /script-src/ });
  await opener(page).waitFor();
  await page.evaluate(() => {
    const elsewhere = document.createElement('script');
    elsewhere.src = 'http://prompt.example/frame.js';
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.body.append(elsewhere, inline);
  });
  const refused = () => page.evaluate(() => (window as unknown as { violations: string[] }).violations.sort());
  await expect.poll(refused).toEqual(['script-src-elem http://prompt.example/frame.js', 'script-src-elem inline']);
  expect(await page.evaluate(() => 'ranInline' in window)).toBe(false);
});

it.each(['plain.example', 'vue.example', 'svelte.example', 'react-19.example'] as const)(
  'meets on %s a policy under which no text becomes markup',
  async (origin) => {
    const page = await open(origin, { expected: /TrustedHTML|trusted-types/ });
    await opener(page).waitFor();
    const tried = page.evaluate(() => (document.createElement('p').innerHTML = '<b>text</b>'));
    await expect(tried).rejects.toThrow(/TrustedHTML/);
  },
);

it('keeps what stands inside the element where its script does not come', async () => {
  const page = await open('plain.example', {
    expected: /ERR_/,
    prepare: (one) => one.route('**/advice-prompt.*.js', (route) => route.abort()),
  });
  await page.locator('advice-prompt').getByRole('link', { name: '999' }).waitFor();
  expect(await opener(page).count()).toBe(0);
});
