import type { Choice } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Face } from './face.js';

/** The key that does the same, shown quietly; its name for assistive technology is in `aria-keyshortcuts`. */
export const hint = (face: Face, key: string | undefined): TemplateResult | typeof nothing =>
  key !== undefined && face.hotkeys ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing;

export const shortcut = (face: Face, key: string | undefined) => ifDefined(face.hotkeys ? key : undefined);

/** One choice as a button. @param look `main`, `quiet`, `danger` or `plain` */
export function button(face: Face, { label, intent }: Choice, look = 'plain', key?: string): TemplateResult {
  return html`<button
    type="button"
    class=${look}
    part="button ${look}-button"
    aria-keyshortcuts=${shortcut(face, key)}
    @click=${() => face.send(intent)}
  >
    <span>${label}</span>${hint(face, key)}
  </button>`;
}

/** The way on: the largest button of a step. Enter anywhere in the step does the same. */
export function onward(face: Face, next: Choice | undefined): TemplateResult | typeof nothing {
  return next ? html`<p class="onward">${button(face, next, 'main', 'Enter')}</p>` : nothing;
}

/** One answer as a radio: arrow keys only move, a click, Enter, Space or its number answer. */
export function radio(face: Face, { label, intent, on }: Choice, key: string | undefined): TemplateResult {
  return html`<label class="option" part="option" @click=${(event: MouseEvent) => face.choose(event, intent)}>
    <input type="radio" name="answer" part="radio" aria-keyshortcuts=${shortcut(face, key)} .checked=${on ?? false} />
    <span>${label}</span>${hint(face, key)}
  </label>`;
}

/** The first nine have a number key. */
export const numberKey = (index: number): string | undefined => (index < 9 ? String(index + 1) : undefined);
