import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { useDemo, type Visit } from './demo.js';
import { mouse, see } from './talk.js';
import { english, languages } from './words.js';

const demo = useDemo();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Findings {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }[];
}

/**
 * What axe finds on the whole page, shadow roots included. Its source goes in through the protocol, past the policy, once
 * for each page; what it passes is not gathered, which takes as long as looking.
 */
async function findings({ page }: Visit): Promise<readonly string[]> {
  if (await page.evaluate('!window.axe')) await page.evaluate(axe);
  const { violations } = await page.evaluate<Findings>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
}

const pages = ['/intranet/', '/case-management/', '/record/'];
const looks = [
  { look: 'light', options: {} },
  { look: 'dark', options: { colorScheme: 'dark' as const } },
  { look: 'a phone', options: { viewport: { width: 390, height: 844 } } },
];
const cases = pages.flatMap((page) =>
  languages.flatMap((words) =>
    (words === english ? looks : looks.slice(0, 1)).map((rest) => ({ page, words, language: words.language, ...rest })),
  ),
);

describe.each(cases)('$page in $language, $look', ({ page, words, options }) => {
  const { label, line } = words;

  it('has no violation for axe at any stage of a contact', async () => {
    const visit = await demo.open(page + words.path, { ...options, reducedMotion: 'reduce' });
    await visit.prompt.locator('button').first().waitFor();
    expect(await findings(visit)).toEqual([]);
    await mouse.open(visit, words);
    await see(visit, line('smoking.vba.smokes.say'));
    expect(await findings(visit)).toEqual([]);
    await mouse.next(visit, label('ui.help'));
    await mouse.next(visit, label('ui.help-back'));
    await mouse.answer(visit, words, 'yes');
    await mouse.next(visit, label('ui.next'));
    await visit.prompt.locator('.service').first().waitFor();
    expect(await findings(visit)).toEqual([]);
    await mouse.told(visit, words);
    await mouse.next(visit, label('ui.continue'));
    await see(visit, line('smoking.vba.close.say'));
    expect(await findings(visit)).toEqual([]);
    await mouse.next(visit, label('ui.done'));
    await visit.prompt.getByRole('textbox', { name: label('ui.copy-note') }).waitFor();
    expect(await findings(visit)).toEqual([]);
  });
});

it('has no violation for axe on the page to start from, nor in the conversation a host draws', async () => {
  for (const path of ['/', '/da/', '/standalone/']) expect(await findings(await demo.open(path))).toEqual([]);
  const visit = await demo.open('/case-management/');
  await visit.page.getByRole('tab', { name: 'Conversation' }).click();
  await visit.page.getByRole('button', { name: 'Start a conversation' }).click();
  expect(await findings(visit)).toEqual([]);
  const panel = visit.page.getByRole('tabpanel');
  await panel.getByRole('button', { name: english.line('smoking.vba.smokes.yes'), exact: true }).click();
  await panel.getByRole('button', { name: english.label('ui.next'), exact: true }).click();
  await panel.locator('li h5').first().waitFor();
  expect(await findings(visit)).toEqual([]);
  await visit.page.getByRole('tab', { name: 'Person' }).click();
  expect(await findings(visit)).toEqual([]);
});

it.each(['/', ...pages, ...pages.map((page) => `${page}da/`)])(
  'does not scroll sideways at 360 pixels on %s',
  async (path) => {
    const visit = await demo.open(path, { viewport: { width: 360, height: 740 } });
    const width = () => visit.page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(360);
    if (path === '/') return;
    const words = path.endsWith('da/') ? languages[1]! : english;
    await mouse.open(visit, words);
    await mouse.answer(visit, words, 'yes');
    await mouse.next(visit, words.label('ui.next'));
    await visit.prompt.locator('.service').first().waitFor();
    expect(await width()).toBe(360);
  },
);

it.each(['/', '/da/'])('leads from %s to every page without scrolling on an old laptop', async (path) => {
  const { page } = await demo.open(path, { viewport: { width: 1366, height: 768 } });
  const links = await page.locator('.pages h2 a').all();
  expect(links).toHaveLength(pages.length);
  for (const link of links) {
    const box = await link.boundingBox();
    expect(box!.y + box!.height).toBeLessThan(768);
  }
});

it('has what there is to choose on one line of a phone', async () => {
  const { page } = await demo.open('/case-management/', { viewport: { width: 360, height: 740 } });
  await page.locator('.about label').first().waitFor();
  const choices = await page.locator('.about label').all();
  const tops = await Promise.all(choices.map(async (choice) => (await choice.boundingBox())!.y));
  expect(tops.length).toBeGreaterThan(1);
  expect(new Set(tops).size).toBe(1);
});

it.each(pages)('draws answers that a thumb can hit on %s', async (path) => {
  const visit = await demo.open(path, { viewport: { width: 390, height: 844 } });
  await mouse.open(visit, english);
  await see(visit, english.line('smoking.vba.smokes.say'));
  const options = await visit.prompt.locator('[part~="option"]').all();
  expect(options).toHaveLength(5);
  for (const option of options) {
    const box = await option.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(36);
    expect(box?.width).toBeGreaterThanOrEqual(280);
  }
});

it('begins with the size of letters that the reader has set in the browser', async () => {
  const visit = await demo.open('/intranet/');
  const { page, prompt } = visit;
  await mouse.open(visit, english);
  const size = () => prompt.locator('.heading').evaluate((heading) => getComputedStyle(heading).fontSize);
  expect(await size()).toBe('22px');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  await expect.poll(size).toBe('33px');
});
