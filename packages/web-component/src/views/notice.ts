import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { group } from './group.js';
import { eyebrow, heading, prompt } from './line.js';

/** A topic that ends, or goes on otherwise, and why; with signposts where it has any. */
export function notice(view: View & { kind: 'notice' }, face: Face): TemplateResult {
  return html`
    <div class="notice" part="notice">${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}</div>
    ${view.groups.map((given, index) => group(given, face, index === 0))} ${onward(face, view.next)}
  `;
}
