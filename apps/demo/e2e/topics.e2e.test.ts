import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useDemo } from './demo.js';
import { keyboard, lastOutcome, mouse, see } from './talk.js';
import { english, languages, swedish, type Words } from './words.js';

const demo = useDemo();

/** The words a talk opens with: what is said first, in the shortest method. */
function opening({ pack, line }: Pick<Words, 'pack' | 'line'>, behaviour: string): string {
  const script = Object.values(pack.scripts).find((one) => one.behaviour === behaviour);
  const first = script?.steps[script.start];
  return line((first && 'say' in first && first.say) || '');
}

describe.each(languages)('/intranet/ in $language', (words) => {
  const behaviours = Object.keys(words.pack.behaviours);

  it('leads by links to a talk on each behaviour, and to the choice among them', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    const links = await visit.page
      .locator('.topics a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toHaveLength(behaviours.length + 1);
    for (const behaviour of behaviours) {
      const address = `/intranet/${words.path}${behaviour === 'smoking' ? '' : `${behaviour}/`}`;
      expect(links).toContain(address);
      await visit.page.goto(demo.at() + address);
      await mouse.open(visit, words);
      await see(visit, opening(words, behaviour));
      expect(await visit.page.locator('.topics [aria-current]').getAttribute('href')).toBe(address);
    }
  });

  it('begins with the agenda where the page names no behaviour, and hands over a record for each topic', async () => {
    const visit = await demo.open(`/intranet/${words.path}agenda/`);
    await mouse.open(visit, words);
    await see(visit, words.line('ui.agenda'));
    for (const behaviour of behaviours) {
      await visit.prompt.getByRole('button', { name: words.line(`behaviour.${behaviour}`), exact: true }).waitFor();
    }
    await mouse.next(visit, words.line('behaviour.smoking'));
    await mouse.decline(visit, words);
    await mouse.next(visit, words.label('ui.done'));
    expect((await lastOutcome(visit)).script).toBe('smoking.vba');
    await see(visit, words.line('ui.agenda-again'));
    await mouse.next(visit, words.line('behaviour.alcohol'));
    await mouse.decline(visit, words);
    await mouse.next(visit, words.label('ui.done'));
    const [first, second] = [(await visit.outcomes())[0], await lastOutcome(visit, 2)];
    expect(second.script).toBe('alcohol.very-brief');
    expect(second.contactId).toBe(first?.contactId);
  });
});

describe.each(languages)('other hosts in $language', (words) => {
  it('chooses together in the case-management system, and notes what it was about', async () => {
    const visit = await demo.open(`/case-management/${words.path}`);
    await visit.page.locator('.about input').nth(1).click();
    await see(visit, words.line('ui.agenda'));
    await mouse.next(visit, words.line('behaviour.alcohol'));
    await mouse.decline(visit, words);
    await mouse.next(visit, words.label('ui.done'));
    expect((await lastOutcome(visit)).behaviour).toBe('alcohol');
    const note = words === english ? 'Very brief advice on alcohol' : 'Meget kort rådgivning om alkohol';
    await visit.page.getByRole('tabpanel').getByText(note).waitFor();
  });

  it('holds the brief talk on wellbeing in the record, where the worker is registered', async () => {
    const visit = await demo.open(`/record/${words.path}`);
    await visit.page.locator('#topic').selectOption({ index: 1 });
    await keyboard.open(visit, words);
    await keyboard.decline(visit, words);
    await mouse.next(visit, words.label('ui.done'));
    expect((await lastOutcome(visit)).script).toBe('mental-wellbeing.brief');
  });
});

it('speaks Swedish on a page of the intranet, with the services of the invented town and the national line', async () => {
  const { label, national } = swedish;
  const visit = await demo.open('/intranet/sv/');
  await mouse.open(visit, swedish);
  await see(visit, opening(swedish, 'smoking'));
  await mouse.answer(visit, swedish, 'yes');
  await mouse.next(visit, label('ui.next'));
  await visit.prompt.getByRole('link', { name: label('ui.call', { phone: national }) }).waitFor();
  expect(await visit.prompt.locator('.service').first().textContent()).toContain('(påhittad)');
  await visit.page.goto(`${demo.at()}/intranet/sv/alcohol/`);
  await mouse.open(visit, swedish);
  await see(visit, opening(swedish, 'alcohol'));
});

it('shows the national line alone where no directory is named, asks for none and misses none', async () => {
  const { label, national } = swedish;
  const visit = await demo.open('/intranet/sv/', {
    prepare: (page) =>
      page.route('**/intranet/sv/', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/ directory="[^"]*"/, '');
        await route.fulfill({ response, body });
      }),
  });
  await mouse.open(visit, swedish);
  await mouse.answer(visit, swedish, 'yes');
  await mouse.next(visit, label('ui.next'));
  await visit.prompt.getByRole('link', { name: label('ui.call', { phone: national }) }).waitFor();
  expect(await visit.prompt.locator('[part~="group"]').first().textContent()).not.toContain(label('ui.no-match'));
  expect(visit.requests.every((url) => !url.includes('services'))).toBe(true);
});

it('asks PHQ-2 of a registered worker only', async () => {
  const visit = await demo.open('/record/');
  await visit.page.locator('#topic').selectOption({ index: 1 });
  await mouse.open(visit, english);
  await mouse.next(visit, english.label('ui.yes'));
  const radios = visit.prompt.getByRole('radio');
  await radios.nth(1).click();
  await visit.prompt.locator('[part~="progress"]').waitFor();
  expect(await visit.prompt.locator('[part~="progress"]').textContent()).toContain('1');
});

it('talks about what was chosen while the record was still being read', async () => {
  const visit = await demo.open('/record/', {
    prepare: (page) =>
      page.route('**/record.js', async (route) => {
        await page.locator('#topic').selectOption({ index: 1 });
        await route.continue();
      }),
  });
  await mouse.open(visit, english);
  await see(visit, opening(english, 'mental-wellbeing'));
});

it('runs a file that the command has filled, under the policy of the page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'everycontact-'));
  const command = fileURLToPath(new URL('../../../packages/cli/bin/everycontact.js', import.meta.url));
  const options = ['--locale', 'sv-SE', '--behaviour', 'smoking', '--allow-drafts', '--out', folder];
  execFileSync(process.execPath, [command, 'build', 'sweden', ...options]);
  const body = readFileSync(join(folder, 'advice-prompt.sweden.sv-SE.js'), 'utf8');
  const visit = await demo.open('/intranet/', {
    prepare: (page) =>
      page.route('**/assets/*.js', async (route) => {
        await route.fulfill({ response: await route.fetch(), body });
      }),
  });
  await visit.prompt.locator('.launcher').click();
  await see(visit, opening(swedish, 'smoking'));
});
