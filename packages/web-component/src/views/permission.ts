import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { button } from './control.js';
import type { Face } from './face.js';
import { opening } from './line.js';

/** May we talk about it? Yes goes on, no is a full outcome: it has the key of declining too. */
export function permission(view: View & { kind: 'permission' }, face: Face): TemplateResult {
  return html`
    ${opening(view, face)}
    <p class="row">${button(face, view.yes, 'main', '1')} ${button(face, view.no, 'plain', '2 d')}</p>
  `;
}
