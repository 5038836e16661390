import type { View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from './control.js';
import type { Face } from './face.js';
import { eyebrow, heading, prompt } from './line.js';

type ClosedView = View & { kind: 'closed' };

/** The end: what came of it, some seconds to take it back, then a note to copy and the way out. */
export function closed(view: ClosedView, face: Face): TemplateResult {
  const outcome = face.label(`outcome.${view.outcome}`);
  return html`
    ${
      view.say || view.prompt
        ? html`${eyebrow(view, face)} ${heading(view)} ${prompt(view, face)}
          <p class="outcome" part="outcome">${outcome}</p>`
        : html`<h2 class="heading" part="heading" tabindex="-1">${outcome}</h2>`
    }
    ${view.settled ? settled(face) : undo(view, face)}
  `;
}

function undo({ next, common: { back } }: ClosedView, face: Face): TemplateResult {
  const { left } = face.closing;
  return html`
    <p class="pair">
      ${next ? button(face, next, 'main', 'Enter') : nothing} ${back ? button(face, back, 'plain', 'b') : nothing}
    </p>
    ${left ? html`<p class="small">${face.label('ui.undo-seconds', { seconds: left })}</p>` : nothing}
  `;
}

/** Where there is no clipboard - plain http - the text is selected instead, ready for the keys everybody knows. */
function settled(face: Face): TemplateResult {
  const { note, copied, copy, close } = face.closing;
  return html`
    <p class="settled">${face.label('ui.settled')}</p>
    ${
      note !== undefined
        ? html`<p class="note">
            <textarea readonly rows="3" part="note" aria-label=${face.label('ui.copy-note')} .value=${note}></textarea>
          </p>
          <p>
            <button type="button" class="plain" part="button plain-button" @click=${copy}>
              <span>${face.label(copied ? 'ui.copied' : 'ui.copy-note')}</span>
            </button>
          </p>`
        : nothing
    }
    <p class="onward">
      <button type="button" class="main" part="button main-button" @click=${close}>
        <span>${face.label('ui.close')}</span>
      </button>
    </p>
  `;
}
