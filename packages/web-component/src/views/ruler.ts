import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { radio, skip } from './control.js';
import type { Face } from './face.js';
import { opening, sentence } from './line.js';

/** A scale from 0 to 10 between two words. The digit is its own key; ten is reached by arrow or pointer. */
export function ruler(view: View & { kind: 'ruler' }, face: Face): TemplateResult {
  return html`
    ${opening(view, face)}
    <fieldset class="group" aria-labelledby="heading" aria-describedby="ends">
      <div class="scale">${view.choices.map((choice) => radio(face, choice, choice.label.length > 1 ? undefined : choice.label))}</div>
      <p class="row small ends" id="ends">
        <span>0 = ${sentence(view.low)}</span> <span>10 = ${sentence(view.high)}</span>
      </p>
    </fieldset>
    ${skip(face, view.skip)}
  `;
}
