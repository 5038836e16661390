import type { Choice } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Face } from './face.js';

// The key that does the same is drawn by the style sheet, from the name it has for assistive technology: an element for each
// would double what a step is made of. The key of an answer or a tick is its field's, so its label says it once more.

/**
 * A fold, whose key opens and closes it too. What is inside is drawn when it is first opened on a step: most never are, and
 * it would be a third of what a step is made of.
 */
export function fold(
  face: Face,
  key: string,
  label: string,
  look: string | undefined,
  inside: () => unknown,
  open = false,
): TemplateResult {
  const unfold = () => face.folds.unfold(key);
  return html`<details class=${look ?? nothing} part=${look ?? nothing} ?open=${open} @toggle=${unfold}>
    <summary id="fold-${key}" aria-keyshortcuts=${shown(face, key)} @click=${unfold}>${label}</summary>
    ${open || face.folds.unfolded.has(key) ? inside() : nothing}
  </details>`;
}

/** What assistive technology is told of a key, where keys are on. */
export const shown = ({ hotkeys }: Face, key: string | undefined) => (hotkeys && key) || nothing;

/** One button. @param look `main`, `quiet`, `danger`, `plain`; or `mark` and `option`, which are `pressed` or not */
export function press(
  face: Face,
  label: string,
  act: () => void,
  look: string,
  key?: string,
  pressed?: boolean,
): TemplateResult {
  return html`<button
    type="button"
    class=${look}
    part=${pressed === undefined ? `button ${look}-button` : look}
    aria-pressed=${pressed ?? nothing}
    aria-keyshortcuts=${shown(face, key)}
    @click=${act}
    >${label}</button
  >`;
}

/** One choice as a button. */
export const button = (face: Face, { label, intent }: Choice, look = 'plain', key?: string): TemplateResult =>
  press(face, label, () => face.send(intent), look, key);

/** One choice as a button that stays down: pressed again, it is taken back. */
export const toggle = (face: Face, { label, intent, on = false }: Choice, look: string, key?: string): TemplateResult =>
  press(face, label, () => face.send(intent), look, key, on);

/** The way on: the largest button of a step. Enter anywhere in the step does the same. */
export const onward = (face: Face, next: Choice | undefined) =>
  next && html`<p class="onward">${button(face, next, 'main', 'Enter')}</p>`;

/** One answer as a radio: arrow keys only move, a click, Enter, Space or its number answer. */
export function radio(face: Face, { label, intent, on = false }: Choice, key?: string): TemplateResult {
  const name = shown(face, key);
  return html`<label class="option" part="option" data-key=${name} @click=${(event: MouseEvent) => face.choose(event, intent)}
    ><input type="radio" name="answer" part="radio" aria-keyshortcuts=${name} .checked=${on} />${label}</label
  >`;
}

/** What only the worker can see, as a tick; its number works inside the fold. */
export function tick(face: Face, { label, intent, on = false }: Choice, key?: string): TemplateResult {
  const name = shown(face, key);
  return html`<label class="tick" data-key=${name}
    ><input
      type="checkbox"
      part="tick"
      aria-keyshortcuts=${name}
      .checked=${on}
      @change=${() => face.send(intent)}
    />${label}</label
  >`;
}

/** A way round a question that nobody wants to answer, or topics that nobody wants to raise. */
export const skip = (face: Face, choice: Choice): TemplateResult =>
  html`<p class="skip">${button(face, choice, 'quiet', 's')}</p>`;

/** The first nine have a number key. */
export const numberKey = (index: number): string | undefined => (index < 9 ? String(index + 1) : undefined);
