import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { onward } from './control.js';
import type { Face } from './face.js';
import { line, opening } from './line.js';
import { outside } from './outside.js';

type Statement = View & { kind: 'statement' };

/** Words to say, what they rest on, and results that are certain, each with its own source. */
export function statement(view: Statement, face: Face): TemplateResult {
  const { results, source } = view;
  return html`
    ${opening(view, face)}
    ${
      results.length
        ? html`<ul class="lines results">
            ${results.map(
              (result) =>
                html`<li class="card">
                  <p><b>${result.value.toLocaleString(face.locale)}</b> ${line(result.band, face)}</p>
                  ${cited(result.source, face)}
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${onward(face, view.next)} ${results.some((result) => result.source.url === source.url) ? nothing : cited(source, face)}
  `;
}

const cited = ({ title, publisher, url }: Statement['source'], face: Face): TemplateResult =>
  html`<p class="small" part="source">${outside(url, face.label('ui.source', { title, publisher }))}</p>`;
