import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useDemo, type Visit } from './demo.js';
import { keyboard, lastOutcome, mouse, see, tabTo, wholeContact } from './talk.js';
import { danish, english, languages } from './words.js';

const demo = useDemo();
const { label, line } = english;

/** Goes from the question to the services with the mouse. */
async function toServices(visit: Visit): Promise<void> {
  await mouse.open(visit, english);
  await mouse.answer(visit, english, 'yes');
  await mouse.next(visit, label('ui.next'));
  await see(visit, line('smoking.vba.act.say'));
}

describe('a feed that fails', () => {
  const broken: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'answers with 500': (page) => page.route('**/services.json', (route) => route.fulfill({ status: 500, body: 'no' })),
    'answers with a web page': (page) =>
      page.route('**/services.json', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' })),
    'cannot be reached': (page) => page.route('**/services.json', (route) => route.abort()),
    'holds no service': (page) =>
      page.route('**/services.json', (route) =>
        route.fulfill({ json: { asOf: '2026-11-22T06:00:00Z', services: [] } }),
      ),
    'holds nonsense': (page) =>
      page.route('**/services.json', (route) => route.fulfill({ json: { asOf: 7, services: {} } })),
  };

  it.each(Object.keys(broken))('never ends a contact when it %s', async (fault) => {
    const visit = await demo.open('/intranet/', {
      prepare: async (page) => broken[fault]?.(page),
      expected: /directory-failed|Failed to load resource|services\.json|prompt-failed/,
    });
    await toServices(visit);
    const national = visit.prompt.getByRole('link', { name: label('ui.call', { phone: english.national }) });
    await national.waitFor();
    await expect.poll(() => visit.prompt.getByText(label('ui.looking')).count()).toBe(0);
    await mouse.told(visit, english);
    await mouse.next(visit, label('ui.continue'));
    await mouse.next(visit, label('ui.done'));
    expect((await lastOutcome(visit)).outcome).toBe('told');
  });
});

it('says its words as they are written on a page in another encoding, as old intranets are', async () => {
  const served = (page: Page, address: RegExp, type: string) =>
    page.route(address, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta charset[^>]*>/i, '');
      await route.fulfill({ response, body, headers: { ...response.headers(), 'content-type': type } });
    });
  const visit = await demo.open('/intranet/da/', {
    prepare: async (page) => {
      await served(page, /\/da\/$/, 'text/html; charset=windows-1252');
      await served(page, /advice-prompt\.klintkoebing\.da-DK\.js$/, 'text/javascript');
    },
  });
  expect(await visit.page.evaluate(() => document.characterSet)).toBe('windows-1252');
  await mouse.open(visit, danish);
  await mouse.answer(visit, danish, 'yes');
  await mouse.next(visit, danish.label('ui.next'));
  await see(visit, danish.line('smoking.vba.act.say'));
});

describe('a services file', () => {
  const { label, line } = danish;
  const toActs = async (visit: Visit) => {
    await mouse.open(visit, danish);
    await mouse.answer(visit, danish, 'yes');
    await mouse.next(visit, label('ui.next'));
    await see(visit, line('smoking.vba.act.say'));
  };

  it('is searched on the page of a script tag, and asked of its records only for what is shown', async () => {
    const visit = await demo.open('/intranet/da/');
    const before = visit.requests.length;
    await toActs(visit);
    await visit.prompt.locator('.service').first().waitFor();
    expect(visit.requests.slice(before).map((url) => new URL(url).pathname)).toEqual([
      '/denmark.services',
      '/assets/advice-prompt.services.js',
      '/denmark.texts/0',
    ]);
  });

  const broken: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'was cut short': (page) =>
      page.route('**/denmark.services', async (route) => {
        const whole = await (await route.fetch()).body();
        await route.fulfill({ body: whole.subarray(0, 500) });
      }),
    'has records that were changed': (page) =>
      page.route('**/denmark.texts/0', async (route) => {
        const whole = await (await route.fetch()).body();
        whole[200] = 0;
        await route.fulfill({ body: whole });
      }),
    'has no records beside it': (page) => page.route('**/denmark.texts/0', (route) => route.fulfill({ status: 404 })),
    'cannot be read for want of its reader': (page) =>
      page.route('**/advice-prompt.services.js', (route) => route.abort()),
  };

  it.each(Object.keys(broken))('never ends a contact when it %s', async (fault) => {
    const visit = await demo.open('/intranet/da/', {
      prepare: async (page) => broken[fault]?.(page),
      expected: /directory-failed|services-file|Failed to load resource|Failed to fetch|part-missing/,
    });
    await toActs(visit);
    await visit.prompt
      .getByRole('link', { name: label('ui.call', { phone: danish.national }) })
      .first()
      .waitFor();
    await expect.poll(() => visit.prompt.getByText(label('ui.looking')).count()).toBe(0);
    expect(await visit.prompt.locator('.service').count()).toBe(0);
  });
});

it('shows HTML from a feed as text', async () => {
  const markup = '<img src=x onerror="window.hacked = true"><b>Bold</b>';
  const visit = await demo.open('/intranet/', {
    prepare: (page) =>
      page.route('**/services.json', async (route) => {
        const response = await route.fetch();
        const file = (await response.json()) as { services: Record<string, unknown>[] };
        const services = file.services.map((service) => ({
          ...service,
          name: `${String(service.name)} ${markup}`,
          summary: markup,
          howTo: markup,
          organization: { name: markup },
        }));
        await route.fulfill({ response, json: { ...file, services } });
      }),
  });
  await toServices(visit);
  const service = visit.prompt.locator('.service').first();
  await service.waitFor();
  expect(await service.textContent()).toContain(markup);
  expect(await visit.prompt.locator('img, b:text-is("Bold")').count()).toBe(0);
  expect(await visit.page.evaluate(() => 'hacked' in window)).toBe(false);
});

describe('/record/ with something malformed', () => {
  const faults: Readonly<
    Record<string, { readonly code: string; readonly at: string; readonly give: (element: HTMLElement) => void }>
  > = {
    'a pack that is none': {
      code: 'pack-invalid',
      at: '',
      give: (element) => Object.assign(element, { pack: { schema: 'everycontact/pack@1', id: 'broken' } }),
    },
    'a fact the pack does not know': {
      code: 'context-invalid',
      at: 'context',
      give: (element) => Object.assign(element, { context: { 'context.shoeSize': 43 }, subjectKey: 'wm-1' }),
    },
    'a fact with a value that is none of its own': {
      code: 'context-invalid',
      at: 'context',
      give: (element) => Object.assign(element, { context: { 'context.ageBand': 'old' }, subjectKey: 'wm-1' }),
    },
    'an attribute with an unknown value': {
      code: 'attribute-unknown',
      at: 'setting',
      give: (element) => element.setAttribute('setting', 'hospital'),
    },
  };

  it.each(Object.keys(faults))('shows the fallback with urgent help for %s, and goes on', async (name) => {
    const fault = faults[name]!;
    const visit = await demo.open('/record/', { expected: /^console: \[everycontact\// });
    const { page, prompt } = visit;
    await mouse.open(visit, english);
    await see(visit, line('smoking.vba.smokes.say'));
    await prompt.evaluate(fault.give);
    await expect.poll(async () => (await visit.told()).filter(({ type }) => type === 'advice-error').length).toBe(1);
    const error = (await visit.told()).find(({ type }) => type === 'advice-error');
    expect(error?.detail).toMatchObject({ schemaVersion: 1, code: fault.code });
    expect(JSON.stringify(error?.detail)).toContain(fault.at);
    await prompt.getByRole('link', { name: '999' }).first().waitFor();
    expect(await prompt.getByRole('heading', { name: line('smoking.vba.smokes.say') }).count()).toBe(0);
    await page.getByRole('status').getByText(fault.code).waitFor();

    const second = page.locator('[data-person]').nth(1);
    await second.click();
    await expect.poll(() => second.getAttribute('aria-current')).toBe('true');
    await page.getByRole('heading', { name: 'Abena Osei' }).waitFor();
  });
});

describe('/record/', () => {
  it('shows the record as a summary and as the JSON it was handed', async () => {
    const visit = await demo.open('/record/');
    const record = await wholeContact(visit, english, mouse);
    const { page } = visit;
    await page.getByText('The record as JSON').click();
    expect(JSON.parse((await page.locator('[data-part="json"]').textContent()) ?? '')).toEqual(record);
    expect(record).toMatchObject({ setting: 'patient', behaviour: 'smoking', method: 'vba' });
    expect(await page.locator('[data-part="summary"]').textContent()).toContain('Told about a service');
  });

  it('offers a referral, because the host says that this worker may refer', async () => {
    const visit = await demo.open('/record/');
    await toServices(visit);
    await visit.prompt
      .getByRole('button', { name: label('ui.referred'), exact: true })
      .first()
      .click();
    await mouse.next(visit, label('ui.continue'));
    await mouse.next(visit, label('ui.done'));
    expect((await lastOutcome(visit)).outcome).toBe('referred');

    const elsewhere = await demo.open('/intranet/');
    await toServices(elsewhere);
    await elsewhere.prompt.locator('.service').first().waitFor();
    expect(await elsewhere.prompt.getByRole('button', { name: label('ui.referred') }).count()).toBe(0);
  });
});

describe('/case-management/', () => {
  it('keeps what is half written in the notes while the prompt is closed and opened again', async () => {
    const visit = await demo.open('/case-management/');
    const note = visit.page.getByLabel('New note');
    await note.fill('Half a sentence about');
    await wholeContact(visit, english, mouse);
    expect(await note.inputValue()).toBe('Half a sentence about');
    await mouse.next(visit, label('ui.close'));
    await mouse.open(visit, english);
    await see(visit, line('smoking.vba.smokes.say'));
    expect(await note.inputValue()).toBe('Half a sentence about');
    await visit.page.getByRole('tab', { name: 'Person' }).click();
    await visit.page.getByRole('tab', { name: 'Notes' }).click();
    expect(await note.inputValue()).toBe('Half a sentence about');
    const notes = await visit.page.getByRole('tabpanel').getByRole('listitem').allTextContents();
    expect(notes.filter((text) => text.includes('Very brief advice on smoking: told about a service.'))).toHaveLength(
      1,
    );
  });

  it('leaves the keys of the host alone while somebody writes', async () => {
    const visit = await demo.open('/case-management/');
    await see(visit, line('smoking.vba.smokes.say'));
    await visit.page.getByLabel('New note').pressSequentially('ubhnpd 123');
    expect(await visit.page.getByLabel('New note').inputValue()).toBe('ubhnpd 123');
    await see(visit, line('smoking.vba.smokes.say'));
  });

  it('forgets one person at once when another case is opened', async () => {
    const visit = await demo.open('/case-management/');
    await mouse.open(visit, english);
    await mouse.answer(visit, english, 'yes');
    await see(visit, line('smoking.vba.advise.say'));
    await visit.page.getByRole('button', { name: 'Gordon Pratt' }).click();
    await see(visit, line('smoking.vba.smokes.say'));
    expect(await visit.prompt.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await visit.outcomes()).toEqual([]);
    await visit.page.getByRole('button', { name: 'Tomasz Wilk' }).click();
    await see(visit, line('smoking.vba.smokes.say'));
    await mouse.decline(visit, english);
    await mouse.next(visit, label('ui.done'));
    expect((await lastOutcome(visit)).answers).toEqual([]);
  });

  describe.each(languages)('drawn by the host alone, in $language', (words) => {
    const tab = words === english ? 'Conversation' : 'Samtale';
    const start = words === english ? 'Start a conversation' : 'Start en samtale';
    const notes = words === english ? 'Notes' : 'Notater';

    it('runs a whole contact by mouse', async () => {
      const visit = await demo.open(`/case-management/${words.path}`);
      const panel = visit.page.getByRole('tabpanel');
      const button = (name: string) => panel.getByRole('button', { name, exact: true });
      await visit.page.getByRole('tab', { name: tab }).click();
      await button(start).click();
      await button(words.line('smoking.vba.smokes.yes')).click();
      await panel.getByRole('heading', { name: words.line('smoking.vba.advise.say') }).waitFor();
      await button(words.label('ui.help')).click();
      await panel.getByRole('link', { name: words.emergency, exact: true }).waitFor();
      await button(words.label('ui.help-back')).click();
      await button(words.label('ui.next')).click();
      await panel.locator('li h5').first().waitFor();
      const service = (await panel.locator('li h5').first().textContent()) ?? '';
      await button(words.label('ui.told')).first().click();
      await button(words.label('ui.continue')).click();
      await button(words.label('ui.done')).click();
      await visit.page.getByRole('tab', { name: notes }).click();
      await panel.getByText(service).first().waitFor();
      expect(await panel.getByText(service).count()).toBe(1);
    });

    it('runs a whole contact by keyboard', async () => {
      const visit = await demo.open(`/case-management/${words.path}`);
      const { page } = visit;
      const panel = page.getByRole('tabpanel');
      const press = async (name: string) => {
        await panel.getByRole('button', { name, exact: true }).first().waitFor();
        await tabTo(page, name);
        await page.keyboard.press('Enter');
      };
      await tabTo(page, notes);
      await page.keyboard.press('ArrowRight');
      await press(start);
      await press(words.line('smoking.vba.smokes.yes'));
      await press(words.label('ui.next'));
      await panel.locator('li h5').first().waitFor();
      await press(words.label('ui.told'));
      await press(words.label('ui.continue'));
      await press(words.label('ui.done'));
      await panel.getByRole('button', { name: words === english ? 'Start again' : 'Start igen' }).waitFor();
      await page.getByRole('tab', { name: tab }).focus();
      await page.keyboard.press('ArrowLeft');
      await expect
        .poll(() => panel.getByRole('listitem').first().textContent())
        .toMatch(/told about|fik oplysninger om et tilbud/);
    });
  });
});

describe('where there is no secure context', () => {
  it('runs a whole contact on plain http under a name of the intranet', async () => {
    const { port } = new URL(demo.at());
    const visit = await demo.open(`http://intranet.example:${port}/intranet/`);
    expect(await visit.page.evaluate(() => window.isSecureContext)).toBe(false);
    const record = await wholeContact(visit, english, keyboard);
    expect(record.recordId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const note = visit.prompt.getByRole('textbox', { name: label('ui.copy-note') });
    await visit.prompt.getByRole('button', { name: label('ui.copy-note') }).click();
    await expect.poll(() => note.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBeGreaterThan(20);
  });

  it('runs a whole contact from a file', async () => {
    const file = new URL('../dist/standalone/index.html', import.meta.url);
    const visit = await demo.open(file.href);
    const record = await wholeContact(visit, english, mouse);
    expect(record.signposts[0]?.services.length).toBeGreaterThan(0);
    const folder = fileURLToPath(new URL('.', file));
    expect(visit.requests.every((url) => fileURLToPath(url).startsWith(folder))).toBe(true);
  });
});

it('falls back to the number for emergencies where no script runs', async () => {
  const visit = await demo.open('/intranet/da/', {
    prepare: (page) => page.route('**/assets/*', (route) => route.abort()),
    expected: /Failed to load resource/,
  });
  await visit.page.getByRole('link', { name: danish.emergency, exact: true }).waitFor();
});
