import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { numberKey, radio, skip } from './control.js';
import type { Face } from './face.js';
import { aside, eyebrow, line, title } from './line.js';

/** One question with its answers: native radios in one group, so that a screen reader counts them and arrows move. */
export function question(view: View & { kind: 'question' }, face: Face): TemplateResult {
  return html`
    ${eyebrow(view, face)}
    <fieldset class="group">
      <legend>${title(view, face)}</legend>
      ${aside(view, face)}
      <div class="options">${view.choices.map((choice, index) => radio(face, choice, numberKey(index)))}</div>
    </fieldset>
    ${skip(face, view.skip)} ${view.attribution ? html`<p class="small">${line(view.attribution, face)}</p>` : nothing}
  `;
}
