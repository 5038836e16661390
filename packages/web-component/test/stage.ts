import { england } from '@everycontact/content/england';
import { createSession, type Directory, type Service, type Session } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { aService, choiceFor, type Example } from '@everycontact/core/testing';
import '../src/define.js';
// At hand from the start, so that no test waits for the network when the element asks for it.
import '../src/parts/directory.js';
import type { AdvicePrompt } from '../src/prompt.js';

export const now = () => '2026-11-22T09:00:00.000Z';

export const services: readonly Service[] = [
  aService({ id: 'clinic', name: 'Quit clinic', phone: '01632 960 001', cost: 'free', assuredOn: '2026-09-01' }),
  aService({ id: 'choir', name: 'Smokefree choir', needs: [{ need: 'stop-smoking', how: 'side' }] }),
  aService({ id: 'teens', name: 'Teens only', minimumAge: 11, maximumAge: 17 }),
];

export const directory = (list: readonly Service[] = services): Directory => memoryDirectory(list, now());

/** An element on the page, drawn. `host` is where it stands. */
export async function place(given: Partial<AdvicePrompt> = {}, attributes = '', inside = ''): Promise<AdvicePrompt> {
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = `<advice-prompt ${attributes}>${inside}</advice-prompt>`;
  const prompt = host.firstElementChild as AdvicePrompt;
  Object.assign(prompt, { now, ...given });
  await drawn(prompt);
  return prompt;
}

/** The same, open, on half a minute about smoking by default. */
export const opened = (given: Partial<AdvicePrompt> = {}, attributes = '', inside = ''): Promise<AdvicePrompt> =>
  place(
    { pack: england, behaviour: 'smoking', services, preview: true, open: true, undoSeconds: 0, ...given },
    attributes,
    inside,
  );

/** Everything that was due has been drawn: the pack has been parsed, look-ups have come back. */
export async function drawn(prompt: AdvicePrompt): Promise<void> {
  for (let i = 0; i < 12; i++) {
    await import('@everycontact/core/parse');
    await prompt.updateComplete;
  }
}

/** An element on a session that the test holds too, so that a move of a named example is the choice it means. */
export async function staged(
  example: Example,
  given: Partial<AdvicePrompt> = {},
  pack = england,
  locale = 'en-GB',
): Promise<[AdvicePrompt, Session]> {
  const { script, occasion, context = {}, audience, variant } = example;
  const reader = { locale, audience, ...(variant !== undefined && { variant }) };
  const session = createSession({
    pack,
    script,
    occasion,
    context,
    reader,
    directory: directory(),
    preview: true,
    now,
  });
  const prompt = await opened({ pack, session, audience, locale, undoSeconds: 10, ...given });
  return [prompt, session];
}

/** Makes a move of a named example on the screen: a number is typed, else the control with the label of the choice clicked. */
export async function make(prompt: AdvicePrompt, session: Session, move: string): Promise<void> {
  const { view } = session;
  const { label } = choiceFor(view, move);
  const control = controls(prompt).find((one) => labelOf(one) === label);
  if (view.kind === 'number' && move.startsWith('answer:')) enter(prompt, label);
  else if (control) control.click();
  // While the screen is blank there is nothing to click but the way back; the key goes on working.
  else if (view.hidden && move === 'not-private') key(prompt, 'p');
  else throw new Error(`no control "${label}" for "${move}"; there are: ${controls(prompt).map(labelOf).join(', ')}`);
  await drawn(prompt);
}

/** Types into the field of a number step and sends it. */
export function enter(prompt: AdvicePrompt, value: string): void {
  (find(prompt, '#number') as HTMLInputElement).value = value;
  find(prompt, 'button[type=submit]')?.click();
}

export const root = (prompt: AdvicePrompt): ShadowRoot => prompt.shadowRoot!;
export const find = (prompt: AdvicePrompt, selector: string): HTMLElement | null =>
  root(prompt).querySelector<HTMLElement>(selector);
export const all = (prompt: AdvicePrompt, selector: string): HTMLElement[] => [
  ...root(prompt).querySelectorAll<HTMLElement>(selector),
];
export const text = (prompt: AdvicePrompt): string => root(prompt).textContent.replace(/\s+/g, ' ').trim();
export const heading = (prompt: AdvicePrompt): string => find(prompt, '.heading')?.textContent.trim() ?? '';
export const live = (prompt: AdvicePrompt): string | undefined => find(prompt, '[role=status]')?.textContent;
export const focused = (prompt: AdvicePrompt): Element | null => root(prompt).activeElement;

/** Opens every fold, as a reader would who wants to see everything; what is inside is there at once. */
export function openFolds(prompt: AdvicePrompt): void {
  for (const fold of all(prompt, 'details')) (fold as HTMLDetailsElement).open = true;
  drawFolds(prompt);
}

/** What is inside a fold is drawn when it is first opened: here it is to be found in those that stay closed, too. */
function drawFolds(prompt: AdvicePrompt): void {
  for (const fold of all(prompt, 'details')) fold.dispatchEvent(new Event('toggle'));
}

function controls(prompt: AdvicePrompt): HTMLElement[] {
  drawFolds(prompt);
  return all(prompt, 'button, input[type=radio], input[type=checkbox]');
}
const labelOf = (control: HTMLElement): string | undefined =>
  (control.matches('input') ? control.closest('label') : control)?.textContent.trim();

/** What has this label. */
export function control(prompt: AdvicePrompt, label: string): HTMLElement {
  const found = controls(prompt).find((one) => labelOf(one) === label);
  if (!found) throw new Error(`no control "${label}"; there are: ${controls(prompt).map(labelOf).join(', ')}`);
  return found;
}

/** Clicks what has this label. */
export async function click(prompt: AdvicePrompt, label: string): Promise<void> {
  control(prompt, label).click();
  await drawn(prompt);
}

/** A key pressed where the focus is, or on the heading. Gives back whether the prompt took it. */
export function key(prompt: AdvicePrompt, name: string, over: KeyboardEventInit = {}): boolean {
  const target = focused(prompt) ?? find(prompt, '.heading') ?? prompt;
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...over });
  target.dispatchEvent(event);
  target.dispatchEvent(new KeyboardEvent('keyup', { key: name, bubbles: true, composed: true }));
  return event.defaultPrevented;
}

export interface Heard {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

/** All `advice-*` events that reach the document from now on. */
export function listen(): Heard[] {
  const heard: Heard[] = [];
  for (const name of ['change', 'urgent', 'outcome', 'closed', 'error']) {
    document.addEventListener(`advice-${name}`, (event) => {
      heard.push({ type: event.type, detail: (event as CustomEvent<Record<string, unknown>>).detail });
    });
  }
  return heard;
}

export const types = (heard: readonly Heard[]): string[] => heard.map(({ type }) => type);
