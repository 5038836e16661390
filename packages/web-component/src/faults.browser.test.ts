import { england } from '@everycontact/content/england';
import { createSession, type Directory, type Session, type View } from '@everycontact/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { click, directory, drawn, find, key, listen, now, opened, place, services, text } from '../test/stage.js';
import type { AdvicePrompt } from './prompt.js';

/** A page that goes on: nothing thrown reaches it. */
const reachedThePage = vi.fn((event: Event) => {
  event.preventDefault();
});
let heard: ReturnType<typeof listen>;
beforeEach(() => {
  document.body.replaceChildren();
  reachedThePage.mockClear();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  heard = listen();
  for (const name of ['error', 'unhandledrejection']) window.addEventListener(name, reachedThePage);
});
afterEach(() => {
  for (const name of ['error', 'unhandledrejection']) window.removeEventListener(name, reachedThePage);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const breaks = (): never => {
  throw new Error('injected');
};
const inside = '<p>Call 999 in an emergency.</p>';
const codes = () => heard.filter(({ type }) => type === 'advice-error').map(({ detail }) => detail.code);
const keys = async (prompt: AdvicePrompt, ...names: string[]) => {
  for (const name of names) {
    key(prompt, name);
    await drawn(prompt);
  }
};

/** A session that is whole but for what stands over it. */
function session(over: Partial<Session> | ((whole: Session) => Partial<Session>)): Session {
  const reader = { locale: 'en-GB', audience: 'worker' } as const;
  const occasion = { setting: 'patient' } as const;
  const options = {
    pack: england,
    script: 'smoking.vba',
    reader,
    occasion,
    directory: directory(),
    preview: true,
    now,
  };
  const whole = createSession(options);
  const broken = typeof over === 'function' ? over(whole) : over;
  const at = (name: string | symbol) => (name in broken ? broken : whole);
  return new Proxy(whole, { get: (_, name) => Reflect.get(at(name), name) as unknown });
}

const kinds: readonly View['kind'][] = [
  'agenda',
  'permission',
  'question',
  'number',
  'ruler',
  'statement',
  'signposts',
  'notice',
  'urgent',
  'closed',
];
/** A view of this kind of which all that is its own is missing. */
const hollow = (kind: View['kind']) =>
  session((whole) => ({
    view: { kind, say: { text: 'x', lang: 'no such tag' }, common: whole.view.common } as unknown as View,
  }));

interface Fault {
  readonly stage: string;
  readonly code: string;
  readonly given?: () => Partial<AdvicePrompt>;
  readonly attributes?: string;
  readonly then?: (prompt: AdvicePrompt) => unknown;
}

const faults: readonly Fault[] = [
  { stage: 'an attribute is read', code: 'attribute-unknown', attributes: 'setting="ward"' },
  {
    stage: 'the JSON block is read',
    code: 'settings-invalid',
    then: async (prompt) => {
      prompt.insertAdjacentHTML('beforeend', '<script type="application/json">{</script>');
      prompt.reset();
      await drawn(prompt);
    },
  },
  { stage: 'the pack is opened', code: 'pack-invalid', given: () => ({ pack: { ...england, scripts: null } }) },
  { stage: 'the clock is asked', code: 'prompt-failed', given: () => ({ now: breaks }) },
  { stage: 'an id is made', code: 'prompt-failed', given: () => ({ newId: breaks }) },
  { stage: 'the contact starts', code: 'context-invalid', given: () => ({ context: { 'context.shoeSize': 44 } }) },
  {
    stage: 'the session is listened to',
    code: 'prompt-failed',
    given: () => ({ session: session({ subscribe: breaks }) }),
  },
  ...kinds.map((kind) => ({
    stage: `a view of the kind ${kind} is drawn`,
    // An end without an outcome has no words.
    code: kind === 'closed' ? 'text-missing' : 'prompt-failed',
    given: () => ({ session: hollow(kind) }),
  })),
  {
    stage: 'an answer is sent',
    code: 'prompt-failed',
    given: () => ({ session: session({ send: breaks }) }),
    then: (prompt) => keys(prompt, '1'),
  },
  {
    stage: 'a contact is settled',
    code: 'prompt-failed',
    given: () => ({
      undoSeconds: 10,
      session: session((whole) => ({ send: (intent) => (intent.type === 'settled' ? breaks() : whole.send(intent)) })),
    }),
    then: (prompt) => keys(prompt, 'd', 'Enter'),
  },
  {
    stage: 'the record is written',
    code: 'prompt-failed',
    given: () => ({
      session: session((whole) => ({
        get log() {
          return whole.view.kind === 'closed' ? breaks() : whole.log;
        },
      })),
    }),
    then: (prompt) => keys(prompt, 'd'),
  },
];

test.each(faults)('keeps urgent help on the screen where something breaks while $stage', async (fault) => {
  const { code, given = () => ({}), attributes = '', then } = fault;
  const prompt = await opened(given(), attributes, inside);
  await then?.(prompt);
  await expect.poll(codes).toContain(code);
  await drawn(prompt);
  expect(find(prompt, 'a[href="tel:999"]')).not.toBe(null);
  expect((find(prompt, 'slot') as HTMLSlotElement).assignedElements().length).toBeGreaterThan(0);
  expect(reachedThePage).not.toHaveBeenCalled();
});

test.each([
  ['throws', breaks],
  ['answers nonsense', () => Promise.resolve(null)],
])('goes on with the national line where a directory %s', async (_how, find) => {
  const prompt = await opened({ directoryPort: { name: 'broken', find } as unknown as Directory });
  await keys(prompt, '1', 'Enter');
  expect(codes()).toEqual(['directory-failed']);
  expect(text(prompt)).toContain('National Smokefree Helpline');
  expect(reachedThePage).not.toHaveBeenCalled();
});

test('selects the note where the clipboard is refused', async () => {
  const refused = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(refused as unknown as Clipboard);
  const prompt = await opened();
  await keys(prompt, 'd');
  await click(prompt, 'Copy note');
  await drawn(prompt);
  const note = find(prompt, 'textarea') as HTMLTextAreaElement;
  expect([note.selectionStart, note.selectionEnd]).toEqual([0, note.value.length]);
  expect([codes(), reachedThePage.mock.calls]).toEqual([[], []]);
});

test('tells of a settling that breaks when the time for an undo runs out, and of nothing on the page', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const broken = session((whole) => ({
    send: (intent) => (intent.type === 'settled' ? breaks() : whole.send(intent)),
  }));
  const prompt = await opened({ session: broken, undoSeconds: 1 });
  await keys(prompt, 'd');
  vi.advanceTimersByTime(1000);
  await drawn(prompt);
  expect(codes()).toContain('prompt-failed');
  expect(find(prompt, 'a[href="tel:999"]')).not.toBe(null);
});

test('leaves what the page wrote into it where the element cannot even be made', async () => {
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(breaks);
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = `<advice-prompt open>${inside}</advice-prompt><p>the page</p>`;
  await customElements.whenDefined('advice-prompt');
  expect(host.textContent).toContain('Call 999 in an emergency.');
  expect(host.querySelector('p')?.checkVisibility()).toBe(true);
});

test('leaves what the page wrote into it where not even the fallback can be drawn', async () => {
  const prompt = await place({ pack: england, services, preview: true, behaviour: 'smoking' }, '', inside);
  vi.spyOn(prompt as unknown as { render: () => unknown }, 'render').mockImplementation(breaks);
  prompt.show();
  await drawn(prompt);
  expect(codes()).toEqual(['prompt-failed']);
  expect((find(prompt, 'slot') as HTMLSlotElement).assignedElements()[0]?.textContent).toContain('Call 999');
  expect(reachedThePage).not.toHaveBeenCalled();
});
