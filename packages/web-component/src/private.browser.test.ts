import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import type { ContactRecord } from '@everycontact/core';
import { aService } from '@everycontact/core/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  all,
  click,
  drawn,
  find,
  focused,
  heading,
  key,
  listen,
  live,
  make,
  opened,
  staged,
  text,
  types,
} from '../test/stage.js';
import type { AdviceServiceWrongEvent } from './events/advice-service-wrong.js';
import type { AdvicePrompt } from './prompt.js';

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const outcomes = (heard: ReturnType<typeof listen>) =>
  heard.filter(({ type }) => type === 'advice-outcome').map(({ detail }) => detail.record as ContactRecord);
const asksNothing = (prompt: AdvicePrompt) => all(prompt, 'input[type=radio], input[type=text], .option').length === 0;
const sensitive = Object.keys(england.behaviours).filter((id) => england.behaviours[id]?.sensitive);

it('has behaviours that are asked about in private only', () => {
  expect(sensitive.sort()).toEqual(['alcohol', 'mental-wellbeing', 'weight']);
});

it.each(sensitive)(
  'asks nothing on %s where family interprets, and says that it is for another day',
  async (behaviour) => {
    const heard = listen();
    const prompt = await opened({ behaviour, interpreter: 'family', interpreterLanguage: 'ar' });
    expect(asksNothing(prompt)).toBe(true);
    const [record] = outcomes(heard);
    expect([record?.outcome, record?.answers]).toEqual(['not-now', []]);
  },
);

it('promises no undo where there is nothing to go back to', async () => {
  const prompt = await opened({ behaviour: 'alcohol', interpreter: 'family', undoSeconds: 10 });
  expect(prompt.shadowRoot!.querySelector('[aria-keyshortcuts=b]')).toBe(null);
  expect(text(prompt)).toContain('Not now');
  expect(text(prompt)).not.toMatch(/undo/i);
});

it('asks where a professional interprets, and passes the language on', async () => {
  const heard = listen();
  const prompt = await opened({ behaviour: 'alcohol' }, 'interpreter="professional" interpreter-language="ar"');
  expect(asksNothing(prompt) && find(prompt, '.heading') === null).toBe(false);
  key(prompt, 'd');
  await drawn(prompt);
  expect(outcomes(heard)[0]).toMatchObject({ outcome: 'declined', interpreterLanguage: 'ar' });
});

it('goes on about smoking where family interprets', async () => {
  expect(heading(await opened({ interpreter: 'family' }))).toBe('Do you smoke at all?');
});

it('names nothing sensitive on the agenda where family interprets', async () => {
  const named = (prompt: AdvicePrompt) => all(prompt, '.option').length;
  const all6 = named(await opened({ behaviour: undefined }));
  expect(named(await opened({ behaviour: undefined, interpreter: 'family' }))).toBe(all6 - sensitive.length);
});

it('stops asking at once when family begins to interpret', async () => {
  const prompt = await opened({ behaviour: 'alcohol' });
  expect(find(prompt, '.outcome')).toBe(null);
  prompt.interpreter = 'family';
  await drawn(prompt);
  expect(asksNothing(prompt)).toBe(true);
});

it('leaves title and address of the page as they are, and tells no site where its readers come from, in the setting staff', async () => {
  const page = () => [document.title, location.href, history.length];
  const before = page();
  const prompt = await opened({
    setting: 'staff',
    audience: 'person',
    services: [aService({ id: 'web', name: 'On the web', url: 'https://example.org/', phone: '01632 960 001' })],
  });
  const links = () => all(prompt, 'a') as HTMLAnchorElement[];
  for (const name of ['1', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  expect(links().some(({ href }) => href === 'https://example.org/')).toBe(true);
  expect(links().every(({ rel, href }) => !href.startsWith('http') || rel.includes('noreferrer'))).toBe(true);
  expect(page()).toEqual(before);
});

const clinic = {
  id: 'clinic',
  name: 'Quit clinic',
  organization: { name: 'Riverside', responsible: 'the prevention team' },
  assuredOn: '2026-09-01',
};
async function offered(given: Partial<AdvicePrompt> = {}): Promise<AdvicePrompt> {
  const prompt = await opened({ services: [aService(clinic)], ...given });
  for (const name of ['1', 'Enter']) {
    key(prompt, name);
    await drawn(prompt);
  }
  return prompt;
}

it('hands the page a report on wrong details, without a word on anybody, and thanks', async () => {
  const prompt = await offered({ subjectKey: 'case-17' });
  const reports: unknown[] = [];
  prompt.addEventListener('advice-service-wrong', (event: AdviceServiceWrongEvent) => {
    reports.push(event.detail);
    event.preventDefault();
  });
  await click(prompt, 'Are these details wrong?');
  expect(reports).toEqual([
    {
      schemaVersion: 1,
      service: 'clinic',
      name: 'Quit clinic',
      organization: 'Riverside',
      responsible: 'the prevention team',
      checkedOn: '2026-09-01',
    },
  ]);
  expect(find(prompt, '.service')?.textContent).toContain('Thank you. It has been passed on.');
  expect(live(prompt)).toContain('Thank you');
});

it('says whom to tell where no page passes it on', async () => {
  const prompt = await offered();
  find(prompt, '.service .quiet:last-of-type')?.focus();
  await click(prompt, 'Are these details wrong?');
  expect(find(prompt, '.service')?.textContent).toContain('Please tell the prevention team.');
  expect(focused(prompt)?.closest('.service')).not.toBe(null);
});

it('takes a report on a national line too, and says whom to tell where no page passes it on', async () => {
  const prompt = await offered({ services: [] });
  await click(prompt, 'Are these details wrong?');
  expect(find(prompt, '.need')?.textContent).toContain('Please tell whoever looks after this page.');
  const reports: unknown[] = [];
  prompt.addEventListener('advice-service-wrong', (event: AdviceServiceWrongEvent) => {
    reports.push(event.detail);
    event.preventDefault();
  });
  await click(prompt, 'Are these details wrong?');
  const name = 'National Smokefree Helpline';
  expect(reports).toMatchObject([{ schemaVersion: 1, service: 'smokefree-helpline', name }]);
  expect(Object.keys(reports[0] as object)).toEqual(['schemaVersion', 'service', 'name', 'checkedOn']);
  expect(find(prompt, '.need')?.textContent).toContain('Thank you. It has been passed on.');
  expect(live(prompt)).toContain('Thank you');
});

it('keeps apart what was told of a line and of a service with the same id', async () => {
  const prompt = await offered({ services: [aService({ ...clinic, id: 'smokefree-helpline' })] });
  await click(prompt, 'Are these details wrong?');
  expect(text(prompt)).toContain('Please tell the prevention team.');
  expect(all(prompt, '.card').at(-1)?.textContent).not.toContain('Please tell');
});

it('asks about no details where a line has none to get wrong, nor in urgent help', async () => {
  const example = examples.england.find(({ id }) => id === 'diet-very-brief-food-money')!;
  const [prompt, session] = await staged(example, { services: [] });
  for (const move of ['next', 'answer:hard']) await make(prompt, session, move);
  expect(find(prompt, '.need')?.textContent).toContain('Your local council');
  expect(text(prompt)).not.toContain('Are these details wrong?');
  key(prompt, 'u');
  await drawn(prompt);
  expect(find(prompt, '.urgent')?.textContent).toContain('999');
  expect(text(prompt)).not.toContain('Are these details wrong?');
});

it('tells whoever reads alone in urgent help what to do, in their own words and never in those for the worker', async () => {
  const prompt = await opened({ setting: 'staff', audience: 'person' });
  key(prompt, 'u');
  await drawn(prompt);
  expect(find(prompt, '.urgent')?.textContent).toContain('You can ask someone to stay with you while you call.');
  expect(find(prompt, '.urgent')?.textContent).not.toContain('Ask a colleague');
});

it('lets no report out in the setting staff', async () => {
  const prompt = await offered({ setting: 'staff', audience: 'person' });
  const told = vi.fn((event: Event) => {
    event.preventDefault();
  });
  prompt.addEventListener('advice-service-wrong', told);
  await click(prompt, 'Are these details wrong?');
  expect(told).not.toHaveBeenCalled();
  expect(find(prompt, '.service')?.textContent).toContain('Please tell the prevention team.');
});

it('forgets an unfinished contact on a shared machine that nobody touches, and tells nobody', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard = listen();
  const prompt = await opened({ idleReset: 60 });
  await click(prompt, 'Yes');
  vi.advanceTimersByTime(59_000);
  find(prompt, '.panel')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  vi.advanceTimersByTime(59_000);
  await drawn(prompt);
  expect(heading(prompt)).toContain('The best way to stop');
  vi.advanceTimersByTime(1000);
  await drawn(prompt);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect(all(prompt, 'input:checked')).toEqual([]);
  expect(types(heard)).not.toContain('advice-outcome');
});

it('keeps urgent help on the screen, however long nobody touches it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const prompt = await opened({ idleReset: 60 });
  key(prompt, 'u');
  await drawn(prompt);
  vi.advanceTimersByTime(600_000);
  await drawn(prompt);
  expect(text(prompt)).toContain('999');
  expect(find(prompt, '.urgent')).not.toBe(null);
});

it('forgets nothing by itself unless a page asks for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const prompt = await opened();
  await click(prompt, 'Yes');
  vi.advanceTimersByTime(86_400_000);
  await drawn(prompt);
  expect(heading(prompt)).toContain('The best way to stop');
});
