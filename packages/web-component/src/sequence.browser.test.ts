import { england } from '@everycontact/content/england';
import { examples } from '@everycontact/content/examples';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { choiceFor } from '@everycontact/core/testing';
import type { AdvicePrompt } from './prompt.js';
import { all, click, drawn, find, focused, key, live, make, opened, place, staged } from '../test/stage.js';

// What a check of one picture cannot see: what comes after what.

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(async () => {
  await page.viewport(1024, 768);
});

const nameOf = (control: Element | null): string => (control?.closest('label') ?? control)?.textContent.trim() ?? '';

async function tabbed(prompt: AdvicePrompt, times: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let i = 0; i < times; i++) {
    await userEvent.keyboard('{Tab}');
    names.push(nameOf(focused(prompt)));
  }
  return names;
}

test('goes through a question in the order it is read: help, privacy, ticks, the answers as one, the ways out', async () => {
  const prompt = await opened();
  (document.activeElement as HTMLElement | null)?.blur();
  const before = document.createElement('button');
  document.body.prepend(before);
  before.focus();
  expect(await tabbed(prompt, 10)).toEqual([
    'Urgent help',
    'Not private now',
    'Hide',
    expect.stringContaining('Tick what you can see'),
    'Yes',
    'Skip',
    'Not now',
    'No thanks',
    'Show to the person',
    expect.stringContaining('Other ways to end'),
  ]);
});

test('goes on from the heading to what belongs to the step, not to the toolbar again', async () => {
  const prompt = await opened();
  prompt.focus();
  await userEvent.keyboard('1');
  await drawn(prompt);
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  expect((await tabbed(prompt, 2)).at(-1)).toBe('Next');
});

/** The page calls the focus while the pack is still being read; `meanwhile` is what the reader does until it is. */
async function calledEarly(meanwhile: (before: HTMLElement) => void): Promise<AdvicePrompt> {
  const before = document.body.appendChild(document.createElement('p'));
  const fields = [0, 1].map(() => before.appendChild(document.createElement('input')));
  fields[0]!.focus();
  const prompt = await opened({ pack: undefined });
  prompt.focus();
  expect(document.activeElement).toBe(fields[0]);
  meanwhile(fields[1]!);
  prompt.pack = structuredClone(england);
  await drawn(prompt);
  return prompt;
}

test('brings the focus that was called too early as soon as there is a heading, and once', async () => {
  const prompt = await calledEarly(() => undefined);
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  document.querySelector('input')!.focus();
  prompt.locale = 'en';
  await drawn(prompt);
  expect(focused(prompt)).toBe(null);
});

test('leaves the focus where the reader has moved it meanwhile, also on coming back', async () => {
  const prompt = await calledEarly((other) => {
    other.focus();
  });
  expect(focused(prompt)).toBe(null);
  document.querySelector('input')!.focus();
  prompt.requestUpdate();
  await drawn(prompt);
  expect(focused(prompt)).toBe(null);
});

test('leaves the focus where the reader has moved it inside a field of the page’s own making', async () => {
  const own = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const fields = [0, 1].map(() => own.appendChild(document.createElement('input')));
  fields[0]!.focus();
  const prompt = await opened({ pack: undefined });
  prompt.focus();
  fields[1]!.focus();
  prompt.pack = structuredClone(england);
  await drawn(prompt);
  expect(find(prompt, '.heading')).not.toBe(null);
  expect(own.activeElement).toBe(fields[1]);
});

/** What is read out after the words of the heading that takes the focus. */
const describing = (prompt: AdvicePrompt): readonly (string | null)[] => {
  const ids = find(prompt, '.heading')!.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.flatMap((id) => {
    const one = find(prompt, `#${id}`)!;
    return id === 'told' ? one.textContent : Array.from(one.querySelectorAll('span'), (part) => part.textContent);
  });
};

test('reads out with the heading who says it, how far along it is, that it is a draft, and what the worker is told besides; nothing of it twice', async () => {
  const example = examples.england.find(({ id }) => id === 'alcohol-brief-increasing')!;
  const [prompt, session] = await staged(example);
  prompt.focus();
  const said = [describing(prompt).join(' ')];
  for (const move of example.moves.slice(0, 4)) {
    await make(prompt, session, move);
    said.push(describing(prompt).join(' '));
    expect(focused(prompt)).toBe(find(prompt, '.heading'));
    expect(live(prompt)).toBe('');
  }
  expect(said).toEqual([
    expect.stringMatching(/^Say Draft For you Draft ?Do not ask, but tick below /),
    'Say Draft',
    expect.stringMatching(/^Say 1 of 3 Draft For you Draft ?Read each question as it stands\. /),
    'Say 2 of 3 Draft',
    'Say 3 of 3 Draft',
  ]);
});

test('describes no heading by what is not there', async () => {
  const prompt = await opened();
  await click(prompt, 'Hide');
  expect(find(prompt, '.heading')!.hasAttribute('aria-describedby')).toBe(false);
});

test('says each new step once where the focus is elsewhere: nothing at first, then who says it, how far, and the heading', async () => {
  const example = examples.england.find(({ id }) => id === 'alcohol-brief-increasing')!;
  const [prompt, session] = await staged(example);
  const said = [live(prompt)];
  for (const move of example.moves.slice(0, 4)) {
    session.send(choiceFor(session.view, move).intent);
    await drawn(prompt);
    said.push(live(prompt));
    expect(said.at(-1)).toContain(find(prompt, '.heading')!.textContent);
  }
  expect(said[0]).toBe('');
  expect(said.map((one) => /^Say\. (\d of 3)\. Draft\. /.exec(one ?? '')?.[1])).toEqual([
    ...[undefined, undefined],
    ...['1 of 3', '2 of 3', '3 of 3'],
  ]);
});

/** What a group is called when the focus comes into it. */
const nameOfGroup = (prompt: AdvicePrompt, group: Element | null): string | undefined =>
  find(prompt, `#${group?.getAttribute('aria-labelledby')}`)?.textContent.trim();

// Heard with Orca: "How much does weight matter to you? panel. How much does weight matter to you? heading level 2."
test('says a question and a scale once: the heading that takes the focus is not inside the group that it names', async () => {
  const example = examples.england.find(({ id }) => id === 'weight-brief-within')!;
  const [prompt, session] = await staged(example);
  prompt.focus();
  const kinds = new Set<string>();
  for (const move of example.moves) {
    const { kind, say } = session.view;
    if (kind === 'question' || kind === 'ruler') {
      kinds.add(kind);
      const group = find(prompt, '.group');
      expect(nameOfGroup(prompt, group)).toBe(say?.text);
      expect(focused(prompt)).toBe(find(prompt, '.heading'));
      expect(group!.contains(focused(prompt))).toBe(false);
    }
    await make(prompt, session, move);
  }
  expect([...kinds].sort()).toEqual(['question', 'ruler']);
});

// Heard with Orca: "999 link. 111 link. 116 123 link." It says no group around a link.
test('says of each way to a helpline whose it is, to whoever comes to it by the Tab key', async () => {
  const prompt = await opened();
  await click(prompt, 'Urgent help');
  const said = all(prompt, '.urgent li').map((one) => [
    one.querySelector('.name')?.textContent.trim(),
    ...Array.from(one.querySelectorAll('a'), (link) => link.getAttribute('aria-description')),
  ]);
  expect(said.length).toBeGreaterThan(2);
  for (const [name, ...links] of said) expect(links).toEqual([name]);
});

test('counts the answers of one question as one group, on each question of an instrument anew', async () => {
  const example = examples.england.find(({ id }) => id === 'alcohol-brief-increasing')!;
  const [prompt, session] = await staged(example);
  for (const move of example.moves) {
    if (session.view.kind === 'question') {
      const radios = all(prompt, '[type=radio]') as HTMLInputElement[];
      expect(radios).toHaveLength(session.view.choices.length);
      expect(new Set(radios.map(({ form, name }) => `${form?.id} ${name}`)).size).toBe(1);
      expect(radios.filter(({ checked }) => checked)).toEqual([]);
      const group = radios[0]!.closest('fieldset')!;
      expect(nameOfGroup(prompt, group)).toBe(session.view.say?.text);
      expect(radios.every((radio) => group.contains(radio))).toBe(true);
    }
    await make(prompt, session, move);
  }
});

test('never scrolls the page, wherever the focus goes', async () => {
  const above = document.body.appendChild(document.createElement('div'));
  above.style.blockSize = '3000px';
  const prompt = await opened({ undoSeconds: 10 });
  above.after(prompt.parentElement!);
  scrollTo(0, 100);
  const before = scrollY;
  expect(before).toBeGreaterThan(90);
  prompt.focus();
  for (const name of ['t', 't', '1', 'Enter', '1', 'Enter', 'u', 'b', 'm', 'm', 'b', 'h', 'h']) {
    key(prompt, name);
    await drawn(prompt);
    expect(scrollY, name).toBe(before);
  }
});

/** On the services, scrolled to what leads on from them, in a window as high as this. */
async function atTheEndOfServices(given: Partial<AdvicePrompt> = {}): Promise<AdvicePrompt> {
  await page.viewport(360, 480);
  const prompt = await opened({ undoSeconds: 10, ...given });
  for (const label of ['Yes', 'Next', 'I gave the details']) await click(prompt, label);
  return prompt;
}

test('never scrolls the page either where a shorter step comes up above the window', async () => {
  const prompt = await atTheEndOfServices();
  document.body.appendChild(document.createElement('div')).style.blockSize = '3000px';
  find(prompt, '.onward')!.scrollIntoView();
  const before = scrollY;
  expect(before).toBeGreaterThan(0);
  await click(prompt, 'Continue');
  expect(scrollY).toBe(before);
});

test('lets a page bring back such a step, in the way the README has it', async () => {
  const prompt = await atTheEndOfServices();
  document.body.appendChild(document.createElement('div')).style.blockSize = '3000px';
  prompt.addEventListener('advice-change', () => {
    void prompt.updateComplete.then(() => {
      if (prompt.getBoundingClientRect().top < 0) prompt.scrollIntoView();
    });
  });
  find(prompt, '.onward')!.scrollIntoView();
  await click(prompt, 'Continue');
  const { top, bottom } = find(prompt, '.heading')!.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(innerHeight);
});

test('shows each step at the side from its beginning', async () => {
  const prompt = await atTheEndOfServices({ layout: 'side' });
  prompt.parentElement!.style.blockSize = '250px';
  const panel = find(prompt, '.panel')!;
  const onward = find(prompt, '.onward button')!;
  panel.scrollTop = panel.scrollHeight;
  onward.focus();
  expect(panel.scrollTop).toBeGreaterThan(0);
  await userEvent.keyboard('{Enter}');
  await drawn(prompt);
  expect(focused(prompt)).not.toBe(onward);
  expect(panel.scrollTop).toBe(0);
});

test('reads out the problem first, then leads to the field, whose description says it too', async () => {
  const example = examples.england.find(({ id }) => id === 'weight-brief-within')!;
  const [prompt, session] = await staged(example);
  for (const move of example.moves) if (session.view.kind !== 'number') await make(prompt, session, move);
  prompt.focus();
  for (const name of ['9', '9', '{Enter}']) await userEvent.keyboard(name);
  await drawn(prompt);
  const problem = find(prompt, '.problem')!;
  expect(focused(prompt)).toBe(problem);
  expect(problem.compareDocumentPosition(find(prompt, '.heading')!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(problem.textContent).toContain('There is a problem');
  const link = problem.querySelector('a')!;
  expect(find(prompt, `#${problem.getAttribute('aria-describedby')}`)?.textContent).toBe(link.textContent);
  await userEvent.keyboard('{Tab}');
  expect(focused(prompt)).toBe(link);
  const { href } = location;
  await userEvent.keyboard('{Enter}');
  const field = find(prompt, '#number')!;
  expect(focused(prompt)).toBe(field);
  expect(location.href).toBe(href);
  const described = field.getAttribute('aria-describedby')!.split(' ');
  expect(described.map((id) => find(prompt, `#${id}`)?.textContent.trim())).toContain(link.textContent.trim());
});

test('says at the end what it came to, since the focus is on the words for the person', async () => {
  const prompt = await opened({ undoSeconds: 10 });
  prompt.focus();
  key(prompt, 'd');
  await drawn(prompt);
  expect(live(prompt)).toBe(find(prompt, '.outcome')!.textContent);
});

test('says that nothing can be undone any more, since what was there to undo it is gone', async () => {
  const prompt = await opened({ undoSeconds: 10 });
  prompt.focus();
  key(prompt, 'd');
  await drawn(prompt);
  await click(prompt, 'Done');
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  expect(live(prompt)).toBe(find(prompt, '.settled')!.textContent);
});

test('says which service comes next after each "not that one", though the button that has the focus is the same', async () => {
  const prompt = await opened();
  prompt.focus();
  for (const name of ['1', 'Enter']) key(prompt, name);
  await drawn(prompt);
  for (const next of ['Smokefree choir', 'Teens only']) {
    await click(prompt, 'Not that one');
    expect(find(prompt, '.service h5')!.textContent).toBe(next);
    expect(live(prompt)).toContain(`There are other ways to get support. ${next}.`);
  }
});

test('says in words of which service somebody has said "not that one", not by its frame alone', async () => {
  const prompt = await opened();
  for (const label of ['Yes', 'Next', 'Not that one']) await click(prompt, label);
  const last = all(prompt, '.service').at(-1)!;
  expect(last.querySelector('h5')!.textContent).toBe('Quit clinic');
  expect(last.querySelector('.about')!.textContent).toContain('Not that one');
});

test('does not tell a person who reads alone what the worker would be told it came to', async () => {
  const prompt = await opened({ undoSeconds: 10, audience: 'person' });
  prompt.focus();
  key(prompt, 'd');
  await drawn(prompt);
  expect(find(prompt, '.outcome')).toBeNull();
  expect(live(prompt)).toBe('');
});

test('has its live region, empty, before anything is announced: on the button, the panel and the fallback', async () => {
  const quiet = { pack: england, preview: true, behaviour: 'smoking' };
  for (const given of [quiet, { ...quiet, open: true }, { pack: {} }]) {
    const prompt = await place(given);
    expect(all(prompt, '[role=status]')).toHaveLength(1);
    expect(live(prompt)).toBe('');
  }
});
