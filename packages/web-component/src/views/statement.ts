import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { line, opening } from './line.js';
import { outside } from './outside.js';

/** Words to say, what they rest on, and results that are certain. */
export function statement(view: View & { kind: 'statement' }, face: Face): TemplateResult {
  const { results, source } = view;
  const { title, publisher, url } = source;
  return html`
    ${opening(view, face)}
    ${results.length ? html`<ul>${results.map(({ band, value }) => html`<li><b>${value}</b> ${line(band, face)}</li>`)}</ul>` : nothing}
    ${onward(face, view.next)}
    <p class="small" part="source">${outside(url, face.label('ui.source', { title, publisher }))}</p>
  `;
}
