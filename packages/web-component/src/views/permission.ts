import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { button } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, prompt } from './line.js';

/** May we talk about it? Yes goes on, no is a full outcome. */
export function permission(view: View & { kind: 'permission' }, face: Face): TemplateResult {
  return html`
    ${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}
    <p class="pair">${button(face, view.yes, 'main', '1')} ${button(face, view.no, 'plain', '2')}</p>
  `;
}
