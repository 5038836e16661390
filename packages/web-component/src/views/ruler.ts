import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { button, radio } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, prompt, sentence } from './line.js';

/** A scale from 0 to 10 between two words. The digit is its own key; ten is reached by arrow or pointer. */
export function ruler(view: View & { kind: 'ruler' }, face: Face): TemplateResult {
  return html`
    ${eyebrow(view, face)}
    <fieldset class="group" aria-describedby="low high">
      <legend>${heading(view)}</legend>
      ${prompt(view, face)}
      <div class="scale">${view.choices.map((choice) => radio({ ...face, hotkeys: false }, choice, undefined))}</div>
      <p class="ends">
        <span id="low">0 = ${sentence(view.low)}</span>
        <span id="high">10 = ${sentence(view.high)}</span>
      </p>
    </fieldset>
    <p class="skip">${button(face, view.skip, 'quiet')}</p>
  `;
}
