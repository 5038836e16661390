import { createSession, type Pack, type Session, type View } from '@everycontact/core';
import { memoryDirectory } from '@everycontact/core/directory';
import { choiceFor, found } from '@everycontact/core/testing';
import type { AdvicePrompt } from '@everycontact/web-component';
import { expect } from 'storybook/test';
import { type PromptArgs, propertiesOf, type Shown } from './prompt-args.js';

export interface Played extends Shown {
  readonly args: PromptArgs;
  readonly canvasElement: HTMLElement;
  readonly step: (label: string, play: () => Promise<void>) => Promise<void>;
}

/**
 * Walks a story through the screen. Beside it runs the same contact without a screen: it knows which label the next move
 * has, so that what is clicked is what a worker reads. Where the example names its outcome, that is what the host must hear.
 */
export async function walk({ args, canvasElement, step, ...shown }: Played): Promise<void> {
  const outcomes = outcomesIn(canvasElement);
  await go(canvasElement, args, shown, step);
  const { outcome } = shown.parameters;
  if (outcome !== undefined) await expect(outcomes).toEqual(args.setting === 'staff' ? [] : [outcome]);
}

/** What the host hears from now on. */
export function outcomesIn(canvasElement: HTMLElement): readonly string[] {
  const outcomes: string[] = [];
  canvasElement.addEventListener('advice-outcome', (event) => {
    outcomes.push((event as CustomEvent<{ record: { outcome: string } }>).detail.record.outcome);
  });
  return outcomes;
}

/** Makes the moves of a story on the prompt that stands in an element. */
export async function go(
  canvasElement: HTMLElement,
  args: PromptArgs,
  shown: Shown,
  step: Played['step'] = (_, play) => play(),
): Promise<void> {
  const prompt = await drawn(canvasElement);
  if (!args.moves?.length) return;
  const session = beside(args, shown);
  for (const move of args.moves) {
    await found(session);
    const { view } = session;
    const { label, intent } = choiceFor(view, move);
    await step(label, () => make(prompt, view, move, label));
    session.send(intent);
    await settled(prompt);
  }
  if (!args.directoryPort) await servicesShown(prompt, session);
}

/** The services that the last move looked for are on the screen, where it found any. */
async function servicesShown(prompt: AdvicePrompt, session: Session): Promise<void> {
  await found(session);
  const { view } = session;
  const groups = 'groups' in view && !view.hidden ? view.groups : [];
  const any = groups.some(({ services }) => typeof services === 'object' && services.matches.length > 0);
  if (any) await until(() => prompt.shadowRoot?.querySelector('[part~=service]'));
}

/** The contact of a story without a screen. */
export function beside(args: PromptArgs, shown: Shown): Session {
  const {
    behaviour,
    method,
    audience = 'worker',
    variant,
    setting = 'patient',
    context = {},
    ...given
  } = propertiesOf(args, shown);
  const pack = given.pack as Pack;
  const { mayRefer = false, registered = false, occasion, services, now } = given;
  const reader = { locale: given.locale, audience, ...(variant && { variant }) };
  const session = createSession({
    pack,
    script: `${behaviour ?? ''}.${method ?? ''}`,
    reader,
    occasion: { setting, mayRefer, registered, ...occasion },
    context,
    directory: memoryDirectory(services, now()),
    preview: true,
    now,
  });
  session.subscribe(() => undefined);
  return session;
}

/** The prompt of a story, once it stands there with its first step; a panel is laid out a frame after it came into sight. */
export async function drawn(canvasElement: HTMLElement): Promise<AdvicePrompt> {
  await until(() =>
    canvasElement.querySelector('advice-prompt')?.shadowRoot?.querySelector('.heading, .launcher, .fallback'),
  );
  for (let frames = 0; frames < 3; frames += 1) await frame();
  return canvasElement.querySelector('advice-prompt') as AdvicePrompt;
}

async function make(prompt: AdvicePrompt, view: View, move: string, label: string): Promise<void> {
  if (view.kind === 'number' && move.startsWith('answer:')) {
    const field = await until(() => prompt.shadowRoot?.querySelector<HTMLInputElement>('#number'));
    field.value = label;
    prompt.shadowRoot?.querySelector<HTMLElement>('button[type=submit]')?.click();
  } else if (view.hidden && move === 'not-private') {
    // While the screen is blank there is nothing to click but the way back; the key goes on working.
    prompt.shadowRoot
      ?.querySelector('.heading')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true }));
  } else {
    if (folded(view).includes(label)) openFolds(prompt);
    (await until(() => controlWith(prompt, label))).click();
  }
}

/** What stands in a fold of every step; it is drawn when somebody opens it. */
const folded = ({
  common: { observe, alreadySupported, notAppropriate, stop },
}: View): readonly (string | undefined)[] =>
  [...observe, alreadySupported, notAppropriate, stop].map((choice) => choice?.label);

function openFolds(prompt: AdvicePrompt): void {
  const closed = prompt.shadowRoot?.querySelectorAll<HTMLElement>('details:not([open]) > [id^="fold-"]') ?? [];
  for (const summary of closed) summary.click();
}

function controlWith(prompt: AdvicePrompt, label: string): HTMLElement | undefined {
  const controls =
    prompt.shadowRoot?.querySelectorAll<HTMLElement>('button, input[type=radio], input[type=checkbox]') ?? [];
  return [...controls].find((control) => {
    const labelled = control.matches('input') ? control.closest('label') : control;
    return labelled?.textContent.trim() === label;
  });
}

async function settled(prompt: AdvicePrompt): Promise<void> {
  await frame();
  await prompt.updateComplete;
}

/** What is looked for, as soon as it is there; looked for anew with every frame. @throws Error when it does not come */
export async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (let frames = 0; frames < 300; frames += 1) {
    const seen = look();
    if (seen) return seen;
    await frame();
  }
  throw new Error(`The story did not come so far: ${String(look)}`);
}

export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
