import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, prompt, sentence, standing } from './line.js';
import { outside } from './outside.js';

/** Words to say, what they rest on, and results that are certain. */
export function statement(view: View & { kind: 'statement' }, face: Face): TemplateResult {
  const { source, results } = view;
  return html`
    ${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}
    ${
      results.length
        ? html`<ul class="results">
          ${results.map(({ band, value }) => html`<li><b>${value}</b> ${sentence(band)} ${standing(band, face)}</li>`)}
        </ul>`
        : nothing
    }
    ${onward(face, view.next)}
    <p class="source" part="source">
      ${outside(source.url, face.label('ui.source', { title: source.title, publisher: source.publisher }))}
    </p>
  `;
}
