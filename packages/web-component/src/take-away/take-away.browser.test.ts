import { denmark } from '@everycontact/content/denmark';
import { england } from '@everycontact/content/england';
import { speaker, type ContactRecord, type Match, type Pack } from '@everycontact/core';
import { takeAway, type TakeAway } from '@everycontact/core/take-away';
import { aRecord, pseudoPack } from '@everycontact/core/testing';
import axe from 'axe-core';
import jsQR from 'jsqr';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Around } from './around.js';
import { drawn } from './drawn.js';
import { panel } from './panel.js';
import { printSheet } from './print.js';
import { qrCode } from './qr-code.js';

// Real keys are pressed in `apps/demo/e2e/take-away.e2e.test.ts`: Firefox may lose the frame of these tests after one was printed.

/** What a browser does to a dialog on Escape. */
function escape(dialog: HTMLDialogElement): void {
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
}

const organisation = { name: 'Wexmarsh Health Centre (invented)', address: '1 Mill Lane', phone: '01632 960 000' };
const clinic: Match = {
  service: 'clinic',
  name: 'Mill Lane clinic',
  organization: 'Wexmarsh Council (invented)',
  eligible: 'eligible',
  reasons: [],
  phone: '01632 960 001',
  url: 'https://example.org/mill-lane',
  address: '2 Mill Lane, Wexmarsh',
  hoursText: 'Weekdays from nine',
  cost: 'free',
  assuredOn: '2026-09-01',
};
const record = (pack: Pack): ContactRecord =>
  aRecord({
    pack,
    place: pack.place.id,
    locale: pack.locales[0]!,
    outcome: 'told',
    signposts: [
      {
        need: 'stop-smoking',
        because: '',
        services: [clinic],
        chosen: [{ service: 'clinic', name: clinic.name, how: 'told' }],
      },
    ],
  });
const heard: Event[] = [];
const around = (over: Partial<Around> = {}): Around => {
  const pack = over.pack ?? england;
  return {
    pack,
    records: [record(pack)],
    state: undefined,
    screen: () => undefined,
    speaker: speaker(pack, { locale: pack.locales[0]!, audience: 'worker' }, '2026-11-22'),
    organisation,
    preview: true,
    staff: false,
    newId: () => 'id-1',
    now: () => '2026-11-22T09:30:00.000Z',
    learn: () => Promise.resolve(),
    emit: (event) => {
      heard.push(event);
      return true;
    },
    ...over,
  };
};
const interpretedIn = (interpreterLanguage: string): Around['state'] => ({
  occasion: { setting: 'patient', interpreterLanguage },
  today: '2026-11-22',
});
const sheetOf = (pack: Pack, locale: string): TakeAway =>
  takeAway([record(pack)], pack, { reader: { locale, audience: 'person' }, organisation })!;

beforeEach(() => {
  document.body.replaceChildren();
  heard.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

function placed(over: Partial<Around> = {}): HTMLElement {
  const made = panel(around(over));
  document.body.append(made);
  return made;
}
const labels = (made: HTMLElement) => [...made.querySelectorAll('button')].map(({ textContent }) => textContent);
function press(made: HTMLElement, label: string): void {
  const found = [...made.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  if (!found) throw new Error(`no button "${label}" among ${labels(made).join(', ')}`);
  found.click();
}
const dialogIn = (made: HTMLElement) =>
  [...made.querySelectorAll('div')].flatMap(({ shadowRoot }) => shadowRoot?.querySelector('dialog') ?? [])[0];

/** Prints, and gives the window of the frame once it would go to the printer. */
const printed = (sheet: TakeAway, large = false): Promise<Window> =>
  new Promise((resolve) => {
    printSheet(document.body, sheet, large, resolve);
  });

it('asks first whether it is safe, and offers nothing before', () => {
  const made = placed();
  expect(made.textContent).toMatch(/^Is it safe for you to take this home, or to get a text\?/);
  expect(labels(made)).toEqual(['Yes', 'No', 'Not sure']);
});

it.each(['No', 'Not sure'])('gives nothing to take home after "%s": it can only be read here', (answer) => {
  const made = placed();
  press(made, answer);
  expect(labels(made)).toEqual(['Show on the screen']);
  expect(document.activeElement?.textContent).toBe('Then give nothing to take home. You can read it here together.');
});

it('offers paper, screen, text and calendar where it is safe', () => {
  const made = placed();
  press(made, 'Yes');
  expect(labels(made)).toEqual(['Print', 'Show on the screen', 'Text message', 'Appointment']);
});

it('offers members of staff nothing that leaves a trace but paper', () => {
  const made = placed({ staff: true });
  press(made, 'Yes');
  expect(labels(made)).toEqual(['Print', 'Show on the screen']);
});

it('prints a page of its own, with its own title, language and looks', async () => {
  const frame = await printed(sheetOf(england, 'en-GB'));
  const page = frame.document;
  expect([page.title, page.documentElement.lang, page.documentElement.dir]).toEqual([
    'Useful contacts',
    'en-GB',
    'ltr',
  ]);
  expect(page.querySelector('h1')?.textContent).toBe('Useful contacts');
  expect(frame.getComputedStyle(page.querySelector('.entry')!).display).toBe('flex');
  expect(page.querySelectorAll('style, [style], script, a, img')).toHaveLength(0);
  expect(frame.getComputedStyle(page.querySelector('.sheet')!).fontSize).toBe('16px');
});

it('prints nothing smaller than 16 points in large type', async () => {
  const frame = await printed(sheetOf(england, 'en-GB'), true);
  for (const one of frame.document.querySelectorAll('h1, h2, h3, p, li'))
    expect(Number.parseFloat(frame.getComputedStyle(one).fontSize), one.textContent).toBeGreaterThanOrEqual(21.3);
});

it('takes the frame away after printing, and leaves the title of the page as it is', async () => {
  const before = document.title;
  const frame = await printed(sheetOf(england, 'en-GB'));
  expect(document.querySelectorAll('iframe')).toHaveLength(1);
  frame.dispatchEvent(new Event('afterprint'));
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
  expect(document.title).toBe(before);
});

it('prints from right to left', async () => {
  const arabic = pseudoPack(england, 'ar-XB');
  const frame = await printed(sheetOf(arabic, 'ar-XB'));
  expect(frame.getComputedStyle(frame.document.querySelector('h1')!).direction).toBe('rtl');
});

it('has nothing on paper for axe to find', async () => {
  const before = document.adoptedStyleSheets;
  document.documentElement.lang = 'da';
  const made = drawn(document, document.body, sheetOf(denmark, 'da-DK'), false, CSSStyleSheet);
  const { violations } = await axe.run(made, { resultTypes: ['violations'] });
  document.adoptedStyleSheets = before;
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

it('draws a code that a reader of codes reads as the address', () => {
  const address = 'https://example.org/mill-lane';
  const picture = qrCode(address, document);
  const size = Number(picture.getAttribute('viewBox')!.split(' ')[2]);
  const scale = 4;
  const canvas = Object.assign(document.createElement('canvas'), { width: size * scale, height: size * scale });
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  for (const path of picture.querySelectorAll('path')) {
    pen.fillStyle = path.getAttribute('fill')!;
    pen.fill(new Path2D(path.getAttribute('d')!));
  }
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  expect(jsQR(data, width, height)?.data).toBe(address);
  expect(data.slice(0, width * scale * 4 * 4).every((value) => value === 255)).toBe(true);
});

it('shows the sheet over the whole window, keeps the focus and ends with Escape', async () => {
  const made = placed();
  press(made, 'Yes');
  press(made, 'Show on the screen');
  const dialog = dialogIn(made)!;
  const { width, height } = dialog.getBoundingClientRect();
  expect([width, height]).toEqual([document.documentElement.clientWidth, window.innerHeight]);
  expect(dialog.querySelector('h1')?.textContent).toBe('Useful contacts');
  expect((dialog.getRootNode() as ShadowRoot).activeElement?.textContent).toBe('Close');
  escape(dialog);
  await vi.waitFor(() => {
    expect(dialogIn(made)).toBeUndefined();
  });
});

it('lets no key out of the sheet that is shown', () => {
  const keys: string[] = [];
  const made = placed();
  made.addEventListener('keydown', ({ key }) => keys.push(key));
  press(made, 'No');
  press(made, 'Show on the screen');
  const focused = (dialogIn(made)!.getRootNode() as ShadowRoot).activeElement!;
  focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, composed: true }));
  expect(keys).toEqual([]);
});

it('goes with the panel, so that another person sees none of it', () => {
  const made = placed();
  press(made, 'No');
  press(made, 'Show on the screen');
  made.remove();
  expect(dialogIn(made)?.matches(':modal')).toBe(false);
});

it('has nothing on any of its screens for axe to find', async () => {
  document.documentElement.lang = 'en';
  const found = async (where: Element) =>
    (await axe.run(where, { resultTypes: ['violations'] })).violations.map(
      ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
    );
  const off = (ids: string[]) => ids.filter((id) => !/^(region|page-has-heading-one|landmark-one-main)/.test(id));
  const made = placed({ pack: denmark });
  expect(off(await found(made))).toEqual([]);
  press(made, 'Ja');
  press(made, 'Sms');
  expect(off(await found(made))).toEqual([]);
  press(made, 'Aftale');
  expect(off(await found(made))).toEqual([]);
  press(made, 'Vis på skærmen');
  expect(off(await found(made))).toEqual([]);
});

it('leads the focus to what has come up, and has one button of each name', () => {
  const made = placed();
  press(made, 'Yes');
  press(made, 'Text message');
  expect(document.activeElement).toBe(made.querySelector('textarea'));
  press(made, 'Appointment');
  expect(document.activeElement).toBe(made.querySelector('[type=datetime-local]'));
  expect(new Set(labels(made)).size).toBe(labels(made).length);
});

it('leads the focus to the first of what is offered, so that nobody prints before they hear of large type', () => {
  const made = placed();
  press(made, 'Yes');
  expect(document.activeElement?.closest('label')?.textContent).toBe('Large type');
});

it('says beside the button, and in the one live region, that the text has been copied', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const live = document.body.appendChild(document.createElement('div'));
  live.ariaLive = 'polite';
  const made = placed();
  press(made, 'Yes');
  press(made, 'Text message');
  expect(made.textContent).toContain('Sent as 1 text message');
  press(made, 'Copy text');
  await vi.waitFor(() => {
    expect(live.textContent).toBe('Copied');
  });
  expect(made.textContent).toContain('Copied');
  expect(labels(made)).toContain('Copy text');
  expect(made.querySelectorAll('[role=status], [aria-live]')).toHaveLength(0);
});

it('hands the text to the host, and shows it with its length where the host does not take it', () => {
  const made = placed();
  press(made, 'Yes');
  press(made, 'Text message');
  const [event] = heard as CustomEvent<{ text: string }>[];
  expect([event?.type, event?.cancelable]).toEqual(['advice-text', true]);
  const text = made.querySelector('textarea')!.value;
  expect(text).toBe(event?.detail.text);
  expect(text).toContain('Mill Lane clinic 01632 960 001 https://example.org/mill-lane');
  expect(made.textContent).toContain('Sent as 1 text message');
});

it('shows no text where the host sends it', () => {
  const made = placed({ emit: () => false });
  press(made, 'Yes');
  press(made, 'Text message');
  expect(made.querySelector('textarea')).toBeNull();
});

it('selects the text where there is no clipboard', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  const made = placed();
  press(made, 'Yes');
  press(made, 'Text message');
  const entry = made.querySelector('textarea')!;
  press(made, 'Copy text');
  await vi.waitFor(() => {
    expect(entry.selectionEnd).toBe(entry.value.length);
  });
});

it('speaks the language the person chooses, in text and on the screen, while the panel keeps the worker’s', () => {
  const made = placed({ pack: denmark });
  press(made, 'Ja');
  const languages = made.querySelector('select')!;
  expect([...languages.options].map(({ lang }) => lang)).toEqual(denmark.locales);
  languages.value = 'en';
  languages.dispatchEvent(new Event('change'));
  press(made, 'Vis på skærmen');
  expect(dialogIn(made)?.querySelector('h1')?.textContent).toBe('Useful contacts');
  expect(dialogIn(made)?.querySelector('button')?.closest<HTMLElement>('[lang]')?.lang).toBe('da-DK');
});

const inDanish = { ...denmark, texts: { 'da-DK': denmark.texts['da-DK']! } };

it('waits for the words of a language that is not here yet', async () => {
  const pack = { ...inDanish, texts: { ...inDanish.texts } };
  const learn = (locale: string) => {
    Object.assign(pack.texts, { [locale]: denmark.texts[locale] });
    return Promise.resolve();
  };
  const made = placed({ pack, learn, records: [record(denmark)], state: interpretedIn('en') });
  press(made, 'Ja');
  expect(made.inert).toBe(true);
  await vi.waitFor(() => {
    expect(made.inert).toBe(false);
  });
  press(made, 'Vis på skærmen');
  expect(dialogIn(made)?.querySelector('h1')?.textContent).toBe('Useful contacts');
});

it('keeps the worker’s language where the other cannot be had', async () => {
  const made = placed({ pack: inDanish, records: [record(denmark)], state: interpretedIn('en') });
  press(made, 'Ja');
  await vi.waitFor(() => {
    expect(made.querySelector('select')?.value).toBe('da-DK');
  });
});

it('begins with the language of the interpreter', () => {
  const made = placed({ pack: denmark, records: [record(denmark)], state: interpretedIn('en-GB') });
  press(made, 'Ja');
  expect(made.querySelector('select')?.value).toBe('en');
});

it('saves an appointment by the clock of the place, under a title that tells nothing', async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:invented';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const made = placed();
  press(made, 'Yes');
  press(made, 'Appointment');
  press(made, 'Save to calendar');
  expect(blobs).toEqual([]);
  made.querySelector<HTMLInputElement>('[type=datetime-local]')!.value = '2026-07-03T09:30';
  press(made, 'Save to calendar');
  expect(names).toEqual(['appointment.ics']);
  const file = await blobs[0]!.text();
  expect(file).toContain('DTSTART:20260703T083000Z\r\nDTEND:20260703T090000Z\r\nSUMMARY:Appointment\r\n');
  expect(file).toContain('LOCATION:2 Mill Lane\\, Wexmarsh\r\n');
  expect(file).not.toMatch(/smok/i);
});
