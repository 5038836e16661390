import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { examples } from '@everycontact/content/examples';
import type { AdvicePrompt } from '../prompt.js';
import { all, control, drawn, find, focused, heading, make, opened, staged, text } from '../../test/stage.js';

beforeEach(() => {
  document.body.replaceChildren();
});

async function press(prompt: AdvicePrompt, ...keys: readonly string[]): Promise<void> {
  for (const name of keys) {
    await userEvent.keyboard(name);
    await drawn(prompt);
  }
}

async function atHeading(given: Partial<AdvicePrompt> = {}): Promise<AdvicePrompt> {
  const prompt = await opened({ undoSeconds: 10, ...given });
  prompt.focus();
  return prompt;
}

const ticks = (prompt: AdvicePrompt) => all(prompt, '.observe input').map((tick) => (tick as HTMLInputElement).checked);

test('opens what only the worker can see by one key, with the focus on its first tick, and closes it by the same', async () => {
  const prompt = await atHeading();
  await press(prompt, 't');
  expect(focused(prompt)).toBe(find(prompt, '.observe input'));
  await press(prompt, 't');
  expect(focused(prompt)).toBe(find(prompt, '.heading'));
  expect((find(prompt, '.observe') as HTMLDetailsElement).open).toBe(false);
});

test('draws one key on a button that has two: both in one box read as keys to be pressed together', async () => {
  const prompt = await atHeading({ behaviour: 'alcohol' });
  const no = control(prompt, 'No');
  expect(no.getAttribute('aria-keyshortcuts')).toBe('2 d');
  expect(getComputedStyle(no, '::after').content).toMatch(/^"2"/);
});

test('ticks by number inside the open fold, and answers by the same number outside of it', async () => {
  const prompt = await atHeading();
  const number = control(prompt, 'Pregnant').getAttribute('aria-keyshortcuts')!;
  await press(prompt, 't', number);
  expect(heading(prompt)).toBe('Do you smoke at all?');
  expect((control(prompt, 'Pregnant') as HTMLInputElement).checked).toBe(true);
  const again = await atHeading();
  await press(again, 't', 't', '1');
  expect(ticks(again).some((on) => on)).toBe(false);
  expect(heading(again)).toContain('The best way to stop');
});

// Heard with Orca: nothing, since a change is said only of what has the focus.
test('brings the focus to the tick that a number turns on, so that it is said', async () => {
  const prompt = await atHeading();
  const pregnant = control(prompt, 'Pregnant');
  await press(prompt, 't', pregnant.getAttribute('aria-keyshortcuts')!);
  expect(focused(prompt)).toBe(control(prompt, 'Pregnant'));
});

test('shows the numbers of the ticks only while the focus is inside, and then not those of the answers', async () => {
  const prompt = await atHeading();
  const shown = () =>
    ['.observe .tick', '.options .option'].map((place) => {
      const label = find(prompt, place);
      return label !== null && getComputedStyle(label, '::after').visibility === 'visible';
    });
  expect(shown()).toEqual([false, true]);
  await press(prompt, 't');
  expect(shown()).toEqual([true, false]);
});

test('moves no answer away from under the pointer when the focus leaves the ticks', async () => {
  const prompt = await atHeading();
  await press(prompt, 't');
  const [tick, title] = [find(prompt, '.observe input')!, find(prompt, '.heading')!];
  const tops = () => all(prompt, '.options label').map((answer) => answer.getBoundingClientRect().top);
  // Where a row of ticks wraps depends on the width.
  for (let width = 18; width < 48; width += 1) {
    prompt.style.inlineSize = `${width}em`;
    tick.focus({ preventScroll: true });
    const before = tops();
    title.focus({ preventScroll: true });
    expect(tops()).toEqual(before);
  }
});

test('draws what is in a fold when it is opened first, and nothing of it on the next step', async () => {
  const prompt = await atHeading();
  const inside = () => all(prompt, 'details > :not(summary)').length;
  expect(inside()).toBe(0);
  find(prompt, '.observe summary')!.click();
  expect(inside()).toBe(1);
  expect(ticks(prompt).length).toBeGreaterThan(1);
  await press(prompt, 't', '1');
  expect(inside()).toBe(0);
});

test('goes on by Enter from a mark that was just made, and takes it back by the space bar', async () => {
  const example = examples.england.find(({ moves }) => moves.includes('told'))!;
  const [prompt, session] = await staged(example);
  for (const move of example.moves) if (session.view.kind !== 'signposts') await make(prompt, session, move);
  const mark = find(prompt, '.mark')!;
  const made = () => find(prompt, '.mark')?.getAttribute('aria-pressed');
  // As a pointer does it, which leaves the focus on what it pressed.
  mark.focus({ preventScroll: true });
  mark.click();
  await drawn(prompt);
  expect([focused(prompt), made()]).toEqual([mark, 'true']);
  await press(prompt, ' ');
  expect(made()).toBe('false');
  await press(prompt, ' ', '{Enter}');
  expect(session.view.kind).not.toBe('signposts');
});

test('brings the focus to the mark that a number makes, so that it is said, and goes on from it by Enter', async () => {
  const example = examples.england.find(({ moves }) => moves.includes('told'))!;
  const [prompt, session] = await staged(example);
  for (const move of example.moves) if (session.view.kind !== 'signposts') await make(prompt, session, move);
  prompt.focus();
  await press(prompt, '1');
  const mark = find(prompt, '.mark')!;
  expect([focused(prompt), mark.getAttribute('aria-pressed')]).toEqual([mark, 'true']);
  await press(prompt, '{Enter}');
  expect(session.view.kind).not.toBe('signposts');
});

test('comes to the rarer ways out in two keys', async () => {
  const prompt = await atHeading();
  await press(prompt, 'm', '1');
  expect(find(prompt, '.outcome')?.textContent).toBe('Already has support');
});

test('skips a question in one key', async () => {
  const prompt = await atHeading();
  await press(prompt, 's');
  expect(heading(prompt)).not.toBe('Do you smoke at all?');
});

test('types a digit into the field for a number, in place of what stood there', async () => {
  const example = examples.england.find(({ id }) => id === 'weight-brief-within')!;
  const [prompt, session] = await staged(example);
  prompt.focus();
  for (const move of example.moves) if (session.view.kind !== 'number') await make(prompt, session, move);
  await press(prompt, '9', '9', '{Enter}');
  expect(focused(prompt)).toBe(find(prompt, '.problem'));
  await press(prompt, '1', '7', '2');
  expect((find(prompt, '#number') as HTMLInputElement).value).toBe('172');
});

test('has a key on nothing that is not shown', async () => {
  const prompt = await atHeading();
  await press(prompt, 'h', '1', 't', 'm', 's', 'd');
  expect(text(prompt)).not.toMatch(/smok/i);
  await press(prompt, 'h');
  expect(heading(prompt)).toBe('Do you smoke at all?');
});

test('declines by the same key where permission is asked for, and shows there one way to say no', async () => {
  const prompt = await atHeading({ behaviour: 'alcohol' });
  const ways = all(prompt, 'button').map((one) => one.textContent.trim());
  expect(ways.filter((label) => /^no( thanks)?$/i.test(label))).toEqual(['No']);
  await press(prompt, 'd');
  expect(text(prompt)).toContain('Declined');
});

test('has one control for each key that stands outside of a fold', async () => {
  const prompt = await opened();
  const keys = all(prompt, '[aria-keyshortcuts]')
    .filter((one) => !one.closest('details') || one.matches('summary'))
    .flatMap((one) => one.getAttribute('aria-keyshortcuts')!.split(' '));
  expect(new Set(keys).size).toBe(keys.length);
});
