import { describe, expect, it } from 'vitest';
import { useDemo } from './demo.js';
import { keyboard, lastOutcome, mouse, see, tick, wholeContact } from './talk.js';
import { english, languages } from './words.js';

const demo = useDemo();

describe.each(languages)('urgent help in $language', (words) => {
  const { label, line } = words;

  it('opens from every step, has a way back, and is no finding', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    const { prompt } = visit;
    const help = prompt.getByRole('button', { name: label('ui.help'), exact: true });
    const back = prompt.getByRole('button', { name: label('ui.help-back'), exact: true });
    const lookAndReturn = async (heading: string) => {
      await see(visit, heading);
      await help.click();
      await prompt.getByRole('link', { name: words.emergency, exact: true }).waitFor();
      await back.click();
      await see(visit, heading);
    };
    await mouse.open(visit, words);
    await lookAndReturn(line('smoking.vba.smokes.say'));
    await mouse.answer(visit, words, 'yes');
    await lookAndReturn(line('smoking.vba.advise.say'));
    await mouse.next(visit, label('ui.next'));
    await lookAndReturn(line('smoking.vba.act.say'));
    await mouse.next(visit, label('ui.continue'));
    await lookAndReturn(line('smoking.vba.close.say'));
    await mouse.next(visit, label('ui.done'));
    const record = await lastOutcome(visit);
    expect(record.outcome).toBe('advised');
    expect(record.notices).toEqual([]);
    expect((await visit.told()).filter(({ type }) => type === 'advice-urgent')).toHaveLength(4);
  });

  it('ends the contact when help is under way', async () => {
    const visit = await demo.open(`/record/${words.path}`);
    await keyboard.open(visit, words);
    await visit.page.keyboard.press('u');
    await mouse.next(visit, label('ui.help-under-way'));
    await mouse.next(visit, label('ui.done'));
    expect((await lastOutcome(visit)).outcome).toBe('urgent-help-shown');
  });
});

describe.each(languages)('what only the worker can see, in $language', (words) => {
  const { label, line } = words;

  it('ends the topic for somebody under 18, without urgent help', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await mouse.open(visit, words);
    await tick(visit, words, 'under-18');
    await see(visit, line('flag.under-18.notice'));
    expect(await visit.prompt.locator('[part~="urgent"]').count()).toBe(0);
    expect((await visit.told()).map(({ type }) => type)).not.toContain('advice-urgent');
  });

  it('goes on with other words for somebody who is pregnant', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await mouse.open(visit, words);
    await tick(visit, words, 'pregnant');
    await mouse.answer(visit, words, 'yes');
    await see(visit, line('flag.pregnant.notice'));
    await mouse.next(visit, label('ui.read'));
    await see(visit, line('smoking.vba.advise-pregnant.say'));
    await mouse.next(visit, label('ui.next'));
    await see(visit, line('smoking.vba.act-pregnant.say'));
  });

  it('knows from the record what need not be ticked', async () => {
    const visit = await demo.open(`/record/${words.path}`);
    const people = visit.page.locator('[data-person]');
    await people.nth(1).click();
    await mouse.open(visit, words);
    await mouse.answer(visit, words, 'yes');
    await see(visit, line('flag.pregnant.notice'));
    await people.nth(2).click();
    await mouse.open(visit, words);
    await see(visit, line('flag.under-18.notice'));
    expect(await visit.outcomes()).toEqual([]);
  });
});

describe.each(languages)('privacy in $language', (words) => {
  const { label, line } = words;

  it('blanks the prompt with one key, and back does not bring it back', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await keyboard.open(visit, words);
    await keyboard.answer(visit, words, 'yes');
    await see(visit, line('smoking.vba.advise.say'));
    await visit.page.keyboard.press('h');
    const panel = visit.prompt.locator('[part~="panel"]');
    await expect.poll(() => panel.textContent()).not.toContain(line('smoking.vba.advise.say'));
    const shown = await panel.textContent();
    expect(shown).not.toContain(line('behaviour.smoking'));
    await visit.page.keyboard.press('b');
    expect(await panel.textContent()).toBe(shown);
    await mouse.next(visit, label('ui.show'));
    await see(visit, line('smoking.vba.advise.say'));
  });

  it('records somebody who is not alone as not now, and why nowhere', async () => {
    const visit = await demo.open(`/intranet/${words.path}`);
    await keyboard.open(visit, words);
    await see(visit, line('smoking.vba.smokes.say'));
    await visit.page.keyboard.press('p');
    await mouse.next(visit, label('ui.done'));
    const record = await lastOutcome(visit);
    expect(record.outcome).toBe('not-now');
    expect(JSON.stringify(record)).not.toContain('private');
  });

  it('lets nothing out in the setting staff but that the panel was closed', async () => {
    const visit = await demo.open(`/intranet/${words.path}`, {
      prepare: (page) =>
        page.route(/\/intranet\/(da\/)?$/, async (route) => {
          const response = await route.fetch();
          const body = (await response.text()).replace('setting="patient"', 'setting="staff"');
          await route.fulfill({ response, body });
        }),
    });
    const before = { title: await visit.page.title(), url: visit.page.url() };
    await mouse.open(visit, words);
    await mouse.answer(visit, words, 'yes');
    await mouse.next(visit, label('ui.next'));
    await visit.prompt.locator('.service').first().waitFor();
    for (const link of await visit.prompt.locator('a[href^="http"]').all()) {
      expect(await link.getAttribute('rel')).toContain('noreferrer');
    }
    await mouse.next(visit, label('ui.continue'));
    await mouse.next(visit, label('ui.done'));
    await mouse.next(visit, label('ui.close'));
    await expect.poll(visit.told).toEqual([{ type: 'advice-closed', detail: { schemaVersion: 1 } }]);
    expect({ title: await visit.page.title(), url: visit.page.url() }).toEqual(before);
  });
});

it('asks for its page, style sheet, script and services, and keeps nothing', async () => {
  const visit = await demo.open('/intranet/');
  expect(visit.requests.map((url) => new URL(url).pathname).sort()).toEqual([
    '/assets/advice-prompt.england.en-GB.js',
    '/intranet/',
    '/intranet/intranet.css',
  ]);
  await wholeContact(visit, english, mouse);
  expect(visit.requests.slice(3).map((url) => new URL(url).pathname)).toEqual([
    '/services.json',
    '/assets/advice-prompt.directory.js',
  ]);
  expect(visit.requests.every((url) => url.startsWith(demo.at()))).toBe(true);
  const kept = await visit.page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  expect(kept).toEqual({ cookie: '', local: 0, session: 0, databases: 0, caches: 0 });
  expect(await visit.page.context().cookies()).toEqual([]);
});
