import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { numberKey, radio, skip } from './control.js';
import type { Face } from './face.js';
import { line, opening } from './line.js';

/**
 * One question with its answers: native radios in one group, so that a screen reader counts them and arrows move. The heading
 * stands above the group and names it: inside, it would be read twice, as the group's name and as itself.
 */
export function question(view: View & { kind: 'question' }, face: Face): TemplateResult {
  return html`
    ${opening(view, face)}
    <fieldset class="group" aria-labelledby="heading">
      <div class="options">${view.choices.map((choice, index) => radio(face, choice, numberKey(index)))}</div>
    </fieldset>
    ${skip(face, view.skip)} ${view.attribution ? html`<p class="small">${line(view.attribution, face)}</p>` : nothing}
  `;
}
