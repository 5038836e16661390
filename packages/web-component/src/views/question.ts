import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button, numberKey, radio } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, line, prompt } from './line.js';

/** One question with its answers: native radios in one group, so that a screen reader counts them and arrows move. */
export function question(view: View & { kind: 'question' }, face: Face): TemplateResult {
  const { progress } = view.common;
  return html`
    ${eyebrow(view, face, progress && face.label('ui.progress', { ...progress }))}
    <fieldset class="group">
      <legend>${heading(view)}</legend>
      ${prompt(view, face)}
      <div class="options">${view.choices.map((choice, index) => radio(face, choice, numberKey(index)))}</div>
    </fieldset>
    <p class="skip">${button(face, view.skip, 'quiet')}</p>
    ${view.attribution ? html`<p class="source">${line(view.attribution, face)}</p>` : nothing}
  `;
}
