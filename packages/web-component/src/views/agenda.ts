import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { button, numberKey, skip } from './control.js';
import type { Face } from './face.js';
import { opening } from './line.js';

/** Several topics to choose from, one after the other. Enter alone never ends it. */
export function agenda(view: View & { kind: 'agenda' }, face: Face): TemplateResult {
  return html`
    ${opening(view, face)}
    <ul class="options">
      ${view.topics.map((topic, index) => html`<li>${button(face, topic, 'option', numberKey(index))}</li>`)}
    </ul>
    ${skip(face, view.next)}
  `;
}
