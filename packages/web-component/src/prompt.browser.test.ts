import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { createSession, type ContactRecord } from '@everycontact/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  all,
  click,
  directory,
  drawn,
  find,
  focused,
  heading,
  key,
  listen,
  live,
  make,
  now,
  opened,
  place,
  root,
  services,
  staged,
  text,
  types,
} from '../test/stage.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const example = (id: string) => examples.england.find((one) => one.id === id)!;
const quiet = { pack: england, services, preview: true, behaviour: 'smoking', method: 'vba' };

test('shows a quiet button with a neutral label until it is opened, and starts nothing before', async () => {
  const heard = listen();
  const prompt = await place(quiet);
  expect(text(prompt)).toBe('Start a short conversation');
  expect(heard).toEqual([]);
  find(prompt, 'button')?.click();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(types(heard)).toEqual(['advice-change']);
});

test('comes to the shortest outcome in three keys', async () => {
  const heard = listen();
  const prompt = await place(quiet);
  find(prompt, 'button')?.focus();
  await userEvent.keyboard('{Enter}');
  await drawn(prompt);
  await userEvent.keyboard('3');
  await drawn(prompt);
  await userEvent.keyboard('{Enter}');
  await drawn(prompt);
  const outcome = heard.find(({ type }) => type === 'advice-outcome');
  expect((outcome?.detail.record as ContactRecord).outcome).toBe('not-relevant');
});

test('groups the answers by the means of the platform: one fieldset, named by the heading, radios of one name', async () => {
  const prompt = await opened();
  const group = find(prompt, 'input[type=radio]')?.closest('fieldset');
  expect(group?.ariaLabelledByElements?.map(({ textContent }) => textContent.trim())).toEqual(['Do you smoke at all?']);
  const radios = all(prompt, 'input[type=radio]') as HTMLInputElement[];
  expect(radios.length).toBe(5);
  expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
  expect(radios.every((radio) => radio.closest('fieldset') === group)).toBe(true);
});

test('declines in one key', async () => {
  const prompt = await opened({ undoSeconds: 10 });
  expect(key(prompt, 'd')).toBe(true);
  await drawn(prompt);
  expect(find(prompt, '.outcome')?.textContent).toBe('Declined');
});

test('only moves with the arrow keys; Enter and Space answer', async () => {
  const prompt = await opened();
  const radios = all(prompt, 'input[type=radio]');
  radios[0]!.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(radios.map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false, true, false, false]);
  await userEvent.keyboard('{Enter}');
  await drawn(prompt);
  expect(heading(prompt)).toContain('That is all I wanted to ask');
});

test('takes a click that an arrow key makes for a move, and a click on the answer already ticked for an answer', async () => {
  const prompt = await opened();
  const radio = all(prompt, 'input[type=radio]')[2] as HTMLInputElement;
  radio.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
  radio.click();
  radio.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowDown', bubbles: true, composed: true }));
  await drawn(prompt);
  expect(radio.checked).toBe(true);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  radio.click();
  await drawn(prompt);
  expect(heading(prompt)).toContain('That is all I wanted to ask');
});

test('takes the second click of a double click for nobody’s answer', async () => {
  const prompt = await opened();
  all(prompt, 'input[type=radio]')[0]!.dispatchEvent(
    new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true }),
  );
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('leaves a key that is held down alone', async () => {
  const prompt = await opened();
  expect(key(prompt, '1', { repeat: true })).toBe(false);
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('leaves keys with Ctrl, Alt or Meta, unknown keys and keys outside to the page', async () => {
  const prompt = await opened();
  expect(key(prompt, '1', { ctrlKey: true })).toBe(false);
  expect(key(prompt, 'd', { metaKey: true })).toBe(false);
  expect(key(prompt, 'x')).toBe(false);
  expect(key(prompt, 'Escape')).toBe(false);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('has no letter and number keys with hotkeys="off", and shows none', async () => {
  const prompt = await opened({}, 'hotkeys="off"');
  expect(key(prompt, '1')).toBe(false);
  expect(key(prompt, 'd')).toBe(false);
  expect(all(prompt, '[data-key], [aria-keyshortcuts]')).toEqual([]);
  await click(prompt, 'Hide');
  expect(key(prompt, 'p')).toBe(false);
});

test('marks the first service by number, and takes the mark away by the same', async () => {
  const prompt = await opened();
  for (const name of ['1', 'Enter', '2']) {
    key(prompt, name);
    await drawn(prompt);
  }
  const pressed = () => all(prompt, '[aria-pressed=true]').map((mark) => mark.textContent.trim());
  expect(pressed()).toEqual([expect.stringContaining('I sent the details')]);
  key(prompt, '2');
  await drawn(prompt);
  expect(pressed()).toEqual([]);
});

test('offers "referred" only where the worker may refer', async () => {
  const referred = async (given: object) => {
    const prompt = await opened(given);
    key(prompt, '1');
    await drawn(prompt);
    key(prompt, 'Enter');
    await drawn(prompt);
    return all(prompt, '.service')[0]!.querySelectorAll('.mark').length;
  };
  expect(await referred({})).toBe(2);
  expect(await referred({ mayRefer: true })).toBe(3);
});

test('goes back at any step without losing the answer', async () => {
  const prompt = await opened();
  await click(prompt, 'Yes');
  await click(prompt, 'Back');
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect((all(prompt, 'input[type=radio]')[0] as HTMLInputElement).checked).toBe(true);
  key(prompt, 'Enter');
  await drawn(prompt);
  expect(heading(prompt)).toContain('The best way to stop');
  prompt.back();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('goes on by next() where a step has one way on, and never through urgent help', async () => {
  const prompt = await opened();
  prompt.next();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  await click(prompt, 'Yes');
  prompt.back();
  prompt.next();
  await drawn(prompt);
  expect(heading(prompt)).toContain('The best way to stop');
  key(prompt, 'u');
  await drawn(prompt);
  prompt.next();
  await drawn(prompt);
  expect(find(prompt, '.urgent')).not.toBe(null);
});

test('can still be hidden at its end, where the note names what was talked about', async () => {
  const prompt = await opened();
  await click(prompt, 'No thanks');
  expect(find(prompt, 'textarea')).toHaveProperty('value', expect.stringContaining('Smoking'));
  key(prompt, 'h');
  await drawn(prompt);
  expect(all(prompt, 'button').map((one) => one.textContent)).toEqual(['Urgent help', 'Show']);
  expect(find(prompt, 'textarea')).toBe(null);
  await click(prompt, 'Show');
  expect(find(prompt, 'textarea')).toHaveProperty('value', expect.stringContaining('Smoking'));
});

test('hides everything but urgent help and the way back, and shows it again', async () => {
  const prompt = await opened();
  await click(prompt, 'Yes');
  key(prompt, 'h');
  await drawn(prompt);
  expect(all(prompt, 'button').map((one) => one.textContent)).toEqual(['Urgent help', 'Show']);
  expect(text(prompt)).not.toMatch(/smok|stop|best way/i);
  expect(key(prompt, 'b')).toBe(false);
  await click(prompt, 'Show');
  expect(heading(prompt)).toContain('The best way to stop');
});

test('closes as "not now" by one key where it is not private', async () => {
  const heard = listen();
  const prompt = await opened();
  key(prompt, 'p');
  await drawn(prompt);
  const record = heard.find(({ type }) => type === 'advice-outcome')?.detail.record as ContactRecord;
  expect(record.outcome).toBe('not-now');
  expect(JSON.stringify(record)).not.toContain('private');
});

test('has one polite live region from the first drawing on, empty', async () => {
  const prompt = await place({ ...quiet, open: true });
  const regions = all(prompt, '[aria-live], [role=status]');
  expect(regions).toHaveLength(1);
  expect(regions[0]!.getAttribute('aria-live')).toBe('polite');
  expect(live(prompt)).toBe('');
  key(prompt, '1');
  await drawn(prompt);
  expect(find(prompt, '[role=status]')).toBe(regions[0]);
});

test('announces the heading where the focus is elsewhere, and how many services were found', async () => {
  const [prompt, session] = await staged(example('smoker-told'));
  session.send({ type: 'answered', value: 'yes', step: 'smokes' });
  await drawn(prompt);
  expect(focused(prompt)).toBe(null);
  expect(live(prompt)).toContain('The best way to stop');
  session.send({ type: 'continued', step: 'advise' });
  await drawn(prompt);
  expect(live(prompt)).toContain('Local services: 2');
});

test('ends what it said of looking also where a need is met by national lines alone, and misses nothing there', async () => {
  const [prompt, session] = await staged(example('alcohol-dependence-ticked'));
  session.send({ type: 'observed', flag: 'alcohol-dependence', seen: true });
  await drawn(prompt);
  expect(live(prompt)).toMatch(/Always on offer: 2$/);
  expect(text(prompt)).not.toMatch(/Looking for services|No service in the list fits/);
});

test('gives services and national lines headings of one level, under that of their list', async () => {
  const [prompt, session] = await staged(example('smoker-told'));
  for (const move of ['answer:yes', 'next']) await make(prompt, session, move);
  const levels = all(prompt, 'h2, h3, h4, h5, h6').map((one) => [one.localName, one.textContent.trim()]);
  expect(levels.slice(1)).toEqual([
    ['h3', expect.any(String)],
    ['h4', 'Local services'],
    ['h5', 'Quit clinic'],
    ['h5', 'Smokefree choir'],
    ['h4', 'Always on offer'],
    ['h5', expect.stringContaining('Smokefree')],
  ]);
});

test('moves the focus to the heading of each step, but not on the first drawing', async () => {
  const prompt = await opened();
  expect(focused(prompt)).toBe(null);
  await click(prompt, 'Yes');
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  await click(prompt, 'Urgent help');
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
});

test('moves the focus to the heading when the reader opens it, and to the button when the reader closes it', async () => {
  const prompt = await place({ ...quiet, undoSeconds: 0 });
  find(prompt, 'button')?.click();
  await drawn(prompt);
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  key(prompt, 'd');
  await drawn(prompt);
  await click(prompt, 'Close');
  expect(focused(prompt)).toBe(find(prompt, '.launcher'));
});

test('opens without taking the focus when the page opens it', async () => {
  const prompt = await place(quiet);
  prompt.show();
  await drawn(prompt);
  expect(focused(prompt)).toBe(null);
  prompt.focus();
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
});

test('can be undone for ten seconds, then the record leaves once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard = listen();
  const prompt = await opened({ undoSeconds: 10 });
  key(prompt, 'd');
  await drawn(prompt);
  vi.advanceTimersByTime(9000);
  await drawn(prompt);
  expect(text(prompt)).toContain('You can undo this for 1 second');
  await click(prompt, 'Undo');
  expect(heading(prompt)).toBe('Do you smoke at all?');
  vi.advanceTimersByTime(20_000);
  expect(types(heard)).not.toContain('advice-outcome');
  key(prompt, 'n');
  await drawn(prompt);
  vi.advanceTimersByTime(10_000);
  await drawn(prompt);
  vi.advanceTimersByTime(60_000);
  const outcomes = heard.filter(({ type }) => type === 'advice-outcome');
  expect(outcomes.map(({ detail }) => (detail.record as ContactRecord).outcome)).toEqual(['not-now']);
});

test('stops the clock while urgent help is open', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard = listen();
  const prompt = await opened({ undoSeconds: 10 });
  key(prompt, 'd');
  await drawn(prompt);
  key(prompt, 'u');
  await drawn(prompt);
  vi.advanceTimersByTime(60_000);
  expect(types(heard)).not.toContain('advice-outcome');
});

test('loses no record when it is taken from the page while the undo is running', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const prompt = await opened({ undoSeconds: 10 });
  const outcome = vi.fn();
  prompt.addEventListener('advice-outcome', outcome);
  key(prompt, 'd');
  await drawn(prompt);
  prompt.remove();
  vi.advanceTimersByTime(0);
  expect(outcome).toHaveBeenCalledTimes(1);
});

test('keeps the undo when it is moved', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard = listen();
  const prompt = await opened({ undoSeconds: 10 });
  key(prompt, 'd');
  await drawn(prompt);
  document.body.append(prompt);
  vi.advanceTimersByTime(500);
  await drawn(prompt);
  expect(types(heard)).not.toContain('advice-outcome');
  await click(prompt, 'Undo');
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('gives a note to copy, and selects it where there is no clipboard', async () => {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
  const prompt = await opened();
  for (const name of ['1', 'Enter', '1', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  const note = find(prompt, 'textarea') as HTMLTextAreaElement;
  expect(note.value).toContain('22 November 2026');
  expect(note.value).toContain('Quit clinic');
  await click(prompt, 'Copy note');
  expect([note.selectionStart, note.selectionEnd]).toEqual([0, note.value.length]);
});

test('lets nothing out but advice-closed in the setting staff', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const heard = listen();
  const prompt = await opened({ setting: 'staff', audience: 'person' });
  for (const name of ['1', 'Enter', '1', 'u', 'b', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  expect(find(prompt, 'textarea')).toBe(null);
  prompt.hide();
  await drawn(prompt);
  expect(heard).toEqual([{ type: 'advice-closed', detail: { schemaVersion: 1 } }]);
  expect(errors).not.toHaveBeenCalled();
});

test('sends frozen plain JSON that bubbles out of shadow roots', async () => {
  const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const prompt = await opened();
  outer.append(prompt);
  const heard = listen();
  key(prompt, 'd');
  await drawn(prompt);
  const { detail } = heard.find(({ type }) => type === 'advice-outcome')!;
  expect(Object.isFrozen(detail)).toBe(true);
  expect(Object.isFrozen((detail.record as ContactRecord).answers)).toBe(true);
  expect(structuredClone(detail)).toEqual(detail);
  expect(detail.schemaVersion).toBe(1);
});

test('tells when urgent help opens, once', async () => {
  const heard = listen();
  const prompt = await opened();
  key(prompt, 'u');
  await drawn(prompt);
  expect(types(heard).filter((type) => type === 'advice-urgent')).toHaveLength(1);
  expect(key(prompt, 'Enter')).toBe(false);
  expect(key(prompt, 'b')).toBe(true);
});

test('wipes everything at once when another person is in front of the worker', async () => {
  const heard = listen();
  const prompt = await opened({ subjectKey: 'a', undoSeconds: 10 });
  await click(prompt, 'Yes');
  prompt.subjectKey = 'b';
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(all(prompt, 'input:checked')).toEqual([]);
  key(prompt, 'd');
  await drawn(prompt);
  prompt.setAttribute('subject-key', 'c');
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(types(heard)).not.toContain('advice-outcome');
});

test('does not take up a session of the person before', async () => {
  const [prompt] = await staged(example('smoker-told'), { subjectKey: 'a' });
  await click(prompt, 'Yes');
  prompt.subjectKey = 'b';
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('can be moved and connected two hundred times: one listener, and each event once', async () => {
  const options = { pack: england, script: 'smoking.vba', occasion: { setting: 'patient' as const }, now };
  const session = createSession({
    ...options,
    reader: { locale: 'en-GB', audience: 'worker' },
    directory: directory(),
    preview: true,
  });
  let listeners = 0;
  const counted = {
    get view() {
      return session.view;
    },
    get state() {
      return session.state;
    },
    get log() {
      return session.log;
    },
    send: session.send,
    dispose: session.dispose,
    subscribe(listener: () => void) {
      listeners++;
      const stop = session.subscribe(listener);
      return () => {
        listeners--;
        stop();
      };
    },
  };
  const heard = listen();
  const prompt = await opened({ session: counted });
  const places = [document.createElement('div'), document.createElement('div')];
  document.body.append(...places);
  for (let i = 0; i < 200; i++) {
    places[i % 2]!.append(prompt);
    if (i % 7 === 0) prompt.remove();
  }
  places[0]!.append(prompt);
  await drawn(prompt);
  expect(listeners).toBe(1);
  key(prompt, '3');
  await drawn(prompt);
  expect(types(heard)).toEqual(['advice-change', 'advice-change', 'advice-outcome']);
  prompt.remove();
  expect(listeners).toBe(0);
});

test('tells nothing twice where a framework makes the element again on the same session', async () => {
  const heard = listen();
  const [prompt, session] = await staged(example('never'));
  prompt.remove();
  const again = await opened({ session });
  await make(again, session, 'answer:never');
  const third = await opened({ session });
  expect(text(third)).toContain('This conversation is closed');
  expect(types(heard)).toEqual(['advice-change', 'advice-change', 'advice-outcome']);
});

test('keeps an unfinished contact when it is closed, and starts anew after a settled one', async () => {
  const heard = listen();
  const prompt = await opened();
  await click(prompt, 'Yes');
  prompt.hide();
  await drawn(prompt);
  expect(text(prompt)).toBe('Start a short conversation');
  prompt.show();
  await drawn(prompt);
  expect(heading(prompt)).toContain('The best way to stop');
  key(prompt, 'd');
  await drawn(prompt);
  prompt.hide();
  await drawn(prompt);
  prompt.show();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(types(heard).filter((type) => type === 'advice-closed')).toHaveLength(2);
});

test('forgets the contact on reset', async () => {
  const prompt = await opened();
  await click(prompt, 'Yes');
  prompt.reset();
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('draws nothing while it is disabled', async () => {
  const heard = listen();
  const prompt = await opened({}, 'disabled');
  expect(root(prompt).childElementCount).toBe(0);
  expect(heard).toEqual([]);
});

test('keeps two prompts on a page apart', async () => {
  const [first, second] = [await opened(), await opened()];
  await click(first, 'Yes');
  expect(heading(second)).toBe('Do you smoke at all?');
});

test('keeps its looks on a page that sets everything on everything', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { font-size: 40px !important; letter-spacing: 9px; text-transform: uppercase; color: red !important }',
  );
  document.adoptedStyleSheets = [sheet];
  const prompt = await opened();
  const { fontSize, letterSpacing, textTransform, color } = getComputedStyle(find(prompt, '.option')!);
  document.adoptedStyleSheets = [];
  expect([fontSize, letterSpacing, textTransform]).toEqual(['16px', 'normal', 'none']);
  expect(color).not.toBe('rgb(255, 0, 0)');
});

test('shows drafts under a banner, and says of words what they are', async () => {
  const prompt = await opened();
  expect(find(prompt, '.preview')?.textContent).toContain('drafts');
  expect(find(prompt, '.eyebrow .tag')?.textContent).toBe('Draft');
});
