import type { View } from '@everycontact/core';
import { html, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { group } from './group.js';
import { opening } from './line.js';

/** Where to go, and why there; also a notice, a topic that ends or goes on otherwise, with signposts where it has any. */
export function signposts(view: View & { kind: 'signposts' | 'notice' }, face: Face): TemplateResult {
  const words = opening(view, face);
  return html`
    ${view.kind === 'notice' ? html`<div class="notice" part="notice">${words}</div>` : words}
    <div class="needs">${view.groups.map((given, index) => group(given, face, index === 0))} ${onward(face, view.next)}</div>
  `;
}
