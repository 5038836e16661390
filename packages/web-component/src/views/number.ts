import type { Intent, View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { skip } from './control.js';
import type { Face } from './face.js';
import { opening, sentence } from './line.js';

type NumberView = View & { kind: 'number' };

/** A number with its unit. What is not on the grid is told above the question, with a link back to the field. */
export function number(view: NumberView, face: Face): TemplateResult {
  const { range } = view;
  return html`
    ${
      face.wrong
        ? html`<div class="problem alert" part="problem" tabindex="-1" role="group" aria-labelledby="problem" aria-describedby="range">
          <p id="problem">${face.label('ui.error')}</p>
          <a href="#number" @click=${toField}>${range}</a>
        </div>`
        : nothing
    }
    ${opening(view, face)}
    <form novalidate @submit=${(event: Event) => answer(event, view, face)}>
      <p id="range" class=${face.wrong ? 'alert' : 'small'}>${range}</p>
      <p class="row">
        <input
          id="number"
          class="entry"
          part="field"
          inputmode="decimal"
          autocomplete="off"
          aria-labelledby="heading"
          aria-describedby="range unit"
          aria-invalid=${face.wrong}
          .value=${String(view.value ?? '')}
        />
        <span id="unit">${sentence(view.unit)}</span>
      </p>
      <p class="onward"><button type="submit" class="main" part="button main-button">${face.label('ui.next')}</button></p>
    </form>
    ${skip(face, view.skip)}
  `;
}

function answer(event: Event, view: NumberView, face: Face): void {
  event.preventDefault();
  const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('#number');
  const value = numberIn(field?.value ?? '', view);
  if (value === undefined) face.refuse();
  else face.send(intentOf(view, value));
}

/** A number on the grid, with a point or a comma; nothing else. */
function numberIn(text: string, { min, max, by }: Pick<NumberView, 'min' | 'max' | 'by'>): number | undefined {
  const plain = text.trim().replace(',', '.');
  const value = Number(plain);
  const steps = (value - min) / by;
  const fits = plain !== '' && value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
  return fits ? value : undefined;
}

function intentOf({ step, item }: NumberView, value: number): Intent {
  return { type: 'answered', value, step, ...(item !== undefined && { item }) };
}

/** The address of the page stays as it is. */
function toField(event: Event): void {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  root.getElementById('number')?.focus({ preventScroll: true });
}
