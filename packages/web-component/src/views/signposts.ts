import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { group } from './group.js';
import { eyebrow, heading, prompt } from './line.js';

/** Where to go, and why there. */
export function signposts(view: View & { kind: 'signposts' }, face: Face): TemplateResult {
  return html`
    ${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}
    ${view.groups.map((given, index) => group(given, face, index === 0))} ${onward(face, view.next)}
  `;
}
