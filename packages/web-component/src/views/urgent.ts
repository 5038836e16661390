import type { HelpCard, View } from '@everycontact/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from './control.js';
import type { Face, Voice } from './face.js';
import { helpline } from './helpline.js';
import { sentence } from './line.js';

/** Urgent help: the numbers first, then what to do, then the way back. Nothing here is chosen by Enter. */
export function urgent(view: View & { kind: 'urgent' }, face: Face): TemplateResult {
  const { back } = view.common;
  return html`
    ${card(view.card, face)}
    <p class="pair">
      ${button(face, view.next, 'plain')} ${back ? button(face, back, 'main', 'b') : nothing}
    </p>
  `;
}

/** The card alone: also what is left to show when everything else is broken. Some lines are for the worker's eyes only. */
export function card({ heading, worker, lines }: HelpCard, face: Voice): TemplateResult {
  const mine = lines.filter(({ workerOnly }) => !workerOnly || face.audience === 'worker');
  return html`<div class="urgent" part="urgent">
    <h2 class="heading" part="heading" tabindex="-1">${sentence(heading)}</h2>
    <ul class="lines">
      ${mine.map((given) => html`<li>${helpline(given, face, true)}</li>`)}
    </ul>
    ${face.audience === 'worker' ? html`<p class="worker">${sentence(worker)}</p>` : nothing}
  </div>`;
}
