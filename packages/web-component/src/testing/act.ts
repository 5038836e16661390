import { EveryContactError, type ContactRecord } from '@everycontact/core';
import type { AdviceOutcomeDetail } from '../events/advice-outcome.js';
import type { AdvicePrompt } from '../prompt.js';
import { controlsOf, insideOf, labelOf, screenOf, type Screen } from './screen.js';

/** How long a prompt may take to draw what was asked for, in milliseconds. */
const patience = 5000;

/** Opens the panel, and waits for its first step. @throws EveryContactError `screen-not-drawn` */
export function openPrompt(prompt: AdvicePrompt): Promise<Screen> {
  prompt.show();
  return drawn(prompt);
}

/**
 * Presses or ticks what has this label, as it stands on the screen.
 *
 * @returns the screen that comes of it, with services that were looked for
 * @throws EveryContactError `not-on-screen`, naming what is; `screen-not-drawn`
 */
export async function choose(prompt: AdvicePrompt, label: string): Promise<Screen> {
  await drawn(prompt);
  const control = controlsOf(prompt).find((one) => labelOf(one) === label);
  if (!control) throw notOnScreen(prompt, `"${label}"`);
  control.click();
  return drawn(prompt);
}

/** Types a number where one is asked for, and sends it. @throws EveryContactError `not-on-screen`, `screen-not-drawn` */
export async function enter(prompt: AdvicePrompt, value: number | string): Promise<Screen> {
  await drawn(prompt);
  const field = prompt.shadowRoot?.querySelector<HTMLInputElement>('form input');
  if (!field) throw notOnScreen(prompt, 'a field for a number');
  field.value = String(value);
  field.form?.requestSubmit();
  return drawn(prompt);
}

/** Presses a key where the focus is in the prompt, or on the heading of the step. @param key e.g. `1`, `Enter`, `d` */
export async function press(prompt: AdvicePrompt, key: string): Promise<Screen> {
  await drawn(prompt);
  const root = prompt.shadowRoot;
  const target = root?.activeElement ?? root?.querySelector('.heading') ?? prompt;
  for (const type of ['keydown', 'keyup'])
    target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
  return drawn(prompt);
}

/**
 * Settles at once what only waits for its undo.
 *
 * @returns the record that left; nothing in the setting `staff`, or where the page kept it back
 * @throws EveryContactError `not-on-screen` where the contact is not over
 */
export async function finish(prompt: AdvicePrompt): Promise<ContactRecord | undefined> {
  await drawn(prompt);
  const { view } = insideOf(prompt);
  if (view?.kind !== 'closed' || !view.next) throw notOnScreen(prompt, 'the end of a contact that can still be undone');
  const outcomes = outcomesOf(prompt);
  await choose(prompt, view.next.label);
  return outcomes[0];
}

/** The records that leave a prompt, or any within an element or the document, from now on. */
export function outcomesOf(target: AdvicePrompt | Element | Document): readonly ContactRecord[] {
  const outcomes: ContactRecord[] = [];
  target.addEventListener('advice-outcome', (event: Event) => {
    outcomes.push((event as CustomEvent<AdviceOutcomeDetail>).detail.record);
  });
  return outcomes;
}

/** The pack is read, a step is drawn, and the services it looked for are there. */
async function drawn(prompt: AdvicePrompt): Promise<Screen> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    await prompt.updateComplete;
    if (!isWaiting(prompt)) return screenOf(prompt);
    await nextTask();
  }
  const message = `Expected a step within ${patience / 1000} seconds, found ${inWords(screenOf(prompt))}. Hand over its pack, and let its directory answer.`;
  throw new EveryContactError('screen-not-drawn', 'advice-prompt', message);
}

function isWaiting(prompt: AdvicePrompt): boolean {
  const { view, problem, off } = insideOf(prompt);
  if (off || problem || !prompt.open) return false;
  return !view || ('groups' in view && view.groups.some(({ services }) => services === 'looking'));
}

/** The real one, unless a test had taken over the timers before this was loaded. */
const soon = setTimeout;

/** A task of its own, also where a test has taken over the timers. Where Jest imitates a page there is no channel. */
const nextTask = () =>
  new Promise<void>((resolve) => {
    if (typeof MessageChannel === 'undefined') {
      soon(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

function notOnScreen(prompt: AdvicePrompt, wanted: string): EveryContactError {
  const message = `Expected ${wanted}, found ${inWords(screenOf(prompt))}. Choose what is there.`;
  return new EveryContactError('not-on-screen', 'advice-prompt', message);
}

const inWords = ({ kind, heading, choices }: Screen) =>
  `the screen "${kind}" with the heading "${heading}" and "${choices.join('", "')}"`;
