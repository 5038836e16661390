import { england } from '@everycontact/content/england';
import type { History, HistoryEntry, Policy } from '@everycontact/core/prompting';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { all, click, drawn, find, heading, key, now, opened, place, services, text } from '../test/stage.js';
import type { AdvicePrompt } from './prompt.js';

let heard: HistoryEntry[];
const hear = ({ detail }: GlobalEventHandlersEventMap['advice-history']) => heard.push(detail.entry);
beforeEach(() => {
  document.body.replaceChildren();
  heard = [];
  document.addEventListener('advice-history', hear);
});
afterEach(() => {
  document.removeEventListener('advice-history', hear);
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

const policy: Policy = {
  schema: 'everycontact/policy@1',
  rules: [
    { id: 'end-of-life', never: { fact: 'context.endOfLife', is: true }, source: 'proposal' },
    { id: 'year', of: 'behaviour', after: ['declined'], quietDays: 365, source: 'proposal' },
    { id: 'once', of: 'any', atMost: 1, per: 'contact', source: 'proposal' },
  ],
  longestSnoozeDays: 365,
};
const quiet = {
  pack: england,
  services,
  preview: true,
  behaviour: 'smoking',
  undoSeconds: 0,
  launcher: 'decide' as const,
  policy,
};
const entry = (happened: HistoryEntry['happened'], at = '2026-11-01T09:00:00.000Z'): HistoryEntry => ({
  at,
  contactId: 'before',
  script: 'smoking.vba',
  happened,
});
const history = (...entries: HistoryEntry[]): History => ({ schema: 'everycontact/history@1', entries });
const happened = () => heard.map((one) => one.happened);
const decided = async (given: Partial<AdvicePrompt> = {}, attributes = '', inside = '') => {
  const prompt = await place({ ...quiet, ...given }, attributes, inside);
  await settled(prompt);
  return prompt;
};
/** The part has come. */
const settled = async (prompt: AdvicePrompt) => {
  await import('./parts/prompting.js');
  await drawn(prompt);
};

test('shows the quiet button where every rule allows it, and says why without naming what it is about', async () => {
  const prompt = await decided();
  expect(find(prompt, 'button')?.textContent.trim()).toBe('Start a short conversation');
  expect(find(prompt, 'details summary')?.textContent).toBe('Why now?');
  expect(text(prompt)).toContain('7 rules were checked. All allow it.');
  expect(text(prompt)).not.toMatch(/smok/i);
});

test('says when it was last raised', async () => {
  const prompt = await decided({ history: history(entry('advised', '2025-03-02T09:00:00.000Z')) });
  expect(text(prompt)).toContain('Last raised on 2 March 2025.');
});

test.each([
  ['a fact that only the policy reads', { facts: { 'context.endOfLife': true } as const }],
  ['an earlier refusal', { history: history(entry('declined')) }],
  ['a policy that is switched off', { policy: { ...policy, enabled: false } }],
  ['drafts that nobody approved', { preview: false }],
])('shows nothing because of %s', async (_why, given) => {
  const prompt = await decided(given);
  expect(text(prompt)).toBe('');
  expect(happened()).toEqual([]);
});

test('never shows the button with launcher="never", and opens all the same', async () => {
  const prompt = await place({ ...quiet, launcher: 'never' });
  expect(text(prompt)).toBe('');
  prompt.show();
  await settled(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('switches an open panel off where the policy says so', async () => {
  const prompt = await opened({ policy });
  await settled(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  prompt.policy = { ...policy, enabled: false };
  await drawn(prompt);
  expect(text(prompt)).toBe('');
});

test('explains each rule, whether it passed, and until when it does not', async () => {
  const prompt = await decided({ history: history(entry('declined')), facts: { 'context.endOfLife': false } });
  const decisions = await prompt.explain();
  const smoking = decisions.find(({ script }) => script === 'smoking.vba')!;
  expect([smoking.show, smoking.mayOpen]).toEqual([false, true]);
  expect(smoking.because.find(({ rule }) => rule === 'year')).toMatchObject({ allows: false, until: '2027-11-01' });
  expect(smoking.because.find(({ rule }) => rule === 'end-of-life')).toMatchObject({ allows: true });
});

test('explains also where nothing was to be decided', async () => {
  const prompt = await place({ pack: england, preview: true, behaviour: 'smoking' });
  const decisions = await prompt.explain();
  expect(decisions.map(({ script }) => script).sort()).toEqual(Object.keys(england.scripts).sort());
  expect(happened()).toEqual([]);
});

test('tells once that the prompt was shown, and stays while the host keeps the history', async () => {
  const prompt = await decided({ history: history() });
  document.addEventListener('advice-history', () => (prompt.history = history(...heard)));
  expect(happened()).toEqual(['shown']);
  prompt.history = history(...heard);
  prompt.compact = true;
  await drawn(prompt);
  expect(happened()).toEqual(['shown']);
  expect(find(prompt, '.launcher')).not.toBe(null);
});

test('tells shown, then what came of it, under one contact, and does not prompt again', async () => {
  const prompt = await decided();
  await click(prompt, 'Start a short conversation');
  key(prompt, 'd');
  await drawn(prompt);
  expect(happened()).toEqual(['shown', 'declined']);
  expect(new Set(heard.map(({ contactId }) => contactId)).size).toBe(1);
  expect(heard.every(({ script, at }) => script === 'smoking.vba' && at === now())).toBe(true);
  prompt.hide();
  await drawn(prompt);
  expect(text(prompt)).toBe('');
});

test('keeps apart what was dismissed without an answer and what was left unfinished', async () => {
  const prompt = await decided();
  prompt.show();
  await drawn(prompt);
  prompt.hide();
  await drawn(prompt);
  expect(happened()).toEqual(['shown', 'dismissed']);
  const other = await decided();
  other.show();
  await drawn(other);
  await click(other, 'Yes');
  other.hide();
  await drawn(other);
  expect(happened()).toEqual(['shown', 'dismissed', 'shown']);
});

test('counts a prompt under the id of the meeting, where the host has one', async () => {
  const prompt = await decided({
    contactId: 'ward-round',
    history: history({ ...entry('advised'), contactId: 'ward-round' }),
  });
  expect(text(prompt)).toBe('');
  prompt.contactId = 'next-round';
  await drawn(prompt);
  expect(heard.map(({ contactId }) => contactId)).toEqual(['next-round']);
});

test('takes another person for another: nothing that happened before counts', async () => {
  const prompt = await decided({ subjectKey: 'a' });
  await click(prompt, 'Start a short conversation');
  key(prompt, 'd');
  await drawn(prompt);
  prompt.hide();
  await drawn(prompt);
  expect(text(prompt)).toBe('');
  prompt.subjectKey = 'b';
  await drawn(prompt);
  expect(find(prompt, '.launcher')).not.toBe(null);
  expect(heard[0]!.contactId).not.toBe(heard.at(-1)!.contactId);
});

test('reads policy, history and facts from the JSON block too', async () => {
  const block = { policy, facts: { 'context.endOfLife': true } };
  const inside = `<script type="application/json">${JSON.stringify(block)}</script>`;
  const prompt = await decided({ policy: undefined }, '', inside);
  expect(text(prompt)).toBe('');
});

test('orders the agenda by the policy', async () => {
  const ordered = { ...policy, order: ['diet.very-brief'] };
  const prompt = await opened({ behaviour: undefined, policy: ordered });
  await settled(prompt);
  expect(all(prompt, '.option')[0]?.textContent).toContain('Food');
  expect((await prompt.explain())[0]?.script).toBe('diet.very-brief');
});

test.each([
  ['tab', () => sessionStorage],
  ['device', () => localStorage],
] as const)('remembers for a %s, and says nothing of who it was', async (remember, storage) => {
  const prompt = await decided({ remember, subjectKey: 'case-17' });
  await click(prompt, 'Start a short conversation');
  key(prompt, 'd');
  await drawn(prompt);
  prompt.remove();
  const kept = storage().getItem('everycontact-history') ?? '';
  expect((JSON.parse(kept) as History).entries.map((one) => one.happened)).toEqual(['shown', 'declined']);
  expect(kept).not.toContain('case-17');
  expect(localStorage.length + sessionStorage.length).toBe(1);
  expect(text(await decided({ remember }))).toBe('');
});

test('keeps nothing unless it is asked to, and nothing in the setting staff', async () => {
  const written = vi.spyOn(Storage.prototype, 'setItem');
  const first = await decided();
  await click(first, 'Start a short conversation');
  key(first, 'd');
  await drawn(first);
  expect(happened()).toEqual(['shown', 'declined']);
  const staff = await decided({ remember: 'device', setting: 'staff', audience: 'person' });
  staff.show();
  await drawn(staff);
  staff.hide();
  await drawn(staff);
  expect(happened()).toEqual(['shown', 'declined']);
  expect(written).not.toHaveBeenCalled();
});

test('takes a store of the host’s instead of the browser’s', async () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  await decided({ store });
  expect([...kept.keys()]).toEqual(['everycontact-history']);
  expect(localStorage.length).toBe(0);
});

test.each([
  [
    'is refused',
    () =>
      vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
        throw new Error('denied');
      }),
  ],
  ['holds something else', () => localStorage.setItem('everycontact-history', '{"schema":"other"}')],
])('goes on without memory where the store %s, and tells it', async (_why, breakIt) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const codes: string[] = [];
  document.addEventListener('advice-error', ({ detail }) => codes.push(detail.code), { once: true });
  breakIt();
  const prompt = await decided({ remember: 'device' });
  expect(codes).toEqual(['history-store-failed']);
  expect(find(prompt, '.launcher')).not.toBe(null);
});

test.each([
  ['policy', 'policy-shape', { policy: { ...policy, rules: 'none' } }],
  ['history', 'history-shape', { history: { ...history(), entries: [{}] } }],
])('shows its fallback where the %s cannot be read, and names the place', async (at, code, given) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const told: { code: string; at: string }[] = [];
  document.addEventListener('advice-error', ({ detail }) => told.push(detail), { once: true });
  const prompt = await decided(given);
  expect(told).toEqual([expect.objectContaining({ code, at: expect.stringMatching(`^${at}\\.`) as string })]);
  expect(find(prompt, 'a[href="tel:999"]')).not.toBe(null);
});

/** A no to very brief advice on smoking, settled. */
const refusedContact = async (given: Partial<AdvicePrompt> = {}) => {
  const prompt = await decided(given);
  prompt.show();
  await settled(prompt);
  key(prompt, 'd');
  await drawn(prompt);
  return prompt;
};

test('takes down that a person who said no does not want to be asked again, once', async () => {
  const prompt = await refusedContact();
  await click(prompt, 'Do not ask again');
  await click(prompt, 'Do not ask again');
  expect(happened()).toEqual(['shown', 'declined', 'do-not-ask']);
  expect(find(prompt, '[part="mark"]')?.getAttribute('aria-pressed')).toBe('true');
  expect(heard.map(({ script }) => script)).toEqual(['smoking.vba', 'smoking.vba', 'smoking.vba']);
});

test('offers that only after a no, and only where somebody keeps what became of prompts', async () => {
  const asked = (prompt: AdvicePrompt) => text(prompt).includes('Do not ask again');
  expect(asked(await refusedContact())).toBe(true);
  expect(asked(await refusedContact({ setting: 'staff' }))).toBe(false);
  const unkept = await refusedContact({ launcher: 'always', policy: undefined });
  expect(asked(unkept)).toBe(false);
  // A page that only asks why has what decides, and still keeps nothing.
  await unkept.explain();
  unkept.requestUpdate();
  await drawn(unkept);
  expect(asked(unkept)).toBe(false);
});
